package flow

// Link is the wire between a client and a server, watched at whichever of the
// two is a logged interface (or at both). It takes the packets of one 5-tuple.
type Link struct{ client, server *Tap }

// End is one side of a 5-tuple: its address, and its interface when it has a
// logged one.
type End struct {
	Addr  uint32
	Port  uint16
	Iface *Iface
}

// NewLink starts watching a 5-tuple at the ends that are logged.
func NewLink(client, server End, proto uint8, label *Label) Link {
	var l Link
	if client.Iface != nil {
		l.client = NewTap(client.Iface, server.Addr, client.Port, server.Port, proto, label)
	}
	if server.Iface != nil {
		l.server = NewTap(server.Iface, client.Addr, server.Port, client.Port, proto, label)
	}
	return l
}

// Packet counts packets on the wire; bytes include the IP headers.
func (l *Link) Packet(t float64, fromClient bool, packets, bytes int) {
	if l.client != nil {
		l.client.Add(t, fromClient, packets, bytes)
	}
	if l.server != nil {
		l.server.Add(t, !fromClient, packets, bytes)
	}
}

// DenyAtClient marks what the client's security group or ACL drops; the
// server's interface sees nothing of packets dropped on the way out.
func (l *Link) DenyAtClient(out, in bool) {
	if l.client != nil {
		l.client.Deny(out, in)
	}
	if out {
		l.server = nil
	}
}

// DenyAtServer marks what the server's security group drops on the way in.
func (l *Link) DenyAtServer() {
	if l.server != nil {
		l.server.Deny(false, true)
	}
}

// Close writes the records still open.
func (l *Link) Close() {
	if l.client != nil {
		l.client.Close()
	}
	if l.server != nil {
		l.server.Close()
	}
}
