package mine

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"makes/e/internal/flow"
	"makes/e/internal/sim"
)

func TestSubmitHasTheLengthOfItsText(t *testing.T) {
	n := names{d: sim.NewDice(1, "t"), session: 16, jobID: 8}
	line := `{"id":%s,"jsonrpc":"2.0","method":"submit","params":{"id":"` + strings.Repeat("s", 16) + `","job_id":"` +
		strings.Repeat("j", 8) + `","nonce":"d0030040","result":"` + strings.Repeat("f", 64) + "\"}}\n"
	got := cryptonote(4)(n).submit()
	if shortest := len(fmt.Sprintf(line, "10")); got < shortest || got > shortest+2 {
		t.Errorf("submit of %d bytes, want %d and up to two digits more", got, shortest)
	}
}

func TestEveryCoinSpeaks(t *testing.T) {
	w := sim.NewWorld(3, flow.NewStore("1", time.Unix(0, 0), 3600, 600))
	for _, c := range coins {
		pl := findPool(w, c, 1)
		talk := c.speak(drawNames(sim.NewDice(2, c.name), pl, c.wallet))
		for what, size := range map[string]int{
			"login": talk.login[0].up, "job": talk.job(), "submit": talk.submit(),
			"accepted": talk.accepted(), "refused": talk.refused(),
		} {
			if size < 20 || size > 20_000 {
				t.Errorf("%s: %s of %d bytes", c.name, what, size)
			}
		}
	}
	for _, s := range soloists {
		find(s.coin) // panics when the name is wrong
	}
}

func TestVardiffReachesItsTarget(t *testing.T) {
	p := &pool{vardiff: true, target: 10, band: 0.3, step: 2, easy: 0.01}
	diff, hash := 50.0, 0.5
	for range 30 {
		diff = p.adjusted(diff, int(120*hash/diff), 120)
	}
	if wait := diff / hash; wait < 6 || wait > 16 {
		t.Errorf("a share every %.1f s, want about 10", wait)
	}
}

// TestSessionBytes mines on a perfect path, with one job and the shares only, and
// compares the bytes in the log with those of the messages.
func TestSessionBytes(t *testing.T) {
	store := flow.NewStore("1", time.Unix(0, 0), 7200, 600)
	w := sim.NewWorld(9, store)
	p := w.NewHost(0, "service", false).NewProgram(&sim.Label{Name: "test"})
	p.Now = 10
	c := coin{name: "test", block: 1, wallet: 40} // blocks this quick bring no jobs of their own
	pl := &pool{easy: 1, start: 1, together: true}
	peer := w.Public(3333)
	peer.Loss, peer.Stamps, peer.MTU = 0, true, 1500
	shares := 0
	m := &miner{p: p, coin: c, pool: pl, hash: 0.05, via: carrier{transport: "plain"}}
	pl.doors, pl.window = []sim.Peer{peer}, 1e6
	m.talk = talk{
		login:    []exchange{{300, 500}},
		job:      func() int { return 400 },
		submit:   func() int { shares++; return 150 },
		accepted: func() int { return 60 },
		refused:  func() int { return 60 },
	}
	conn := p.Dial(peer)
	m.session(conn, 7000)
	conn.Abort(sim.Server)
	dir := t.TempDir()
	if err := store.Write(dir); err != nil {
		t.Fatal(err)
	}
	payload := payloads(t, dir, 52)
	// The SYNs carry 8 bytes of options more; the reset has 12 bytes less.
	if want := 300 + 150*shares + 8; payload[true] != want {
		t.Errorf("%d bytes up, want %d for %d shares", payload[true], want, shares)
	}
	if want := 500 + 400 + 60*shares + 8 - 12; payload[false] != want {
		t.Errorf("%d bytes down, want %d for %d shares", payload[false], want, shares)
	}
	if shares < 250 || shares > 450 {
		t.Errorf("%d shares in 6990 s at one in 20 s", shares)
	}
}

// payloads sums the bytes without headers, by whether they go to port 3333.
func payloads(t *testing.T, dir string, header int) map[bool]int {
	sums := map[bool]int{}
	files, _ := filepath.Glob(filepath.Join(dir, "*.gz"))
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		zip, err := gzip.NewReader(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(zip)
		for lines.Scan() {
			var version, from, to, proto, packets, bytes int
			var account, eni, src, dst string
			n, _ := fmt.Sscan(lines.Text(), &version, &account, &eni, &src, &dst, &from, &to, &proto, &packets, &bytes)
			if n == 10 {
				sums[to == 3333] += bytes - header*packets
			}
		}
		file.Close()
	}
	return sums
}
