package script

import (
	"strconv"
	"strings"
	"time"

	"makes/g/internal/cloud"
	"makes/g/internal/dice"
	"makes/g/internal/flowlog"
)

// action is one verb with its sizes, thinking, pauses and repetition.
func action(p *cloud.Proc, words []string) func() {
	times, name, repeated := strings.Cut(words[0], "*")
	if !repeated {
		times, name = "1", words[0]
	}
	think := p.Think(300*time.Microsecond, 60*time.Millisecond)
	pause := func() time.Duration { return 0 }
	for _, w := range words[1:] {
		switch w[0] {
		case '~':
			think = p.Think(span(w[1:]))
		case '^':
			pause = within(p, w[1:])
		}
	}
	do := verb(p, name, words[1:], think)
	return func() {
		for range count(p.Dice, times) {
			do()
			p.Now += pause()
		}
	}
}

func verb(p *cloud.Proc, name string, words []string, think dice.Gap) func() {
	switch name {
	case "linger":
		length := within(p, words[0])
		return func() { p.Talk(p.Now + length()) }
	case "stallin", "stallout": // the receiver stops reading
		length, d := within(p, words[0]), map[string]flowlog.Dir{"stallin": flowlog.In, "stallout": flowlog.Out}[name]
		return func() { p.Now = p.Conn.Stall(p.Now, d, length()) }
	case "hold": // a long poll: what it waits for comes, or it runs out
		hold, event, size := gap(p, words[0], words[1]), gap(p, words[2], words[3]), sizes(p.Dice, words[4])
		return func() {
			if h, e := hold(), event(); e < h {
				p.Ask(size[0](), e, size[2]())
			} else {
				p.Ask(size[0](), h, size[1]())
			}
		}
	}
	size := sizes(p.Dice, words[0])
	return map[string]func(){
		"ask":   func() { p.Ask(size[0](), think(), size[1]()) },
		"serve": func() { p.Serve(size[0](), think(), size[1]()) },
		"tell":  func() { p.Tell(size[0]()) },
		"hear":  func() { p.Hear(size[0]()) },
	}[name]
}

func sizes(d *dice.Dice, text string) []dice.Size {
	var all []dice.Size
	for part := range strings.SplitSeq(text, "/") {
		lo, hi, each := strings.Cut(part, "..")
		low, high, typical := strings.Cut(part, "-")
		switch {
		case each:
			all = append(all, func() int { return int(d.Between(float(lo), float(hi))) })
		case typical:
			all = append(all, d.Size(int(float(low)), int(float(high))))
		default:
			all = append(all, func() int { return int(float(part)) })
		}
	}
	return all
}

func gap(p *cloud.Proc, kind, text string) dice.Gap {
	return map[string]func(lo, hi time.Duration) dice.Gap{
		"timer": p.Timer, "poisson": p.Poisson, "human": p.Human, "bursty": p.Bursty}[kind](span(text))
}

// within gives a duration of lo..hi each time.
func within(p *cloud.Proc, text string) dice.Gap {
	lo, hi := span(strings.Replace(text, "..", "-", 1))
	return func() time.Duration { return p.Dur(lo, hi) }
}

func span(text string) (lo, hi time.Duration) {
	first, second, _ := strings.Cut(text, "-")
	return must(time.ParseDuration(first)), must(time.ParseDuration(second))
}

// count is a number, or one of lo-hi.
func count(d *dice.Dice, text string) int {
	lo, hi, wide := strings.Cut(text, "-")
	if !wide {
		hi = lo
	}
	return d.Int(int(float(lo)), int(float(hi)))
}

func ports(text string) []uint16 {
	var all []uint16
	for part := range strings.SplitSeq(text, ",") {
		all = append(all, uint16(float(part)))
	}
	return all
}

func float(text string) float64 { return must(strconv.ParseFloat(text, 64)) }

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}
