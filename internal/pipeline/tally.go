package pipeline

import (
	"slices"
	"strings"

	"davy/flowlog"
	"davy/flowlog/envelope"
	"davy/internal/source"
)

// outcome is what became of one object.
type outcome struct {
	name      string
	flowLog   string // that the object is of, if known
	stats     flowlog.Stats
	unwrapped envelope.Counts
	outside   Outside
	whole     bool           // read to its end
	content   source.Content // if whole
	bytes     int64          // decoded
	failed    *flowlog.ObjectError
	partial   *flowlog.ObjectError
}

// comparable objects were read whole and hold something that must not count
// twice. Empty ones are all alike.
func (o *outcome) comparable() bool {
	return o.whole && o.stats.OK+o.stats.NoData+o.stats.SkipData > 0
}

// A tally adds up outcomes in the order of the objects, so that which of two equal
// objects counts does not depend on the workers.
type tally struct {
	res     Result
	waiting map[int]*outcome // for one before them

	// contents are those that are in a table, and whether an object with it has been
	// counted. It grows with the number of objects: nothing else here does.
	contents map[content]bool
	flowLogs map[string]uint32
}

// content is what must not count twice: what an object holds, of one flow log. Two
// flow logs may write the same; which of them counts, the table says.
type content struct {
	of      source.Content
	flowLog uint32
}

func (t *tally) content(out *outcome) content {
	number, ok := t.flowLogs[out.flowLog]
	if !ok {
		number = uint32(len(t.flowLogs))
		t.flowLogs[strings.Clone(out.flowLog)] = number // it is part of a longer name
	}
	return content{out.content, number}
}

// take tells whether the content of an object is new.
func (t *tally) take(out *outcome) bool {
	if !out.comparable() {
		return true
	}
	key := t.content(out)
	if _, taken := t.contents[key]; taken {
		return false
	}
	t.contents[key] = false
	return true
}

// add takes the outcome of object i.
func (t *tally) add(i int, out *outcome) {
	t.waiting[i] = out
	for {
		next, ok := t.waiting[t.res.Objects.Found]
		if !ok {
			return
		}
		delete(t.waiting, t.res.Objects.Found)
		t.res.Objects.Found++
		t.count(next)
	}
}

func (t *tally) count(out *outcome) {
	o := &t.res.Objects
	switch {
	case out.failed != nil:
		o.Failed = append(o.Failed, out.failed)
		return
	case out.comparable() && t.contents[t.content(out)]:
		o.Duplicates = append(o.Duplicates, out.name)
		return
	case out.partial != nil:
		o.Partial = append(o.Partial, out.partial)
	}
	if out.comparable() {
		t.contents[t.content(out)] = true
	}
	o.Read++
	o.Bytes += out.bytes
	t.res.Stats.Merge(&out.stats)
	if len(t.res.Stats.Samples) > 0 {
		t.res.Stats.Samples = firstOfEach(t.res.Stats.Samples)
	}
	t.res.Outside.add(&out.outside)
	t.res.Unwrapped.Add(out.unwrapped)
}

func (o *Outside) add(p *Outside) {
	o.Records += p.Records
	o.Traffic.Add(p.Traffic)
}

// firstOfEach keeps the first few samples of each reason.
func firstOfEach(samples []flowlog.ParseError) []flowlog.ParseError {
	const most = 3
	seen := make(map[flowlog.Reason]int)
	return slices.DeleteFunc(samples, func(e flowlog.ParseError) bool {
		seen[e.Reason]++
		return seen[e.Reason] > most
	})
}
