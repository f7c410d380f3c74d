package main

import "fmt"

// maxDistinct keeps the peers' addresses apart and public.
const maxDistinct = 64 << 18

// distinct writes one interface that so many peers speak to in one window, as
// in a port scan from everywhere or a flood: a record each, of one to three
// packets, and an answer to every fourth.
func (w *writer) distinct() {
	e := &eni{id: "eni-0123456789abcdef0", account: accounts[0], ip4: "10.0.0.9"}
	for i := range w.Distinct {
		from := distinctAddress(i)
		port, packets := 1024+i%60000, int64(1+i%3)
		start := w.Start + int64(i)*560/int64(w.Distinct)
		at := len(w.ends)
		w.add(e, from, e.ip4, port, 443, tcp, packets, 44*packets, start, start+30, "ACCEPT")
		if i%4 == 0 {
			w.add(e, e.ip4, from, 443, port, tcp, 1, 40, start+1, start+30, "ACCEPT")
		}
		w.took(e, at)
		w.said["tcp_pairs"]++
		w.said["tcp_points"]++
		w.said["all_pairs"]++
		if len(w.ends) >= w.PerFile {
			w.flush(0)
		}
	}
	w.flush(0)
}

// distinctAddress is the i-th peer's: 64 blocks of a quarter million, from
// 64.0.0.0 to 127.3.255.255, taken in turn.
func distinctAddress(i int) string {
	return fmt.Sprintf("%d.%d.%d.%d", 64+i%64, i>>22&255, i>>14&255, i>>6&255)
}
