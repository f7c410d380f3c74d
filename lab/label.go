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
	Group         string // the kind of program, see Kinds
	Attrs         Attrs
}

// Attrs say more about a mining pair. They are empty where they do not apply,
// and all of them but Via for ordinary pairs.
type Attrs struct {
	Kind      string // who is on the other side: pool, solo (a daemon polled), node (peers of a full node that mines), proxy, blocked or donation
	Coin      string // the proof of work
	Pool      string // the same name is the same pool, in all logs of a seed
	Size      string // slow, middle or fast: third of the coin's range of hash rates, in ratios
	Transport string // plain, tls12, tls13, socks or vpn
	Evasion   string // what is done against being found, see Evasion
	Via       string // nat: the interface is a NAT gateway's, and the traffic somebody else's
}

// The values of Attrs.Kind.
const (
	byPool     = "pool"
	bySolo     = "solo"
	byNode     = "node"
	byProxy    = "proxy"
	byBlocked  = "blocked"
	byDonation = "donation"
)

// viaNAT is the value of Attrs.Via.
const viaNAT = "nat"

// fields are the attributes there are, in the order of the label file.
func (a Attrs) fields() [][2]string {
	var out [][2]string
	for _, f := range [...][2]string{
		{"kind", a.Kind},
		{"coin", a.Coin},
		{"pool", a.Pool},
		{"size", a.Size},
		{"transport", a.Transport},
		{"evasion", a.Evasion},
		{"via", a.Via},
	} {
		if f[1] != "" {
			out = append(out, f)
		}
	}
	return out
}

// better says whether l tells more about a pair than other does, where both
// programs talk to the same address: mining goes before anything else.
func (l *Label) better(other *Label) bool {
	return l.Class == Mining && other.Class != Mining
}

// WriteLabels writes labels as tab-separated text: local::remote, class, group,
// interface and key=value attributes, after a line "*	benign	rest" for every
// pair not named. IPv6 addresses are written in full, since "::" parts the two.
func WriteLabels(w io.Writer, labels []Label) error {
	b := bufio.NewWriter(w)
	b.WriteString("# local::remote\tlabel\tgroup\tinterface\tattributes\n*\tbenign\trest\n")
	for _, l := range labels {
		fmt.Fprintf(b, "%s::%s\t%s\t%s\t%s", l.Local.StringExpanded(), l.Remote.StringExpanded(), l.Class, l.Group, l.Interface)
		for _, f := range l.Attrs.fields() {
			fmt.Fprintf(b, "\t%s=%s", f[0], f[1])
		}
		b.WriteString("\n")
	}
	return b.Flush()
}
