package mining

import (
	"time"

	"makes/g/internal/cloud"
	"makes/g/internal/dice"
	"makes/g/internal/flowlog"
	"makes/g/internal/wire"
)

// live mines to the end of the run.
func (m *miner) live(q cloud.Peer, transport string) {
	again := newRetry(m.Dice)
	q.Patience = again.patience
	habit := m.Lasting(30*minute, 250*hour)
	vpn := m.Either(0, "mining-vpn", 6, 443, 1194, 8443, 51820).Secure(m.Dice, 0.3)
	socks := m.Either(0, "socks", 5, 1080, 9050, 4145, 10808)
	for failed := 0; m.Alive(); m.Wait(again.after(failed)) {
		var tunnel *wire.Tunnel
		ok := false
		switch transport {
		case "vpn":
			if ok = m.Open(&vpn, false); ok {
				tunnel = m.tunnel()
				ok = m.Through(tunnel, &q)
			}
		case "socks":
			if ok = m.Open(&socks, false); ok {
				m.socks(q)
			}
		default:
			ok = m.Open(&q, m.serve)
		}
		if failed++; !ok {
			continue
		}
		failed = 0
		m.Session(habit, m.login, m.streams...)
		if tunnel != nil && m.Alive() {
			tunnel.Pings(m.Now)
			m.Now = tunnel.Outer.Close(m.Now, flowlog.Out)
		}
	}
}

// socks asks a proxy for the way to the pool.
func (m *miner) socks(q cloud.Peer) {
	m.far = q.Path.RTT
	m.Ask(m.Int(3, 4), ms, 2)
	if m.Chance(0.4) {
		m.Ask(m.Int(8, 40), ms, 2)
	}
	m.Ask(m.Int(10, 40), m.far, 10)
}

// tunnel makes a VPN of the present connection.
func (m *miner) tunnel() *wire.Tunnel {
	for range m.Int(2, 7) { // the control channel
		m.Ask(m.Int(60, 1200), m.Dur(2*ms, 40*ms), m.Int(60, 1400))
	}
	ping := dice.Pick(m.Dice, 0, 10*second, 15*second, 25*second, minute)
	return &wire.Tunnel{Outer: m.Conn, Overhead: m.Int(18, 90), Ping: ping, PingBytes: m.Int(32, 120)}
}

// retry is how a miner tries again: so long after each failure, so often at an
// address before it goes to the next, with its own patience for a connection.
type retry struct {
	pause    time.Duration
	growth   float64
	longest  time.Duration
	tries    int
	patience time.Duration
}

// newRetry draws the habits of one of the well-known programs or of others.
func newRetry(d *dice.Dice) retry {
	switch d.IntN(7) {
	case 0: // XMRig and its kin
		return retry{dice.Pick(d, 5*second, 5*second, 2*second, 10*second, minute), 1, minute, dice.Pick(d, 5, 5, 3, 1), 20 * second}
	case 1: // cpuminer, ccminer
		return retry{dice.Pick(d, 30*second, 30*second, 10*second, 15*second), 1, minute, dice.Pick(d, 1, 3, 1000), dice.Pick(d, 30*second, 60*second, 5*minute)}
	case 2: // cgminer and the firmware of ASICs
		return retry{d.Dur(5*second, minute), d.Between(1, 2), 2 * minute, 1, d.Dur(minute, 130*second)}
	case 3: // ethminer, PhoenixMiner
		return retry{d.Dur(2*second, 20*second), 1, minute, d.Int(2, 5), d.Dur(3*second, 20*second)}
	case 4: // T-Rex, lolMiner, NBMiner, TeamRedMiner, …
		return retry{d.Dur(4*second, 30*second), dice.Pick(d, 1, 1, 1.5), 3 * minute, d.Int(1, 10), d.Dur(5*second, 30*second)}
	case 5: // a wrapper restarts the miner when it ends
		return retry{d.Dur(second, 2*minute), d.Between(1, 3), 15 * minute, d.Int(1, 4), d.Dur(10*second, 130*second)}
	}
	return retry{d.Dur(second, 10*second), 2, d.Dur(30*second, 30*minute), d.Int(1, 4), d.Dur(5*second, 75*second)}
}

// after is the pause after so many failures in a row.
func (r retry) after(failed int) time.Duration {
	pause := float64(r.pause)
	for range min(failed, 30) {
		pause *= r.growth
	}
	return min(time.Duration(pause), r.longest)
}
