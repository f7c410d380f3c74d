// Package mine is the other part of a log: machines that mine at a pool, at a
// node of their own, or through a proxy, and such as try to and cannot.
package mine

import (
	_ "embed"
	"math/rand/v2"
	"strconv"
	"strings"
)

// widths are the lengths of a session's fields, by their letters; 'm' is how
// many hashes a merkle branch has, and 'd' how many requests there have been.
type widths [128]int

// form is the length of a message: a fixed part, and fields of variable width.
// In the text of a form, %64 stands for 64 characters and a letter for a field.
type form struct {
	fixed, spaces int
	fields        []byte
}

func newForm(text string) form {
	var f form
	parts := strings.Split(text, "%")
	f.fixed = len(parts[0])
	for _, p := range parts[1:] {
		digits := 0
		for digits < len(p) && p[digits] >= '0' && p[digits] <= '9' {
			digits++
		}
		if n, err := strconv.Atoi(p[:digits]); err == nil {
			f.fixed += n
		} else {
			digits = 1
			f.fields = append(f.fields, p[0])
		}
		f.fixed += len(p) - digits
	}
	f.spaces = strings.Count(text, `":`) + strings.Count(text, ",")
	return f
}

// length draws the length of a message.
func (f *form) length(w *widths, spaced bool, rng *rand.Rand) int {
	n := f.fixed
	if spaced {
		n += f.spaces
	}
	for _, v := range f.fields {
		switch v {
		case 'm':
			if b := w['m']; b > 0 {
				n += 67*max(1, b-rng.IntN(3)) - 1
			}
		case 'd':
			n += len(strconv.Itoa(w['d']))
		case 'b':
			n += 4 + rng.IntN(2)
		case 'n': // a number of 64 bits
			n += len(strconv.FormatUint(rng.Uint64(), 10))
		case 'r': // reason of an error
			n += 8 + rng.IntN(24)
		default:
			n += w[v]
		}
	}
	return n
}

// dialect is a mining protocol. Login alternates between client and server.
type dialect struct {
	login                                                    []form
	job, share, accepted, refused, alive, living, rate, diff form
}

//go:embed protocols.txt
var protocols string

var dialects = func() map[string]*dialect {
	all := map[string]*dialect{}
	var d *dialect
	for line := range strings.Lines(protocols) {
		key, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if strings.HasPrefix(text, "{") {
			text += "\n"
		}
		switch f := newForm(text); {
		case key == "protocol":
			d = &dialect{}
			all[text] = d
		case key == "login":
			d.login = append(d.login, f)
		case d != nil && text != "" && key != "#":
			*map[string]*form{"job": &d.job, "share": &d.share, "accepted": &d.accepted, "refused": &d.refused,
				"alive": &d.alive, "living": &d.living, "rate": &d.rate, "diff": &d.diff}[key] = f
		}
	}
	return all
}()

// coin is what is mined.
type coin struct {
	name    string
	dialect []string // protocols in use
	block   float64  // seconds between blocks, or between the jobs a pool makes of faster ones
	refresh [2]float64
	wallet  [2]int
	weight  int
	solo    []solo
}

// solo is how a miner asks a node: sizes are of requests and answers.
type solo struct {
	every               [2]float64 // poll
	ask, answer         int
	fetch, work         int // on a new block, or all work
	submit, reply, http int
	refresh             float64 // new work without a block, the longest
}

var coins = []coin{
	{"monero", []string{"cryptonote"}, 120, [2]float64{15, 60}, [2]int{95, 106}, 6, []solo{{[2]float64{.5, 10}, 120, 190, 260, 1450, 900, 130, 1, 30}, {[2]float64{.2, 2}, 60, 150, 180, 1700, 700, 120, 1, 5}}},
	{"zephyr", []string{"cryptonote"}, 120, [2]float64{20, 90}, [2]int{96, 110}, 2, []solo{{[2]float64{1, 5}, 130, 240, 300, 1600, 900, 130, 1, 20}}},
	{"bitcoin", []string{"bitcoin", "bitcoin", "stratum2"}, 600, [2]float64{15, 60}, [2]int{8, 42}, 4, []solo{{[2]float64{.2, 5}, 160, 190, 260, 1800000, 4000, 120, 1, 40}}},
	{"litecoin", []string{"bitcoin"}, 60, [2]float64{20, 55}, [2]int{8, 43}, 3, []solo{{[2]float64{.5, 10}, 160, 190, 260, 90000, 3000, 120, 1, 30}}},
	{"dogecoin", []string{"bitcoin"}, 60, [2]float64{20, 60}, [2]int{8, 34}, 1, []solo{{[2]float64{.5, 5}, 160, 190, 240, 60000, 2000, 110, 1, 30}}},
	{"raptoreum", []string{"bitcoin"}, 120, [2]float64{30, 90}, [2]int{34, 34}, 2, []solo{{[2]float64{1, 10}, 170, 200, 260, 7000, 2500, 120, 1, 60}}},
	{"etchash", []string{"ethproxy", "ethstratum"}, 13, [2]float64{0, 8}, [2]int{42, 42}, 3, []solo{{[2]float64{.2, 1}, 140, 330, 0, 0, 330, 110, 1, 0}}},
	{"ethash", []string{"ethproxy", "ethstratum"}, 13, [2]float64{0, 10}, [2]int{42, 42}, 1, []solo{{[2]float64{.25, 2}, 150, 340, 0, 0, 340, 120, 1, 0}}},
	{"ravencoin", []string{"kawpow"}, 60, [2]float64{10, 60}, [2]int{34, 34}, 2, []solo{{[2]float64{.5, 5}, 160, 180, 240, 14000, 1800, 110, 1, 20}}},
	{"zcash", []string{"equihash"}, 75, [2]float64{15, 60}, [2]int{35, 35}, 2, []solo{{[2]float64{.5, 8}, 150, 200, 240, 12000, 5500, 110, 1, 30}}},
	{"flux", []string{"equihash125"}, 30, [2]float64{15, 60}, [2]int{35, 35}, 1, []solo{{[2]float64{.5, 5}, 150, 200, 240, 9000, 2200, 110, 1, 30}}},
	{"verus", []string{"verus"}, 62, [2]float64{15, 50}, [2]int{34, 34}, 2, []solo{{[2]float64{.5, 10}, 150, 200, 240, 8000, 5600, 110, 1, 30}}},
	{"kaspa", []string{"kaspa"}, 1.2, [2]float64{0, 0}, [2]int{67, 69}, 2, []solo{{[2]float64{.2, 1}, 30, 900, 0, 0, 900, 60, 0, 0}}},
	{"ergo", []string{"autolykos"}, 120, [2]float64{10, 60}, [2]int{51, 51}, 2, []solo{{[2]float64{.5, 3}, 120, 330, 0, 0, 220, 100, 1, 0}}},
	{"alephium", []string{"alephium"}, 4, [2]float64{0, 0}, [2]int{45, 45}, 1, []solo{{[2]float64{1, 4}, 1, 5200, 0, 0, 700, 12, 0, 0}}},
}
