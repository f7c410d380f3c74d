package lab

// A coin is a proof of work and the dialects its pools speak.
type coin struct {
	name     string
	dialects []dialect
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
	welcome bool       // the last answer of the login is the first job
	job     span       // a job without merkle branches
	chains  int        // coins of the algorithm a pool changes between, besides the first
	branch  span       // branches of a block's merkle tree, 67 bytes each
	refresh stretch    // seconds between job refreshes; zero if only blocks bring jobs
	block   float64    // mean seconds between blocks
	share   exchange   // submit, accepted
	reject  span       // answer to a bad or late share
	retune  span       // a new difficulty; zero if a job carries it
	beats   []beat
	pace    stretch // mean seconds between shares at the pool's lowest difficulty, over hash rates
	fixed   float64 // fraction of pools with a difficulty that never changes
	worker  bool    // submit names the worker
}

var (
	subscribe = exchange{ask: span{58, 112}, answer: span{82, 164}}
	authorize = exchange{ask: span{72, 140}, answer: span{36, 58}}
	accepted  = span{36, 56}
	refused   = span{66, 112}
	newTarget = span{48, 66}
)

// coins are the proofs of work of public pools.
var coins = []coin{
	{name: "monero", dialects: []dialect{{
		port:    [2]uint16{3333, 443},
		hello:   []exchange{{ask: span{180, 400}, answer: span{380, 540}}},
		welcome: true,
		job:     span{242, 420},
		refresh: stretch{10, 60},
		block:   120,
		share:   exchange{ask: span{196, 258}, answer: span{61, 88}},
		reject:  span{84, 120},
		beats:   []beat{{exchange{span{78, 112}, span{72, 92}}, stretch{60, 60}, true}},
		pace:    stretch{2, 200},
		fixed:   0.1,
	}}},
	{name: "bitcoin", dialects: []dialect{{
		port:    [2]uint16{3333, 3334},
		hello:   []exchange{subscribe, authorize},
		job:     span{420, 1150},
		branch:  span{7, 13},
		refresh: stretch{20, 45},
		block:   600,
		share:   exchange{ask: span{108, 138}, answer: accepted},
		reject:  refused,
		retune:  newTarget,
		pace:    stretch{1, 100},
		fixed:   0.2,
		worker:  true,
	}}},
	{name: "ethash", dialects: []dialect{
		ethProxy(),
		getWork(),
		{ // EthereumStratum/1.0.0
			port:    [2]uint16{3353, 33353},
			hello:   []exchange{{span{96, 128}, span{98, 140}}, authorize},
			job:     span{196, 262},
			refresh: stretch{0, 0},
			block:   13.3,
			share:   exchange{ask: span{92, 128}, answer: accepted},
			reject:  refused,
			retune:  span{46, 60},
			beats:   []beat{{exchange{span{140, 180}, span{36, 48}}, stretch{60, 60}, false}},
			pace:    stretch{4, 80},
			fixed:   0.8,
			worker:  true,
		},
	}},
	{name: "kawpow", dialects: []dialect{{
		port:    [2]uint16{3636, 13636},
		hello:   []exchange{subscribe, authorize},
		job:     span{292, 400},
		refresh: stretch{15, 60},
		block:   60,
		share:   exchange{ask: span{172, 262}, answer: accepted},
		reject:  refused,
		retune:  span{104, 122},
		pace:    stretch{3, 90},
		fixed:   0.2,
		worker:  true,
	}}},
	{name: "equihash", dialects: []dialect{{
		port:    [2]uint16{3357, 33357},
		hello:   []exchange{subscribe, authorize},
		job:     span{290, 690},
		refresh: stretch{30, 75},
		block:   75,
		share:   exchange{ask: span{2838, 2890}, answer: accepted}, // 2 × (1344+3) of solution
		reject:  refused,
		retune:  span{104, 122},
		pace:    stretch{6, 60},
		fixed:   0.6,
		worker:  true,
	}}},
	{name: "scrypt", dialects: []dialect{{
		port:    [2]uint16{3333, 33333},
		hello:   []exchange{subscribe, authorize},
		job:     span{420, 980},
		branch:  span{5, 12},
		refresh: stretch{10, 30},
		block:   150,
		share:   exchange{ask: span{106, 136}, answer: accepted},
		reject:  refused,
		retune:  newTarget,
		pace:    stretch{2, 100},
		fixed:   0.3,
		worker:  true,
	}}},
	{name: "neoscrypt", dialects: []dialect{{
		port:    [2]uint16{3341, 33341},
		hello:   []exchange{subscribe, authorize},
		job:     span{440, 900},
		chains:  3,
		branch:  span{0, 5},
		refresh: stretch{7, 20},
		block:   45,
		share:   exchange{ask: span{104, 142}, answer: accepted},
		reject:  refused,
		retune:  newTarget,
		pace:    stretch{12, 150},
		fixed:   0.6,
		worker:  true,
	}}},
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
