package wire

import "makes/v/internal/rng"

// Fate is what becomes of a connect.
type Fate uint8

// The fates.
const (
	Fine       Fate = iota
	Refused         // answered with RST
	Silent          // no answer at all
	DeniedOut       // the client's security group drops the SYN
	DeniedBack      // the client's network ACL drops the SYN-ACK
	DeniedIn        // the server's security group drops the SYN
	Deaf            // the handshake works, but nothing is ever answered
)

// Denied gives the directions that are dropped at an interface.
func (f Fate) Denied() [2]bool {
	switch f {
	case DeniedOut, DeniedIn:
		return [2]bool{true, false}
	case DeniedBack:
		return [2]bool{false, true}
	}
	return [2]bool{}
}

// Fail plays a connect of a fate other than Fine and returns when the program
// knows of the failure; patience is its connect timeout.
func Fail(at float64, f Fate, p *Path, client, server *Stack, port uint16, patience float64, first int, r *rng.R) float64 {
	q := *p
	switch f {
	case DeniedOut:
		q.Taps[Server] = nil
	case DeniedBack:
		q.Taps[Server] = nil
	}
	cport := client.Port(r)
	denied := f.Denied()
	w := NewPair(&q, 6, cport, port, denied)
	if f == DeniedIn && q.Taps[Client] != nil {
		// The client's own interface lets the SYN pass; only the server's drops it.
		only := q
		only.Taps[Client] = nil
		w = NewPair(&only, 6, cport, port, denied)
		only = q
		only.Taps[Server] = nil
		own := NewPair(&only, 6, cport, port, [2]bool{})
		defer own.Flush()
		playSyns(at, own, client, patience)
	}
	defer w.Flush()
	syn := 40 + client.SynOpts
	switch f {
	case Refused:
		n := 1
		if client.RstRetry {
			n = 3
		}
		for i := range n {
			if i > 0 {
				at += 0.5
			}
			w.Put(at, Client, 1, syn)
			at += q.RTT / 2
			w.Put(at, Server, 1, 40)
			at += q.RTT / 2
		}
		return at
	case Deaf:
		c := NewConn(w, &q, client, server, [2]float64{}, r)
		return c.Mute(c.Open(at), max(first, 1), patience)
	case DeniedBack:
		end := playSyns(at, w, client, patience)
		for _, s := range client.SynTries {
			if s < patience {
				w.Put(at+s+q.RTT/2, Server, 1, 40+min(client.SynOpts, server.SynOpts))
			}
		}
		// The server repeats its unanswered SYN-ACK on its own timer.
		for _, s := range []float64{1.1, 3.1, 7.2} {
			w.Put(at+s, Server, 1, 40+min(client.SynOpts, server.SynOpts))
		}
		return end
	}
	return playSyns(at, w, client, patience)
}

func playSyns(at float64, w Wire, s *Stack, patience float64) float64 {
	for _, d := range s.SynTries {
		if d >= patience {
			return at + patience
		}
		w.Put(at+d, Client, 1, 40+s.SynOpts)
	}
	last := s.SynTries[len(s.SynTries)-1]
	return at + min(patience, 2*last+1)
}
