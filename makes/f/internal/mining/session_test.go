package mining

import (
	"bufio"
	"compress/gzip"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"makes/f/internal/wide"
	"makes/f/internal/wire"
)

// TestMinerMessages checks that what a miner and its pool say gives the bytes it
// should: logins, shares and answers and nothing else, as no jobs come.
func TestMinerMessages(t *testing.T) {
	const login, welcome, share, ok = 400, 500, 230, 64
	r := wide.Seeded(5)
	fixed := func(n float64) wide.Sizes {
		for {
			if s := wide.DrawLines(r, rng{n, n}); s.N(r)+s.N(r)+s.N(r)+s.N(r)+s.N(r) == int(5*n) && s.N(r) == int(n) {
				return s
			}
		}
	}
	coin := &Coin{Name: "test", Steps: rng{1, 1}}
	p := &pool{coin: coin, addrs: []uint32{0x08080808}, port: 3333, login: []wide.Sizes{fixed(login)}, welcome: []wide.Sizes{fixed(welcome)},
		job: fixed(300), ok: fixed(ok), refusal: fixed(ok), refresh: wide.DrawTimer(r, rng{1e9, 1e9}),
		think: 0.01, difficulty: 30, life: 1e12, sharesLen: share}
	store := make(wire.Store, 2)
	n := wire.NewNic(r, 0, 0x0a000005, 600, 7200, store)
	m := newMiner(r, n, "pool", "middle", "plain", p, true)
	m.link.Path.Loss, m.link.Split, m.share = 0, [2]bool{}, fixed(share)
	m.from, m.to, m.speed, m.conns, m.workOn = 1, 7300, 4, 1, 0
	m.Run(n, r)
	n.Finish()
	dir := t.TempDir()
	if err := wire.WriteLogs(dir, store, []*wire.Nic{n}, "1", time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	up, down := payloads(t, dir, "10.0.0.5")
	shares := (up - login) / share
	if (up-login)%share != 0 || shares < 600 || shares > 1300 {
		t.Errorf("%d bytes sent are not a login and shares", up)
	}
	if want := welcome + shares*ok; down != want && down != want-ok {
		t.Errorf("%d bytes received, want %d", down, want)
	}
}

// payloads adds up what was said in each direction: bytes without the headers of
// segments with timestamps. Both SYNs have 8 bytes more.
func payloads(t *testing.T, dir, local string) (up, down int) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(dir, "*.gz"))
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		zip, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		for lines := bufio.NewScanner(zip); lines.Scan(); {
			w := strings.Fields(lines.Text())
			if packets, err := strconv.Atoi(w[8]); err == nil {
				bytes, _ := strconv.Atoi(w[9])
				if w[3] == local {
					up += bytes - 52*packets
				} else {
					down += bytes - 52*packets
				}
			}
		}
		f.Close()
	}
	return up - 8, down - 8
}
