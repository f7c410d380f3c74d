package main

import (
	"fmt"
	"runtime/debug"
)

const description = "davy shows the miners: it reads AWS VPC Flow Logs and says which network interface runs a cryptocurrency miner, against which peer, how sure it is, and why. Nothing but the shape of the traffic is read."

type versionCmd struct{}

func (versionCmd) Run(e *env) error {
	_, err := fmt.Fprintf(e.stdout, "davy %s\n", version())
	return err
}

// version is davy's, "unknown" if it was built without.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}
