package main

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"

	"davy/biflow"
	"davy/internal/pipeline"
	"davy/internal/source"
)

// A capture is a real pair of at least ten windows whose program the lab has.
type capture struct {
	name          string // of the picture
	title         string
	file          string // in the folder of captures
	local, remote string
	kind          string // of the lab
	source        string // where it comes from
	caveat        string // what must be known to read the figures
}

const nypto = "github.com/pbmartins/nypto (MIT)"

// captures are all there are: every pair that MANIFEST.tsv says mines, and the
// ordinary ones whose program the manifest or the server's port tells.
var captures = []capture{
	{
		name: "equihash-1080ti", title: "Equihash at NiceHash, GTX 1080 Ti",
		file: "mining-zec-nicehash-gtx1080ti-100pct", local: "192.168.1.158", remote: "198.51.100.11",
		kind: "equihash-plain", source: nypto,
	},
	{
		name: "equihash-1070", title: "Equihash at NiceHash, GTX 1070 at 60 %",
		file: "mining-zec-nicehash-gtx1070-60pct", local: "192.168.1.158", remote: "198.51.100.12",
		kind: "equihash-plain", source: nypto,
	},
	{
		name: "neoscrypt", title: "NeoScrypt at NiceHash, two CPU threads",
		file: "mining-neoscrypt-nicehash-cpu2", local: "192.168.1.158", remote: "198.51.100.13",
		kind: "neoscrypt-plain", source: nypto,
	},
	{
		name: "neoscrypt-vpn", title: "NeoScrypt in a VPN over TCP",
		file: "mining-neoscrypt-nicehash-cpu2-vpn", local: "192.168.1.158", remote: "198.51.100.14",
		kind: "neoscrypt-vpn", source: nypto,
		caveat: "One of the lab's six kinds of tunnel sends datagrams, of which there are no windows; those pairs are left out.",
	},
	{
		name: "mqtt", title: "MQTT over TLS, port 8883",
		file: "benign-ctu-normal-40-24h", local: "147.32.81.167", remote: "91.228.167.171",
		kind: "mqtt", source: "Stratosphere Laboratory, CTU-Normal, through github.com/stratosphereips/security-datasets-for-testing",
		caveat: "The source ends a record where a connection is silent for five minutes, and a record that crosses windows is spread over them evenly: counts may be a packet or two off.",
	},
	{
		name: "push", title: "Push notifications, port 5223",
		file: "benign-ctu-normal-43-24h", local: "147.32.83.165", remote: "17.57.146.22",
		kind: "push", source: "the same",
	},
	{
		name: "web-proxy", title: "Regular requests through a web proxy, port 3128",
		file: "benign-proxy-28h", local: "10.136.0.16", remote: "10.136.0.18",
		kind: "beacon-connect", source: "github.com/activecm/rita, test data",
		caveat: "The lab has the program, not the proxy: its `beacon-connect` talks to the server itself. In the capture all of a machine's requests are one pair.",
	},
}

// read finds the capture in the folder.
func (c *capture) read(ctx context.Context, data string) (*cloud, error) {
	object := source.Object{Name: filepath.Join(data, "dev", c.file+".600.log.gz"), Size: -1}
	if _, err := os.Stat(object.Name); err != nil { // the pipeline would only count it as failed
		return nil, err
	}
	res, err := pipeline.Run(ctx, source.Listed([]source.Object{object}, nil), pipeline.Options{Limits: source.DefaultLimits()})
	if err != nil {
		return nil, err
	}
	if len(res.Objects.Failed) > 0 {
		return nil, res.Objects.Failed[0]
	}
	local, remote := netip.MustParseAddr(c.local), netip.MustParseAddr(c.remote)
	for p := range res.Table.Pairs() {
		if p.Local == remote && p.Remote == local {
			turn(p)
		}
		if p.Local == local && p.Remote == remote && p.Points() >= least {
			return newCloud(p), nil
		}
	}
	return nil, errors.Join(res.Table.Err(), fmt.Errorf("no pair %s::%s of %d windows", c.local, c.remote, least))
}

// turn makes the remote side the local one. Where both sides are interfaces of
// the log, davy takes the server's; the lab watches the client's.
func turn(p *biflow.Pair) {
	p.Local, p.Remote = p.Remote, p.Local
	for i := range p.Windows {
		w := &p.Windows[i]
		w.LocalBytes, w.RemoteBytes = w.RemoteBytes, w.LocalBytes
		w.LocalPackets, w.RemotePackets = w.RemotePackets, w.LocalPackets
	}
}
