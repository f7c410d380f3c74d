package main

import (
	"strconv"

	"davy/bench/trial"
)

const (
	tcp = 6
	udp = 17

	header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"
)

// lines are lines of a log, with what each says.
type lines struct {
	text []byte
	ends []end
}

// An end is where a line ends in the text, and what it counts.
type end struct {
	at             int
	packets, bytes int64
	ok, tcp        bool // a record; an accepted one of TCP
}

// add adds a record.
func (l *lines) add(e *eni, src, dst string, sport, dport, protocol int, packets, bytes, start, stop int64, action string) {
	b := append(l.text, "2 "...)
	for _, word := range [...]string{e.account, e.id, src, dst} {
		b = append(append(b, word...), ' ')
	}
	for _, n := range [...]int64{int64(sport), int64(dport), int64(protocol), packets, bytes, start, stop} {
		b = append(strconv.AppendInt(b, n, 10), ' ')
	}
	b = append(b, action...)
	l.text = append(b, " OK\n"...)
	l.ends = append(l.ends, end{len(l.text), packets, bytes, true, protocol == tcp && action == "ACCEPT"})
}

// cut leaves the first n lines.
func (l *lines) cut(n int) {
	l.ends = l.ends[:n]
	l.text = l.text[:0:len(l.text)]
	if n > 0 {
		l.text = l.text[:l.ends[n-1].at]
	}
}

// count adds what the lines from the given one on say to said.
func (l *lines) count(from int, said trial.Said) {
	for _, e := range l.ends[from:] {
		said["rows"]++
		if !e.ok {
			continue
		}
		said["records"]++
		said["packets"] += e.packets
		said["bytes"] += e.bytes
		if e.tcp {
			said["tcp_records"]++
			said["tcp_packets"] += e.packets
			said["tcp_bytes"] += e.bytes
		}
	}
}
