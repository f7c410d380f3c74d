package envelope

import (
	"bufio"
	"bytes"
)

// export takes off the times that CloudWatch Logs puts in front of the lines it
// exports to S3: "2019-05-21T20:30:40.123Z ". Lines without one are left as they are.
type export struct {
	in     *bufio.Reader
	counts *Counts
	out    []byte
	inside bool // a line
}

func (e *export) next() ([]byte, error) {
	e.out = e.out[:0]
	for len(e.out) < enough {
		piece, err := e.in.ReadSlice('\n')
		if !e.inside {
			if n := stampLength(piece); n > 0 {
				e.counts.Events++
				piece = piece[n:]
			}
		}
		e.out = append(e.out, piece...)
		e.inside = err != nil
		if err != nil && err != bufio.ErrBufferFull {
			return e.out, err
		}
	}
	return e.out, nil
}

// stampLength returns how many bytes a time and the space behind it take up at the
// start of a line, 0 if there is none.
func stampLength(line []byte) int {
	const day, most = "0000-00-00T00:00:00", 9
	if len(line) <= len(day) {
		return 0
	}
	for i := range len(day) {
		if digit := isDigit(line[i]); digit != (day[i] == '0') || !digit && line[i] != day[i] {
			return 0
		}
	}
	n := len(day)
	if line[n] == '.' {
		for n++; n < len(line) && n <= len(day)+most && isDigit(line[n]); n++ {
		}
	}
	if !bytes.HasPrefix(line[n:], []byte("Z ")) || line[n-1] == '.' {
		return 0
	}
	return n + len("Z ")
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
