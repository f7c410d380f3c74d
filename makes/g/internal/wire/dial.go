package wire

import (
	"time"

	"makes/g/internal/dice"
	"makes/g/internal/flowlog"
)

// Fate is what becomes of a connection attempt.
type Fate int

// The fates. A rejected SYN is stopped by a security group and is never answered.
const (
	Accept Fate = iota
	Refuse
	Drop
	Reject
)

// Ends are the two systems and the path between them.
type Ends struct {
	Stack  [2]*Stack // that of the local side is at flowlog.Out
	Path   Path
	Client flowlog.Dir // flowlog.Out when the local side connects
}

const (
	ipTCP     = 40 // IPv4 and TCP headers
	tsOption  = 12
	sackBlock = 12
)

// Dial tries to connect at time t; it gives up after the patience of the
// program, or that of its system. It returns the connection or nil, and when
// the client knows.
func Dial(d *dice.Dice, sink Sink, e Ends, t time.Duration, fate Fate, patience time.Duration) (*Conn, time.Duration) {
	client, server := e.Stack[e.Client], e.Stack[e.Client.Other()]
	syn := ipTCP + client.SynOptions
	if client.Timestamps {
		syn += tsOption
	}
	c := newConn(d, sink, e)
	rtt := c.rtt()
	give := t + patience
	refusals := 0
	for i := 0; ; i++ {
		c.emit(e.Client, t, 1, syn)
		switch {
		case fate == Accept && !d.Chance(2*e.Path.Loss):
			synAck := ipTCP + min(server.SynOptions, client.SynOptions)
			if c.timestamps {
				synAck += tsOption
			}
			c.emit(e.Client.Other(), t+rtt/2, 1, synAck)
			c.emit(e.Client, t+rtt, 1, c.header)
			c.open(t + rtt)
			return c, t + rtt
		case fate == Refuse:
			c.emit(e.Client.Other(), t+rtt/2, 1, ipTCP)
			if refusals++; refusals > client.AfterRST {
				sink.Done()
				return nil, t + rtt
			}
			t += rtt + 500*time.Millisecond
			continue
		}
		last := i >= len(client.SynGaps)
		gap := client.SynGaps[min(i, len(client.SynGaps)-1)]
		if last {
			gap *= 2
		}
		if t+gap > give || last {
			sink.Done()
			return nil, min(give, t+gap)
		}
		t += gap
	}
}
