package model

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"sync"

	"davy/biflow"
)

// A Sample is one labelled pair.
type Sample struct {
	Mining bool
	Group  string // profile it belongs to, for mining; kind of traffic else
	Kind   string // of mining: pool, solo, proxy, blocked …; "" stands for pool
	Unit   string // what it shares its habits with: a pool, a kind of program; never parted when a part is held out
	Key    string // what it is, unique: capture, interface, local::remote
	First  int64  // epoch seconds of its first and last window
	Last   int64
	Points []biflow.Point // by time; silent windows and implausible counts left out
	Pair   *biflow.Pair   // the whole of it

	looked *look
}

// unit is what the sample is held out with.
func (s *Sample) unit() string {
	if s.Unit == "" {
		return s.Key
	}
	return s.Unit
}

// A look is what is kept of a sample where pairs are judged as a whole.
type look struct {
	windows           int
	digest            [sha256.Size]byte
	traffic, attempts []row
}

// Look works out what [LevelCascade] learns of the samples, and lets go of
// their pairs and, where they do not mine, of their points: a day of a pair's
// windows takes thirty times the room of its traits. The models of other
// levels cannot be trained after that.
func Look(samples []Sample, workers int) {
	each(len(samples), workers, func(i int) {
		s := &samples[i]
		s.looked = s.look()
		s.Pair = nil
		if !s.Mining {
			s.Points = nil
		}
	})
}

// look is the sample's look, made now if it has none.
func (s *Sample) look() *look {
	if s.looked != nil {
		return s.looked
	}
	l := &look{windows: len(s.Points), digest: s.digest()}
	if s.Pair != nil {
		l.traffic, l.attempts = viewTraffic.rows(s.Pair), viewAttempt.rows(s.Pair)
	}
	return l
}

// digest is the SHA-256 of the sample: key, group, side, points.
func (s *Sample) digest() [sha256.Size]byte {
	var buf []byte
	for _, word := range []string{s.Key, s.Group} {
		buf = binary.AppendUvarint(buf, uint64(len(word)))
		buf = append(buf, word...)
	}
	mining := byte(0)
	if s.Mining {
		mining = 1
	}
	buf = append(buf, mining)
	for _, x := range s.Points {
		for _, c := range x {
			buf = binary.BigEndian.AppendUint64(buf, math.Float64bits(c))
		}
	}
	return sha256.Sum256(buf)
}

// each calls do for 0 to n-1, with so many workers.
func each(n, workers int, do func(int)) {
	workers = max(workers, 1)
	var wait sync.WaitGroup
	for k := range workers {
		wait.Go(func() {
			for i := k; i < n; i += workers {
				do(i)
			}
		})
	}
	wait.Wait()
}
