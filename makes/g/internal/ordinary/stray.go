package ordinary

import (
	"time"

	"makes/g/internal/cloud"
	"makes/g/internal/dice"
	"makes/g/internal/wire"
)

// scanned is what strangers do to every address; it stays unlabelled.
func scanned(p *cloud.Proc) {
	for gap := p.Poisson(10*time.Second, 8*time.Minute); p.Alive(); p.Wait(gap()) {
		q := p.Caller(dice.Pick[uint16](p.Dice, 22, 23, 80, 443, 445, 3389, 8080, 5900, 6379, 2375, 9200, 3306, 8545, 18081, 3333))
		if p.Chance(0.3) {
			q.Port = uint16(p.Int(1, 65535))
		}
		if q.Fate = wire.Reject; p.Chance(0.1) {
			q.Fate = dice.Pick(p.Dice, wire.Refuse, wire.Refuse, wire.Accept)
		}
		q.Patience = p.Dur(time.Millisecond, 4*time.Second)
		if p.Probe(&q) {
			p.Serve(p.Int(18, 300), 5*time.Millisecond, p.Int(20, 600))
			p.Conn.Reset(p.Now, 1)
		}
	}
}

// scanner looks through the private network for open ports.
func scanner(p *cloud.Proc) {
	for ; p.Alive(); p.Wait(p.Dur(time.Hour, 30*time.Hour)) {
		port := dice.Pick[uint16](p.Dice, 22, 80, 443, 445, 6379, 2375, 3306)
		for range p.Int(20, 250) {
			q := p.Stranger(port)
			q.Fate = dice.Pick(p.Dice, wire.Drop, wire.Drop, wire.Drop, wire.Drop, wire.Drop, wire.Refuse, wire.Accept)
			q.Patience = p.Dur(100*time.Millisecond, 2*time.Second)
			if p.Try(&q) {
				p.Conn.Reset(p.Now, 0)
			}
		}
	}
}

func clockSync(p *cloud.Proc) {
	q := p.Either(0, "ntp", 8, 123)
	for gap := p.Timer(64*time.Second, 1024*time.Second); p.Alive(); p.Wait(gap()) {
		p.Datagram(q, 123, 48, 48)
	}
}

// deadService is something retried for ever that is not there any more.
func deadService(p *cloud.Proc) {
	q := p.Either(0.6, "gone", 12, 443, 8080, 5672, 9092, 3306, 3333, 4444, 8125, 1883, 27017, 14444, 5000)
	q.Fate = dice.Pick(p.Dice, wire.Refuse, wire.Refuse, wire.Drop, wire.Drop, wire.Reject)
	pause, longest, growth := p.Timer(500*time.Millisecond, 10*time.Minute), p.Dur(time.Second, 30*time.Minute), p.Between(1, 2.5)
	for wait := pause(); p.Alive(); p.Wait(wait) {
		p.Open(&q, false)
		if wait = time.Duration(float64(wait) * growth); wait > longest {
			wait = pause()
		}
	}
}
