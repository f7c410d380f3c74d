package mine

import (
	"math"

	"makes/m/internal/draw"
	"makes/m/internal/fault"
	"makes/m/internal/layer"
)

// node is a daemon of a coin that gives templates to miners by RPC.
type node struct {
	found    []float64
	head     [2]int // bytes of HTTP, or of another framing, each way
	ask      int    // the quick question that is asked each time
	told     int
	get      int // the question for a template
	template float64
	churn    float64 // how templates vary
	every    float64 // seconds between questions
	jitter   float64
	refresh  float64 // seconds after which a template is old
	direct   bool    // there is no quick question
	wait     bool    // the daemon answers when there is a new block
	fresh    bool    // a connection a question
	subs     float64 // mean seconds between blocks that are found
	answer   float64
	busy     float64 // seconds to make a template
}

func drawNode(r draw.Rand, c *coin, found []float64) *node {
	n := &node{found: found, head: [2]int{r.Int(90, 350), r.Int(80, 320)}, ask: r.Int(0, 120), told: int(r.Log(60, 2500)), get: r.Int(80, 420),
		template: r.Log(float64(c.rpc[0]), float64(c.rpc[1])), churn: r.Log(0.003, 0.3), every: r.Log(0.2, 10), jitter: r.Log(0.001, 0.3), refresh: r.Log(5, 120),
		direct: r.Chance(0.4), subs: r.Log(0.5, 300) * 3600, answer: r.Log(0.0005, 0.05), busy: r.Log(0.0005, 0.3)}
	if r.Chance(0.15) {
		n.head = [2]int{r.Int(20, 60), r.Int(15, 40)} // HTTP/2, or lines of JSON
	}
	n.wait = n.template > 3000 && r.Chance(0.3)
	if n.fresh = r.Chance(0.3); n.fresh {
		n.every = r.Log(2, 10)
	}
	if n.template > 50000 {
		n.every = max(n.every, r.Log(1, 30))
	}
	return n
}

// run polls the daemon.
func (n *node) run(pair *layer.Pair, g *rig, r draw.Rand, plan fault.Plan) {
	var on *layer.Session
	block, old, submit, tries := 0, math.Inf(-1), g.from+r.Exp(n.subs), 0
	end := func(t float64, how string) {
		if on != nil {
			on.Close(t, pair.Opener, how)
			on = nil
		}
	}
	exchange := func(t float64, ask, told, busy float64) float64 {
		if on == nil {
			on, t = pair.Dial(t)
		}
		t = on.Send(t, pair.Opener, int(ask)+n.head[0])
		t += busy*r.LogNormal(1, 0.4) + on.RTT()*float64(1-pair.Opener)
		t = on.Send(t, 1-pair.Opener, int(told)+n.head[1])
		if n.fresh {
			end(t+0.001, "fin")
		}
		return t
	}
	for t := g.from; t < g.to; {
		if mode, down := plan.At(t); down {
			end(t, "reset")
			t = pair.Fail(t, mode) + g.backoff.Wait(r, tries)
			tries++
			continue
		}
		tries = 0
		if t >= g.pauseAt && t < g.pauseAt+g.pauseFor {
			end(t, "fin")
			t = g.pauseAt + g.pauseFor
		}
		start := t
		for block < len(n.found) && n.found[block] < t {
			block, old = block+1, math.Inf(-1)
		}
		size := n.template * r.LogNormal(1, n.churn)
		switch {
		case n.wait:
			until := t + r.Uniform(30, 90)
			if block < len(n.found) {
				until = min(until, n.found[block]+0.1)
			}
			t = exchange(t, float64(n.get), size, max(n.busy, until-t))
			start = t - n.every*0.9
		case n.direct:
			t = exchange(t, float64(n.get), size, n.busy)
		default:
			t = exchange(t, float64(n.ask), float64(n.told+r.IntN(3)), n.answer)
			if t-old > n.refresh {
				t = exchange(t, float64(n.get), size, n.busy)
				old = t
			}
		}
		if t > submit {
			t = exchange(t+0.01, 300+size*1.9, 60, n.busy)
			submit = t + r.Exp(n.subs)
		}
		t = max(t+0.01, start+n.every*max(0.2, 1+n.jitter*r.NormFloat64()))
	}
	end(g.to, "end")
}
