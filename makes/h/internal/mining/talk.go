// Package mining is the traffic of miners: what each coin's protocol says, how
// pools hand out work and set difficulty, and which interface mines what.
package mining

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"makes/h/internal/sim"
)

// script is a protocol: the messages as they are written, with blanks. <8> is
// a blank of 8 characters, <4-16> one of as many as the pool likes, <~4-16> one
// that differs from message to message, USER the miner's login. What is empty
// is not said.
type script struct {
	wallet        int
	hello         []string // questions and answers when connecting
	job           string   // new work
	submit        string   // a share
	ok, bad       string   // the answers to it
	retarget      string   // tells a new difficulty, before a job
	alive, answer string   // the miner says that it lives
	report        string   // the miner tells its speed
	reports       float64  // how many miners do
}

// talk is a script as one miner and one pool speak it: the sizes of messages.
type talk struct {
	hello                                                 []func() int
	job, submit, ok, bad, retarget, alive, answer, report func() int
}

// speak fits a script to a pool's and a miner's ways.
func (s *script) speak(pool, miner sim.Rand) *talk {
	user := strconv.Itoa(s.wallet + sim.Pick(miner, 0, 0, miner.Int(2, 6), miner.Int(5, 16)))
	fit := func(text string) func() int {
		return message(strings.ReplaceAll(text, "USER", "<"+user+">"), pool, miner)
	}
	t := &talk{job: fit(s.job), submit: fit(s.submit), ok: fit(s.ok), bad: fit(s.bad), retarget: fit(s.retarget)}
	for _, text := range s.hello {
		t.hello = append(t.hello, fit(text))
	}
	if s.alive != "" && miner.Chance(0.65) {
		t.alive, t.answer = fit(s.alive), fit(s.answer)
	}
	if miner.Chance(s.reports) {
		t.report = fit(s.report)
	}
	return t
}

var blank = regexp.MustCompile(`<(~?)(\d+)(?:-(\d+))?>`)

// message is the size of a text with blanks; JSON ends with a newline.
func message(text string, fixed, loose sim.Rand) func() int {
	n := len(blank.ReplaceAllString(text, ""))
	if strings.HasSuffix(text, "}") {
		n++
	}
	var ranges [][2]int
	for _, m := range blank.FindAllStringSubmatch(text, -1) {
		least, _ := strconv.Atoi(m[2])
		most, err := strconv.Atoi(m[3])
		switch {
		case err != nil:
			n += least
		case m[1] == "":
			n += fixed.Int(least, most)
		default:
			ranges = append(ranges, [2]int{least, most})
		}
	}
	return func() int {
		size := n
		for _, r := range ranges {
			size += loose.Int(r[0], r[1])
		}
		return size
	}
}

// stratum is Stratum v1 with the work and the share of some coin.
func stratum(wallet int, work, share string) *script {
	return &script{
		wallet: wallet,
		hello: []string{
			`{"id":1,"method":"mining.subscribe","params":["<~5-30>"<0-24>]}`,
			`{"id":1,"result":[[["mining.notify","<8-32>"]],"<4-16>",4],"error":null}`,
			`{"id":2,"method":"mining.authorize","params":["USER","x"]}`,
			`{"id":2,"result":true,"error":null<0-16>}`},
		job:      `{"id":null,"method":"mining.notify","params":[` + work + `]}`,
		submit:   `{"id":<~1-4>,"method":"mining.submit","params":["USER",` + share + `]}`,
		ok:       `{"id":<~1-4>,"result":true,"error":null<0-18>}`,
		bad:      `{"id":<~1-4>,"result":null,"error":[21,"<10-40>",null]}`,
		retarget: `{"id":null,"method":"mining.set_difficulty","params":[<1-66>]}`,
		report:   `{"id":<~1-4>,"method":"eth_submitHashrate","params":["0x<9-64>","0x<64>"]}`,
		reports:  0.2,
	}
}

// bitcoinLike is Stratum as Bitcoin has it: a coinbase of some size and a
// branch of the Merkle tree make its work long.
func bitcoinLike(wallet, least, most int) *script {
	s := stratum(wallet, fmt.Sprintf(`"<1-16>","<64>","<90-400>","<80-800>",[<~%d-%d>],"20000000","<8>","<8>",false`, 67*least, 67*most),
		`"<1-16>","<8-16>","<8>","<8>"<0-11>`)
	s.reports = 0
	return s
}
