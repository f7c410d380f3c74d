package mine

import (
	_ "embed"
	"encoding/json"
)

// coin is a proof of work, with the protocols and programs that are usual.
type coin struct {
	Name               string
	Share              int     // how common it is
	Block              float64 // seconds between blocks
	Dialects, Programs []string
	Ports              []int
	Wallet             [2]int  // length of a worker's name
	Pools              int     // how many
	Fixed              float64 // share of pools with a fixed difficulty
}

// program is a mining program by what its documentation says about it.
type program struct {
	Name       string
	Retry      [2]float64 // pause before it connects again
	Patience   float64    // with a connect
	Ping, Keep float64    // idle time before it pings, and before TCP does
	Report     float64    // period of hash rate reports
	Fee        [3]float64 // period, length and 1 if over a second connection that stays
	Tries      int        // before the next pool
}

// daemon is how miners without a pool get their work from a node.
type daemon struct {
	Name, Coin          string
	Share, Port, Submit int
	Poll                [2]float64 // period
	Ask, Answer         [2]int     // lengths of the poll
	Fetch, Template     [2]int     // lengths of the request for a template
	Refresh             float64    // template at least so often
	Visit, Push         bool       // a connection for each request; the node sends by itself
}

// dialect is a mining protocol, by the forms of its messages. In hello,
// requests and replies take turns; an empty one is not sent.
type dialect struct {
	Name                          string
	Hello                         []string
	Job, Target                   string
	Submit, Accept, Stale, Refuse string
	Ping, Pong, Rate, Rated, Work string
	Binary, Batch                 int // bytes a frame adds to a binary message; shares that one reply acknowledges
}

//go:embed tables.json
var tables []byte

var (
	coins    []coin
	daemons  []daemon
	programs = map[string]program{}
	dialects = map[string]*dialect{}
)

func init() {
	var all struct {
		Coins    []coin
		Programs []program
		Daemons  []daemon
		Dialects []*dialect
	}
	if err := json.Unmarshal(tables, &all); err != nil {
		panic(err)
	}
	coins, daemons = all.Coins, all.Daemons
	for _, p := range all.Programs {
		programs[p.Name] = p
	}
	for _, d := range all.Dialects {
		dialects[d.Name] = d
	}
}
