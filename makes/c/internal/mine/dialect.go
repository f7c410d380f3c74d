package mine

import (
	"regexp"
	"strconv"

	"makes/c/internal/dice"
)

// exchange is a request and its answer, in bytes.
type exchange struct{ up, down int }

// dialect is the lengths of the messages between one rig and one pool.
type dialect struct {
	hello  []exchange // until work begins
	first  []int      // what the pool says then, with a job
	job    func(fresh bool) int
	target int // a new difficulty; 0 if it comes with the next job
	share  int // with a one-digit number
	accept int
	reject int
	beat   exchange // application keep-alive
	report exchange // hashrate report
}

var hole = regexp.MustCompile(`<(\d+)>`)

// line is the length of a message with <n> standing for n characters, and of
// its newline.
func line(template string) int {
	n := len(template) + 1
	for _, m := range hole.FindAllStringSubmatch(template, -1) {
		width, _ := strconv.Atoi(m[1])
		n += width - len(m[0])
	}
	return n
}

// holes writes a hole of n characters.
func holes(n int) string { return "<" + strconv.Itoa(n) + ">" }

// steady is a job that always has the same length, but for a number that may
// count the jobs.
func steady(d *dice.Dice, n int) func(bool) int {
	counts, jobs := d.Chance(0.4), 0
	return func(bool) int {
		jobs++
		if counts {
			return n - 1 + digits(jobs)
		}
		return n
	}
}

// digits is the length of a number.
func digits(n int) int { return len(strconv.Itoa(n)) }

// verdicts are the common answers to a share.
func (l *dialect) verdicts(d *dice.Dice) {
	rpc := dice.Of(d, "", "", `"jsonrpc":"2.0",`)
	l.accept = line(`{"id":1,` + rpc + `"result":true,"error":null}`)
	l.reject = line(`{"id":1,` + rpc + `"result":null,"error":[21,"Job not found",null]}`)
}
