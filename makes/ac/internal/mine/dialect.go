package mine

import "makes/ac/internal/rnd"

// words are the sizes of a dialect's messages between a miner and its pool,
// drawn once for both; texts have the lengths of their fields.
type words struct {
	hello  [][2]int // what the miner says to begin with, and the answers
	job    int
	jitter int  // how much jobs differ
	first  int  // bytes less or more in a job without branches
	target int  // bytes of a message that sets the difficulty, 0 if jobs do
	submit int  // and the length of its number
	digits bool // numbers grow with time
	ok, no int
	keep   [2]int  // the miner's keep-alive and its answer
	every  float64 // its period, 0 for none
	rate   [2]int  // hash rates reported and their answer
	report float64
	ping   [2]int // the pool's ping and its answer
	pings  float64
	binary bool
	poll   float64 // asks for work that often
}

// speak draws the sizes for a coin, a pool's software and a miner.
func speak(r *rnd.R, c coin) words {
	user := r.Int(34, 48)
	if r.Chance(.4) {
		user += r.Int(3, 20) // a name of the worker
	}
	if c.dialect == "cryptonote" || c.dialect == "xmrigproxy" {
		user = rnd.Pick(r, 95, 95, 95, 106, 1, 8, 60) + rnd.Pick(r, 0, 0, 7, 12)
	}
	agent, id := r.Int(9, 70), r.Int(4, 28)
	space := r.N(2) // some write a blank after each comma and colon
	w := words{job: r.Int(c.job[0], c.job[1]), digits: true, jitter: r.Int(0, 6)}
	w.ok, w.no = 38+space*3+r.N(30), 62+r.Int(10, 50)
	switch c.dialect {
	case "cryptonote", "xmrigproxy":
		algos := r.N(2) * r.Int(120, 420)
		w.hello = [][2]int{{82 + user + agent + algos + 8*space, w.job + 70 + r.N(90)}}
		w.submit = 118 + rnd.Pick(r, 15, 36, 8) + id + 8 + 64 + 6*space
		w.ok = 63 + r.N(12)
		if r.Chance(.7) {
			w.every = rnd.Pick(r, 60.0, 60, 60, 30, 120, 300)
			w.keep = [2]int{64 + rnd.Pick(r, 15, 36, 8), 68 + r.N(12)}
		}
	case "xmrigstratum":
		w.hello = [][2]int{{50 + agent, 90 + r.N(60)}, {60 + user, 40}, {70 + r.N(40), 60}}
		w.submit, w.target = 90+user+id+8+8+8, 60+r.N(20)
		w.every, w.keep = 60, [2]int{50, 40}
	case "stratum", "nexa":
		en2 := rnd.Pick(r, 8, 8, 16)
		w.hello = [][2]int{{52 + agent, 90 + r.N(80)}, {60 + user, 38}}
		if r.Chance(.4) {
			w.hello = append([][2]int{{140 + r.N(90), 120 + r.N(70)}}, w.hello...)
		}
		w.jitter, w.first = 66*r.N(3), 66*r.Int(1, 5)
		w.submit, w.target = 78+user+id+en2+8+8+space*5+r.N(2)*11, 58+r.N(14)
		if r.Chance(.25) {
			w.pings, w.ping = r.Between(30, 300), [2]int{44, 32}
		}
		if c.dialect == "nexa" {
			w.submit -= 8
		}
	case "ethproxy":
		w.hello = [][2]int{{70 + user + r.N(30), 39}, {61, w.job}}
		w.submit, w.ok = 230+user/2, 39+r.N(14)
		if r.Chance(.6) {
			w.report, w.rate = rnd.Pick(r, 10.0, 60, 60, 180, 300), [2]int{170 + r.N(30), 39}
		}
		if r.Chance(.4) {
			w.poll = rnd.Pick(r, 10.0, 30, 60)
		}
	case "ethstratum", "ethstratum2":
		w.hello = [][2]int{{60 + agent, 100 + r.N(30)}, {60 + user, 38}, {50, 38}}
		w.submit, w.target = 74+user+id+12, 55+r.N(10)
		if c.dialect == "ethstratum2" {
			w.hello = append(w.hello, [2]int{50 + r.N(40), 90})
			w.submit, w.pings, w.ping = 56+id+16+4, r.Between(20, 120), [2]int{30, 26}
		} else if r.Chance(.4) {
			w.report, w.rate = 60, [2]int{150, 38}
		}
	case "kawpow":
		w.hello = [][2]int{{52 + agent, 70 + r.N(30)}, {60 + user, 38}}
		w.submit, w.target = 80+user+id+18+66+66, 120+r.N(8)
		if r.Chance(.3) {
			w.report, w.rate = 60, [2]int{140 + r.N(60), 38}
		}
	case "equihash":
		w.hello = [][2]int{{70 + agent + r.N(40), 70 + r.N(30)}, {60 + user, 38}}
		solution := rnd.Pick(r, 2694, 2694, 810, 210)
		if c.name == "zcash" || c.name == "horizen" || c.name == "verus" {
			solution = 2694
		}
		w.submit, w.target = 80+user+id+solution+64, 110+r.N(10)
		if r.Chance(.3) {
			w.every, w.keep = 60, [2]int{50 + r.N(20), 40}
		}
	case "kaspa":
		w.hello = [][2]int{{60 + agent, 50 + r.N(20)}, {60 + user, 38}}
		w.submit, w.target, w.jitter = 66+user+id+18, 60+r.N(20), 24
		w.ok = 36 + r.N(12)
	case "autolykos":
		w.hello = [][2]int{{52 + agent, 80 + r.N(20)}, {60 + user, 38}}
		w.submit, w.target = 78+user+id+16+8, 60+r.N(60)
	case "alephium":
		w.hello = [][2]int{{55 + agent, 60 + r.N(20)}, {60 + user, 38}}
		w.submit, w.target, w.jitter = 110+id+user+48, 56+r.N(14), 40
	case "ironfish":
		w.hello = [][2]int{{110 + user + agent, 130 + r.N(40)}}
		w.submit, w.target, w.ok = 90+16+r.N(10), 110, 80
	case "beam":
		w.hello = [][2]int{{60 + user, 110 + r.N(30)}}
		w.submit, w.ok = 70+16+208+r.N(10), 90+r.N(30)
	case "grin":
		w.hello = [][2]int{{90 + user + agent, 60 + r.N(20)}, {60, w.job}}
		w.submit, w.ok = 380+r.N(60), 70+r.N(40)
		w.report, w.rate = rnd.Pick(r, 0.0, 10, 20), [2]int{60, 230}
		if r.Chance(.5) {
			w.every, w.keep = 30, [2]int{56, 66}
		}
	case "xelis":
		w.hello = [][2]int{{70 + agent, 130 + r.N(60)}, {66 + user, 40}}
		w.submit, w.target = 80+user+id+16, 60
		w.pings, w.ping = r.Between(10, 60), [2]int{36, 30}
	case "astro": // WebSocket, a job each half second or so with counts in it
		w.submit, w.ok, w.no = 150+r.N(30), 0, 0
	case "qubic":
		w.hello = [][2]int{{120 + user, 200 + r.N(200)}}
		w.submit, w.report, w.rate = 260+r.N(160), r.Between(20, 60), [2]int{90 + r.N(60), 0}
	case "sv2": // a handshake of Noise, then frames with 6 bytes of head and two tags
		w.hello = [][2]int{{64, 234}, {38 + 40 + agent + user, 6 + 6 + 32}, {38 + 30 + user, 38 + 46}}
		w.job, w.submit, w.ok, w.no = 38+w.job, 38+24+r.N(2)*8, 38+20, 38+30
		w.target, w.digits, w.binary = 38+36, false, true
	case "getwork":
		w.submit, w.ok = 500+r.N(90), 160+r.N(90)
		w.poll = r.Between(5, 30)
	default:
		panic("dialect " + c.dialect)
	}
	return w
}
