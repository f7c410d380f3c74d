package life

import (
	"math"

	"makes/ac/internal/rnd"
)

// ticker is a beat on one connection.
type ticker struct {
	*beat
	at    float64
	count int
	walk  float64
	left  int
	on    float64 // until when
}

func (b *beat) start(r *rnd.R, t float64) ticker {
	k := ticker{beat: b, walk: r.Between(-.5, .5)}
	switch b.clock {
	case '=', '~', '^':
		k.at = t + b.every
		if r.Chance(.5) {
			k.at = t + b.every*r.F()
		}
	case '#':
		k.at = math.Ceil(t/b.every)*b.every + r.F()*.05
	default:
		k.at = t + r.Exp(b.every)
	}
	return k
}

// advance sets the time of the next message.
func (k *ticker) advance(r *rnd.R, c *Curve) {
	p := k.every
	k.count++
	switch k.clock {
	case '=', '^':
		k.at += p + r.F()*.004
	case '~':
		k.at += p * r.Between(1-k.jitter, 1+k.jitter)
	case '#':
		k.at = math.Floor(k.at/p+1)*p + r.F()*.05
	case '?':
		k.at += r.Exp(p)
	case '&':
		k.at += min(r.Exp(p)/c.At(k.at), 2*3600)
	case '*':
		if k.left == 0 {
			k.left = int(r.Exp(k.burst)) + 1
			k.at += r.Pareto(p*k.burst*.4, 1.4, p*100)
		} else {
			k.left--
			k.at += r.Exp(p / k.ratio)
		}
	case '!':
		if r.Chance(.62) {
			k.at += r.Exp(p / k.ratio)
		} else {
			k.at += r.Exp(p * 2.6)
		}
	case '%':
		k.at += p
		if k.at > k.on {
			k.at += r.Pareto(p*3, 1.2, 4*3600) / max(.2, c.At(k.at))
			k.on = k.at + r.Pareto(p*8, 1.3, 2*3600)
		}
	default:
		panic("clock " + string(k.clock))
	}
}
