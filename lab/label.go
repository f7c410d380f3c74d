package lab

import (
	"bufio"
	"fmt"
	"io"
	"net/netip"
)

// The classes of a Label.
const (
	Mining = "mining"
	Benign = "benign"
)

// A Label says what one pair of addresses at one interface really is.
type Label struct {
	Interface     string
	Local, Remote netip.Addr
	Class         string // Mining or Benign
	Group         string // the kind: coin-transport for miners
}

// WriteLabels writes labels as tab-separated text: local::remote, class, group
// and interface, after a line "*	benign	rest" for every pair not named.
func WriteLabels(w io.Writer, labels []Label) error {
	b := bufio.NewWriter(w)
	b.WriteString("# local::remote\tlabel\tgroup\tinterface\n*\tbenign\trest\n")
	for _, l := range labels {
		fmt.Fprintf(b, "%s::%s\t%s\t%s\t%s\n", l.Local, l.Remote, l.Class, l.Group, l.Interface)
	}
	return b.Flush()
}
