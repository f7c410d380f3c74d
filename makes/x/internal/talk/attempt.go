package talk

import (
	"makes/x/internal/site"
	"makes/x/internal/tcp"
	"makes/x/internal/wire"
)

// Attempt is one attempt to connect that fails in the given way. If the server
// takes the connection first, the client says so many bytes, and is told so
// many before the end. It returns when the client has given up.
func Attempt(e *Env, way Way, t, limit float64, said, told int) float64 {
	l := e.Link
	switch way {
	case Refuse:
		return tcp.Refused(e.R, l.Options(e.R, e.Client, e.Port), t)
	case Silence:
		return tcp.Unanswered(l.Options(e.R, e.Client, e.Port), t, limit)
	case Egress, Return:
		side := wire.Near
		lport, rport := l.Ports(e.R, e.Client, e.Port)
		o := tcp.Options{Path: &l.Path, Near: l.Host.Stack, Far: l.Peer.Stack, Client: e.Client}
		if way == Return {
			side = wire.Far
		}
		o.Sink = l.Denied(side, site.TCP, lport, rport)
		if way == Return {
			return tcp.HalfDenied(o, t, limit)
		}
		return tcp.Unanswered(o, t, limit)
	case Unreadable:
		c, t := tcp.Dial(e.R, l.Options(e.R, e.Client, e.Port), t)
		t = c.Send(e.Client, t, 230+e.R.IntN(300))
		c.Reset(e.Server(), t+e.R.Exp(0.01))
		return t + l.Path.RTT
	}
	st, t := e.Open(t, Manners{}, true)
	if said > 0 {
		t = st.Send(e.Client, t, said)
	}
	if told > 0 {
		t = st.Send(e.Server(), t+e.R.Exp(0.02), told)
	}
	st.Close(e.Server(), t+0.0005)
	return t + l.Path.RTT
}
