package mine

// soft is a miner program as the network sees it.
type soft struct {
	name    string
	agent   int     // characters with which it names itself
	connect float64 // seconds it waits for a connection
	pause   float64 // seconds between attempts
	tries   int     // attempts at a pool before the next of the list
	backoff float64 // factor by which the pause grows
	alive   float64 // seconds between its own keep-alive messages, 0 for none
	rate    float64 // seconds between reports of its hash rate, 0 for none
	hello   int     // size of its TLS greeting
	spaces  int     // white space its JSON writer puts in a message
	fee     float64 // share of the time it mines for its author
	round   float64 // seconds from one of the author's rounds to the next
}

// The programs, in the order in which coins name them.
var softs = []soft{
	{"xmrig", 62, 20, 5, 5, 1, 60, 0, 517, 0, 0.01, 6000},
	{"srbminer", 22, 10, 5, 3, 1, 0, 0, 290, 0, 0.0085, 7200},
	{"xmr-stak", 24, 10, 10, 4, 1, 0, 0, 240, 0, 0.02, 6000},
	{"cpuminer-opt", 22, 30, 10, 4, 1, 0, 0, 300, 12, 0, 0},
	{"ccminer", 14, 30, 30, 3, 1, 0, 0, 0, 12, 0, 0},
	{"t-rex", 14, 15, 10, 3, 1, 0, 60, 320, 0, 0.01, 6000},
	{"gminer", 12, 20, 5, 3, 1, 0, 30, 260, 0, 0.02, 3600},
	{"lolminer", 14, 10, 5, 3, 1, 0, 45, 517, 0, 0.0075, 3600},
	{"cgminer", 15, 60, 15, 3, 2, 0, 0, 0, 14, 0, 0},
	{"asic-firmware", 20, 60, 30, 3, 1, 0, 0, 0, 14, 0, 0},
	{"asic-heavy", 16, 30, 10, 3, 1, 30, 0, 0, 0, 0, 0},
}
