// Package mine simulates miners of cryptocurrencies, their pools, nodes and
// proxies, and the attempts of miners that are blocked.
package mine

import (
	"strconv"

	"makes/a/internal/rnd"
)

// ask is a request and its answer, in bytes.
type ask struct{ up, down int }

// words are the sizes of what a miner and a pool say to each other.
type words struct {
	greet    []ask // until the miner is at work
	job      func() int
	empty    int // the first job after a block, before the full one; 0 if none
	submit   func(id int) int
	accept   int
	refuse   int
	setDiff  int // 0 if a job carries the difficulty
	ping     ask // sent each pingGap seconds, if not 0
	pingGap  float64
	speed    ask // report of the hash rate
	speedGap float64
}

// tongue are habits of a pool's server that show in all it says.
type tongue struct {
	jobID   int
	session int
	space   int // bytes of white space in a message
	extra   int // bytes of fields beyond the usual
	long    bool
}

func newTongue(r *rnd.Rand) tongue {
	return tongue{jobID: rnd.Pick(r, 4, 8, 10, 15, 16, 20, 28, 32, 40, 64), session: rnd.Pick(r, 8, 15, 16, 32, 36),
		space: rnd.Pick(r, 0, 0, 0, 4, 9), extra: rnd.Pick(r, 0, 0, 0, 17, 40, 85), long: r.Chance(0.4)}
}

func digits(id int) int { return len(strconv.Itoa(id)) }

// cryptonote is the dialect of xmrig and the RandomX pools.
func cryptonote(r *rnd.Rand, s tongue, rig string) words {
	const (
		login  = `{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":"","pass":"","agent":""}}` + "\n"
		notify = `{"jsonrpc":"2.0","method":"job","params":{"blob":"","job_id":"","target":"ffffffff","algo":"rx/0","height":3400000,"seed_hash":""}}` + "\n"
		submit = `{"id":,"jsonrpc":"2.0","method":"submit","params":{"id":"","job_id":"","nonce":"01234567","result":""}}` + "\n"
		ok     = `{"id":100,"jsonrpc":"2.0","error":null,"result":{"status":"OK"}}` + "\n"
		bad    = `{"id":100,"jsonrpc":"2.0","error":{"code":-1,"message":"Block expired"}}` + "\n"
		alive  = `{"id":100,"jsonrpc":"2.0","method":"keepalived","params":{"id":""}}` + "\n"
	)
	job := len(notify) + 152 + s.jobID + 64 + s.space + s.extra
	if s.long {
		job += len(`,"next_seed_hash":"","id":""`) + rnd.Pick(r, 0, 64) + s.session
	}
	up := len(login) + rnd.Pick(r, 95, 95, 95, 106, 12) + len(rig) + r.Int(24, 76)
	if r.Chance(0.75) {
		up += r.Int(130, 430) // the list of algorithms
	}
	algo := 0
	if r.Chance(0.8) {
		algo = len(`,"algo":"rx/0"`)
	}
	w := words{
		greet:  []ask{{up, job + s.session + r.Int(40, 130)}},
		job:    func() int { return job + rnd.Pick(r, 0, 0, 0, 2) },
		submit: func(id int) int { return len(submit) + digits(id) + s.session + s.jobID + 64 + algo },
		accept: len(ok) + s.space, refuse: len(bad) + s.space + r.Int(-4, 22),
	}
	if r.Chance(0.5) {
		w.ping, w.pingGap = ask{len(alive) + s.session, r.Int(62, 84)}, 60
	}
	return w
}

// stratum1 is the dialect of Bitcoin and its kin: cgminer, cpuminer, ASICs.
func stratum1(r *rnd.Rand, s tongue, rig string, coinbase [2]int, branches [2]int) words {
	user := r.Int(5, 44) + len(rig)
	depth := r.Int(branches[0], branches[1])
	base := len(`{"id":null,"method":"mining.notify","params":["","","","",[],"20000000","17034219","67c0ffee",false]}`+"\n") +
		s.jobID%24 + 64 + r.Int(coinbase[0], coinbase[1]) + s.space
	w := words{
		greet: []ask{{r.Int(54, 105), r.Int(92, 210)}, {len(`{"id":2,"method":"mining.authorize","params":["",""]}`) + user + r.Int(2, 14), r.Int(36, 60)}},
		job: func() int {
			d := depth + rnd.Pick(r, -1, 0, 0, 0, 0, 1)
			return base + 67*max(0, d) + r.Int(0, 6)
		},
		submit: func(id int) int {
			return len(`{"params":["","","","67c0ffee","01234567"],"id":,"method":"mining.submit"}`+"\n") + user + s.jobID%24 + s.session%9 + 8 + digits(id)
		},
		accept: r.Int(36, 56) + s.space, refuse: r.Int(58, 96),
		setDiff: r.Int(54, 78),
	}
	if r.Chance(0.5) {
		w.greet = append([]ask{{r.Int(120, 190), r.Int(90, 150)}}, w.greet...) // mining.configure
	}
	if r.Chance(0.3) {
		w.greet = append(w.greet, ask{r.Int(58, 72), r.Int(36, 50)}) // extranonce.subscribe
	}
	if depth > 3 && r.Chance(0.6) {
		w.empty = base + r.Int(0, 5)
	}
	return w
}

// ethash is the getwork-like dialect of Ethereum's heirs, or NiceHash's of it.
func ethash(r *rnd.Rand, s tongue, rig string) words {
	user := 42 + len(rig)
	w := words{accept: r.Int(36, 62) + s.space, refuse: r.Int(70, 120)}
	if r.Chance(0.35) { // EthereumStratum/1.0.0
		job := r.Int(215, 262) + s.jobID%16
		w.greet = []ask{{r.Int(70, 110), r.Int(95, 150)}, {r.Int(30, 60) + user, r.Int(38, 52)}}
		w.job = func() int { return job }
		w.submit = func(id int) int { return r.Int(96, 98) + user + s.jobID%16 + digits(id) }
		w.setDiff = r.Int(56, 74)
	} else {
		job := len(`{"id":0,"jsonrpc":"2.0","result":["0x","0x","0x"]}`+"\n") + 192 + s.space + rnd.Pick(r, 0, 11, 24)
		w.greet = []ask{{r.Int(80, 150) + user, r.Int(38, 60)}, {r.Int(44, 66), job}}
		w.job = func() int { return job }
		w.submit = func(id int) int { return 216 + rnd.Pick(r, 0, 0, 0, -1) + digits(id) + len(rig) }
	}
	if r.Chance(0.6) {
		w.speed, w.speedGap = ask{r.Int(170, 225), r.Int(36, 56)}, rnd.Pick[float64](r, 10, 20, 30, 60, 120)
	}
	return w
}

// kawpow is Ravencoin's.
func kawpow(r *rnd.Rand, s tongue, rig string) words {
	user := r.Int(34, 44) + len(rig)
	job := len(`{"id":null,"method":"mining.notify","params":["","","","",true,3700000,"1b00f0a1"]}`+"\n") + s.jobID%20 + 192 + s.space
	return words{
		greet:  []ask{{r.Int(60, 104), r.Int(54, 96)}, {r.Int(52, 66) + user, r.Int(36, 52)}},
		job:    func() int { return job },
		submit: func(id int) int { return 64 + user + s.jobID%20 + 18 + 66 + 66 + digits(id) },
		accept: r.Int(36, 56) + s.space, refuse: r.Int(60, 100), setDiff: r.Int(108, 124),
	}
}

// equihash has long solutions: so many hexadecimal digits of it in a submit.
func equihash(r *rnd.Rand, s tongue, rig string, solution int) words {
	user := r.Int(34, 80) + len(rig)
	job := len(`{"id":null,"method":"mining.notify","params":["","04000000","","","","67c0ffee","1c00aa00",true]}`+"\n") + 192 + s.jobID%20 + s.space + rnd.Pick(r, 0, 0, 20)
	return words{
		greet:  []ask{{r.Int(80, 140), r.Int(60, 130)}, {r.Int(50, 66) + user, r.Int(36, 52)}},
		job:    func() int { return job },
		submit: func(id int) int { return 78 + user + s.jobID%20 + 8 + 56 + solution + digits(id) },
		accept: r.Int(36, 56) + s.space, refuse: r.Int(60, 100), setDiff: r.Int(108, 126),
	}
}

// verus is equihash-like, with a solution that the pool partly dictates.
func verus(r *rnd.Rand, s tongue, rig string) words {
	w := equihash(r, s, rig, 2694)
	job := w.job() + rnd.Pick(r, 144, 147, 290, 2694)
	w.job = func() int { return job }
	return w
}

// kheavy is Kaspa's: short jobs, many of them.
func kheavy(r *rnd.Rand, s tongue, rig string) words {
	user := r.Int(67, 73) + len(rig)
	job := rnd.Pick(r, 142, 148, 156, 172, 178) + s.jobID%9
	return words{
		greet:  []ask{{r.Int(66, 110), r.Int(50, 96)}, {r.Int(50, 62) + user, r.Int(36, 112)}},
		job:    func() int { return job + rnd.Pick(r, -1, 0, 0, 0, 1) },
		submit: func(id int) int { return 60 + user + s.jobID%9 + 18 + digits(id) },
		accept: r.Int(36, 56) + s.space, refuse: r.Int(60, 100), setDiff: r.Int(56, 76),
	}
}

// autolykos is Ergo's.
func autolykos(r *rnd.Rand, s tongue, rig string) words {
	user := 51 + len(rig)
	job := 96 + 64 + r.Int(74, 78) + s.jobID%20 + s.space
	w := words{
		greet:  []ask{{r.Int(62, 110), r.Int(64, 120)}, {r.Int(50, 62) + user, r.Int(36, 52)}},
		job:    func() int { return job },
		submit: func(id int) int { return 66 + user + s.jobID%20 + r.Int(10, 12) + 16 + digits(id) },
		accept: r.Int(36, 56) + s.space, refuse: r.Int(60, 100), setDiff: r.Int(52, 70),
	}
	if r.Chance(0.4) {
		w.speed, w.speedGap = ask{r.Int(120, 190), r.Int(36, 56)}, rnd.Pick[float64](r, 30, 60, 120)
	}
	return w
}

// astrobwt is Dero's: a web socket on which the server pushes templates.
func astrobwt(r *rnd.Rand, s tongue, rig string) words {
	job := r.Int(310, 420) + s.space
	return words{
		greet:  []ask{{r.Int(190, 290) + len(rig), 129 + r.Int(0, 60)}},
		job:    func() int { return job + rnd.Pick(r, -1, 0, 0, 1) },
		submit: func(int) int { return 8 + r.Int(148, 152) },
		accept: 0, refuse: 0,
	}
}
