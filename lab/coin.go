package lab

// A coin is a proof of work and the dialects its pools speak.
type coin struct {
	name     string
	dialects []dialect // none: each pool has one of its own, see unnamed
	fee      float64   // share of the time that common miners work for their author
}

// An exchange is a message of the client and the pool's answer.
type exchange struct{ ask, answer span }

// A beat is an exchange the client begins again and again.
type beat struct {
	exchange
	every stretch // seconds; one value for each miner
	idle  bool    // only after so long without a word from the pool, in newer clients
}

// A dialect is data about a protocol: how big its messages are, in bytes of
// JSON with the newline, and what makes the pool send them. A pool draws its
// own sizes from the spans and keeps to them.
type dialect struct {
	port    [2]uint16  // plain, TLS
	hello   []exchange // login
	extras  []exchange // what some clients ask for besides
	welcome bool       // the last answer of the login is the first job
	job     span       // a job without merkle branches
	market  float64    // fraction of pools that sell hash rate and change between chains
	crowd   stretch    // transactions in a full block: their logarithm is the number of merkle branches; zero if jobs have none
	branch  int        // bytes of a branch
	refresh stretch    // seconds between job refreshes; zero if only blocks bring jobs
	block   float64    // mean seconds between blocks
	watch   stretch    // seconds between looks for a new block, of four pools in five; zero if all are told
	share   exchange   // submit, accepted
	reject  span       // answer to a bad or late share
	retune  span       // a new difficulty; zero if a job carries it
	beats   []beat
	pace    stretch // mean seconds between shares at the pool's lowest difficulty, over hash rates
	fixed   float64 // fraction of pools with a difficulty that never changes
	worker  bool    // submit names the worker
}

// hexBranch is a branch in JSON: 64 hexadecimal digits, two quotes and a comma.
const hexBranch = 67

var (
	subscribe = exchange{ask: span{44, 112}, answer: span{82, 200}}
	authorize = exchange{ask: span{66, 160}, answer: span{36, 58}}
	accepted  = span{36, 62}
	refused   = span{62, 124}
	newTarget = span{48, 70}
	wideGoal  = span{100, 124} // a target of 32 bytes

	configure  = exchange{ask: span{108, 170}, answer: span{66, 120}} // mining.configure (BIP 310)
	extranonce = exchange{ask: span{50, 66}, answer: span{34, 62}}    // mining.extranonce.subscribe
	suggest    = exchange{ask: span{52, 76}, answer: span{34, 48}}    // mining.suggest_difficulty
	hashrate   = beat{exchange{span{140, 196}, span{36, 50}}, stretch{10, 60}, false}
)

// coins are the proofs of work of public pools.
var coins = []coin{
	{name: "monero", fee: 0.01, dialects: []dialect{cryptoNote(span{242, 440}, 120)}},
	// Forks of it: a signed header of 141 bytes (Wownero), or older jobs
	// without height and seed hash.
	{name: "cryptonote", fee: 0.01, dialects: []dialect{
		cryptoNote(span{420, 560}, 300),
		cryptoNote(span{216, 290}, 120),
		cryptoNote(span{300, 470}, 60),
	}},
	{name: "bitcoin", dialects: []dialect{{
		port:    [2]uint16{3333, 3334},
		hello:   []exchange{subscribe, authorize},
		extras:  []exchange{configure, extranonce, suggest},
		job:     span{420, 1150},
		market:  0.15,
		crowd:   stretch{100, 6000},
		branch:  hexBranch,
		refresh: stretch{10, 60},
		block:   600,
		share:   exchange{ask: span{100, 150}, answer: accepted},
		reject:  refused,
		retune:  newTarget,
		pace:    stretch{1, 100},
		fixed:   0.2,
		worker:  true,
	}, { // Stratum V2: binary, each header and payload with a tag of 16
		port:    [2]uint16{3336, 34254},
		hello:   []exchange{{span{64, 64}, span{234, 234}}, {span{120, 200}, span{44, 60}}, {span{90, 160}, span{90, 160}}},
		job:     span{190, 420},
		crowd:   stretch{100, 6000},
		branch:  32,
		refresh: stretch{20, 60},
		block:   600,
		share:   exchange{ask: span{66, 84}, answer: span{58, 58}},
		reject:  span{60, 90},
		retune:  span{74, 74},
		pace:    stretch{1, 100},
		fixed:   0.1,
	}}},
	{name: "ethash", fee: 0.01, dialects: []dialect{
		ethProxy(),
		getWork(),
		{ // EthereumStratum/1.0.0
			port:   [2]uint16{3353, 33353},
			hello:  []exchange{{span{96, 128}, span{98, 140}}, authorize},
			extras: []exchange{extranonce},
			job:    span{196, 262},
			block:  13.3,
			share:  exchange{ask: span{92, 128}, answer: accepted},
			reject: refused,
			retune: span{46, 60},
			beats:  []beat{hashrate},
			pace:   stretch{4, 80},
			fixed:  0.8,
			worker: true,
		},
	}},
	{name: "kawpow", fee: 0.01, dialects: []dialect{{
		port:    [2]uint16{3636, 13636},
		hello:   []exchange{subscribe, authorize},
		extras:  []exchange{extranonce},
		job:     span{292, 400},
		market:  0.25,
		refresh: stretch{5, 60},
		block:   60,
		share:   exchange{ask: span{172, 262}, answer: accepted},
		reject:  refused,
		retune:  wideGoal,
		beats:   []beat{hashrate},
		pace:    stretch{3, 90},
		fixed:   0.2,
		worker:  true,
	}}},
	{name: "equihash", fee: 0.02, dialects: []dialect{
		zip301(span{284, 420}, span{2838, 2890}, 75), // 2 × (1344+3) of solution: 200,9
		zip301(span{284, 420}, span{2838, 2890}, 150),
		zip301(span{284, 420}, span{950, 1010}, 150), // 400+3: 192,7
		zip301(span{284, 420}, span{350, 420}, 600),  // 100+1: 144,5
	}},
	// VerusHash: as ZIP 301, and the job ends with a solution to start from,
	// whole (1344 bytes or so) or cut behind what the pool has put there.
	{name: "verus", dialects: []dialect{
		zip301(span{420, 900}, span{2830, 2910}, 60),
		zip301(span{2960, 3080}, span{2830, 2910}, 60),
	}},
	{name: "scrypt", dialects: []dialect{{
		port:    [2]uint16{3333, 33333},
		hello:   []exchange{subscribe, authorize},
		extras:  []exchange{extranonce, suggest},
		job:     span{420, 980},
		market:  0.25,
		crowd:   stretch{30, 3000},
		branch:  hexBranch,
		refresh: stretch{5, 60},
		block:   150,
		share:   exchange{ask: span{100, 150}, answer: accepted},
		reject:  refused,
		retune:  newTarget,
		pace:    stretch{2, 100},
		fixed:   0.3,
		worker:  true,
	}}},
	{name: "neoscrypt", fee: 0.01, dialects: []dialect{{
		port:    [2]uint16{3341, 33341},
		hello:   []exchange{subscribe, authorize},
		extras:  []exchange{extranonce},
		job:     span{420, 780},
		market:  0.7,
		crowd:   stretch{0.5, 20},
		branch:  hexBranch,
		refresh: stretch{7, 60},
		block:   60,
		share:   exchange{ask: span{100, 150}, answer: accepted},
		reject:  refused,
		retune:  newTarget,
		pace:    stretch{8, 150},
		fixed:   0.6,
		worker:  true,
	}}},
	{name: "autolykos", fee: 0.01, dialects: []dialect{{
		port:    [2]uint16{3052, 3056},
		hello:   []exchange{subscribe, authorize},
		extras:  []exchange{extranonce},
		job:     span{240, 420},
		market:  0.2,
		refresh: stretch{10, 60},
		block:   120,
		share:   exchange{ask: span{110, 220}, answer: accepted},
		reject:  refused,
		retune:  newTarget,
		pace:    stretch{4, 120},
		fixed:   0.3,
		worker:  true,
	}}},
	{name: "kheavyhash", fee: 0.01, dialects: []dialect{kheavyHash(1), kheavyHash(0.1)}},
	{name: "other", fee: 0.01},
}

// unnamed is the dialect of one of the hundreds of coins that are not listed:
// Stratum with the sizes and the clock of none of them in particular.
func unnamed(d dice) dialect {
	about := func(lo, hi float64) span {
		n := d.spread(lo, hi)
		return span{int(n), int(n * d.between(1, 1.3))}
	}
	u := dialect{
		port:    [2]uint16{uint16(d.between(1024, 30000)), uint16(d.between(30000, 60000))},
		hello:   []exchange{{about(44, 400), about(50, 300)}, {about(60, 200), about(30, 80)}},
		extras:  []exchange{extranonce, suggest},
		job:     about(100, 2500),
		market:  0.25,
		refresh: stretch{5, 120},
		block:   d.spread(1, 600),
		share:   exchange{ask: about(80, 600), answer: about(30, 100)},
		reject:  refused,
		pace:    stretch{2, 120},
		fixed:   0.4,
		worker:  d.chance(0.7),
	}
	if d.chance(0.2) {
		u.share.ask = about(600, 4000) // proofs such as Equihash's, Cuckoo's, zero-knowledge ones
	}
	if d.chance(0.3) {
		u.crowd, u.branch = stretch{1, 3000}, hexBranch
	}
	if d.chance(0.7) {
		u.retune = about(48, 124)
	}
	if d.chance(0.4) {
		u.beats = []beat{{exchange{about(40, 200), about(36, 100)}, stretch{10, 120}, d.chance(0.5)}}
	}
	return u
}

// cryptoNote is Stratum as xmrig speaks it (xmrig-proxy doc/STRATUM.md).
func cryptoNote(job span, block float64) dialect {
	return dialect{
		port:    [2]uint16{3333, 443},
		hello:   []exchange{{ask: span{170, 460}, answer: span{job.lo + 110, job.hi + 130}}},
		welcome: true,
		job:     job,
		refresh: stretch{5, 60},
		block:   block,
		share:   exchange{ask: span{186, 266}, answer: span{58, 92}},
		reject:  span{78, 128},
		beats:   []beat{{exchange{span{70, 116}, span{62, 96}}, stretch{30, 60}, true}},
		pace:    stretch{2, 200},
		fixed:   0.2,
	}
}

// zip301 is Stratum with Equihash solutions.
func zip301(job, share span, block float64) dialect {
	return dialect{
		port:    [2]uint16{3357, 33357},
		hello:   []exchange{subscribe, authorize},
		extras:  []exchange{extranonce},
		job:     job,
		market:  0.3,
		refresh: stretch{15, 120},
		block:   block,
		share:   exchange{ask: share, answer: accepted},
		reject:  refused,
		retune:  wideGoal,
		pace:    stretch{3, 60},
		fixed:   0.6,
		worker:  true,
	}
}

// kheavyHash is Stratum of Kaspa, with a block a second, or ten since 2025. A job
// is four numbers or their hexadecimal. That most pools look for a block by a
// clock is assumed: who is told of ten a second need not pass on all.
func kheavyHash(block float64) dialect {
	return dialect{
		port:   [2]uint16{5555, 5556},
		hello:  []exchange{subscribe, authorize},
		extras: []exchange{extranonce},
		job:    span{118, 240},
		block:  block,
		watch:  stretch{0.1, 5},
		share:  exchange{ask: span{90, 170}, answer: accepted},
		reject: refused,
		retune: newTarget,
		pace:   stretch{2, 60},
		fixed:  0.3,
		worker: true,
	}
}

// ethProxy is JSON-RPC over TCP with jobs pushed by the pool.
func ethProxy() dialect {
	return dialect{
		port:    [2]uint16{9999, 9433},
		hello:   []exchange{{span{122, 190}, span{39, 58}}, {span{77, 84}, span{239, 246}}},
		welcome: true,
		job:     span{238, 248},
		block:   13.3,
		share:   exchange{ask: span{226, 240}, answer: span{38, 42}},
		reject:  span{62, 110},
		beats:   []beat{{exchange{span{144, 156}, span{38, 42}}, stretch{10, 60}, false}},
		pace:    stretch{4, 120},
		fixed:   0.7,
	}
}

// getWork is the same for clients that also ask for work by themselves.
func getWork() dialect {
	d := ethProxy()
	d.beats = append(d.beats, beat{exchange{span{77, 84}, span{238, 248}}, stretch{2, 10}, false})
	return d
}
