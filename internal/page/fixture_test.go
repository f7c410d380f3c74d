package page

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net/netip"
	"strings"
	"testing"

	"davy/biflow"
	"davy/detect"
	"davy/internal/report"
	"davy/trait"
)

// fixture is what a page is made of.
type fixture struct {
	findings []detect.Finding
	windows  *Windows
	summary  *report.Summary
}

// made returns so many findings with so many windows each: numbers and names
// that hardly ever repeat, as the largest reports have them.
func made(findings, windows int) fixture {
	r := rand.New(rand.NewPCG(1, 2))
	f := fixture{windows: new(Windows), summary: &report.Summary{
		Complete: true, Objects: report.Objects{Found: 24, Read: 24, Bytes: 13445090}, Lines: 120457, Header: 24, OK: 120433,
		Interfaces: findings, Pairs: 40 * findings, Windows: windows * findings, Digest: fmt.Sprintf("%064x", r.Uint64()),
		Verdicts: make(map[string]int), Rejected: make(map[string]int64), Rule: detect.Cascade, Model: fmt.Sprintf("%064x", r.Uint64()),
	}}
	for i := range findings {
		v := detect.Mining
		if i > findings/2 {
			v = detect.Suspect
		}
		f.add(finding(r, v, windows), pair(r, windows))
	}
	report.Sort(f.findings)
	return f
}

func (f *fixture) add(x detect.Finding, p *biflow.Pair) {
	p.Interface, p.Local, p.Remote = x.Interface, x.Local, x.Remote
	f.findings = append(f.findings, x)
	f.windows.Keep(x.ID, p)
	f.summary.Verdicts[string(x.Verdict)]++
	f.summary.Findings++
}

const firstWindow = 1740959522

func finding(r *rand.Rand, v detect.Verdict, windows int) detect.Finding {
	f := detect.Finding{
		ID: fmt.Sprintf("%016x", r.Uint64()), Interface: fmt.Sprintf("eni-%017x", r.Uint64()>>4),
		Local: address(r, 10), Remote: address(r, 198), ServerPort: uint16(1 + r.IntN(60000)),
		Account: fmt.Sprintf("%012d", r.IntN(1e12)), VPC: fmt.Sprintf("vpc-%017x", r.Uint64()>>4),
		Subnet: fmt.Sprintf("subnet-%017x", r.Uint64()>>4), Instance: fmt.Sprintf("i-%017x", r.Uint64()>>4),
		Verdict: v, Kind: []string{"pool", "solo", "proxy"}[r.IntN(3)], Score: r.Float64(), Vote: 0.9 + 0.1*r.Float64(),
		Judged: windows, Rule: detect.Cascade, Profile: "monero-tls", First: firstWindow, Last: firstWindow + int64(windows-1)*600,
		Windows: windows, Possible: windows, Clue: biflow.ByShare, Model: "m",
	}
	f.Evidence = []detect.Evidence{
		{Filter: "vote", Value: f.Vote, Threshold: new(0.9868), Sentence: fmt.Sprintf("the trees vote %.4f for mining, on %d windows of ten minutes; from 0.9868 on it is called so, from 0.7597 on suspect", f.Vote, windows)},
		{Filter: "occupancy", Value: 1, Sentence: fmt.Sprintf("traffic in %d of the %d windows in which the interface was watched", windows, windows)},
	}
	for i, name := range trait.Names {
		f.Evidence = append(f.Evidence, detect.Evidence{
			Filter: name, Value: 4 * r.NormFloat64(), Miner: &[2]float64{-float64(i) / 10, 3}, Ordinary: &[2]float64{-2, 4 + float64(i)/10},
			Weight: new(r.NormFloat64() / 2), Sentence: "not on the page",
		})
	}
	return f
}

func address(r *rand.Rand, first byte) netip.Addr {
	return netip.AddrFrom4([4]byte{first, byte(r.IntN(256)), byte(r.IntN(256)), byte(r.IntN(256))})
}

func pair(r *rand.Rand, windows int) *biflow.Pair {
	p := &biflow.Pair{Clue: biflow.ByShare, Server: biflow.RemoteSide, Possible: windows}
	for i := range windows {
		lp, rp := uint64(90+r.IntN(60)), uint64(70+r.IntN(40))
		p.Windows = append(p.Windows, biflow.Window{
			Start: firstWindow + int64(i)*600, LocalPackets: lp, RemotePackets: rp, LocalBytes: 100*lp + uint64(r.IntN(900)), RemoteBytes: 180*rp + uint64(r.IntN(900)),
			Records: 2, Connections: 1, ClientPorts: 1, ServerPort: 3333, ServerShare: 1,
		})
	}
	return p
}

// odd are findings that real logs hardly have.
func odd() fixture {
	f := made(0, 0)
	r := rand.New(rand.NewPCG(3, 4))
	one := pair(r, 1)
	huge := pair(r, 40)
	for i := range huge.Windows {
		w := &huge.Windows[i]
		w.LocalBytes, w.LocalPackets, w.RemoteBytes, w.RemotePackets = math.MaxInt64-uint64(i), 1<<62, math.MaxUint64, 1<<63
	}
	oneWay := pair(r, 30)
	for i := range oneWay.Windows {
		oneWay.Windows[i].RemoteBytes, oneWay.Windows[i].RemotePackets = 0, 0
	}
	blocked := pair(r, 30)
	for i := range blocked.Windows {
		w := &blocked.Windows[i]
		*w = biflow.Window{Start: w.Start, Rejected: 3, Turned: [2]biflow.Sum{{Bytes: 180, Packets: 3}}, Connections: 3, Unanswered: 3, ServerPort: 3333}
	}
	same := pair(r, 30)
	for i := range same.Windows {
		same.Windows[i] = biflow.Window{Start: same.Windows[i].Start, LocalBytes: 60, LocalPackets: 1, RemoteBytes: 60, RemotePackets: 1, Records: 2}
	}
	gaps := pair(r, 40)
	gaps.Windows = append(gaps.Windows[:10:10], gaps.Windows[30:]...)
	gaps.Windows[3].Flags = biflow.Incomplete
	for i, p := range []*biflow.Pair{one, huge, oneWay, blocked, same, gaps, {}} {
		x := finding(r, detect.Mining, max(1, len(p.Windows)))
		x.Score = 1 - float64(i)/10
		x.Profile = []string{"one", "huge", "one-way", "blocked", "same", "gaps", "empty"}[i]
		f.add(x, p)
	}
	v6 := finding(r, detect.None, 5)
	v6.Local, v6.Remote, v6.Score = netip.MustParseAddr("2001:db8:1:2:3:4:5:6"), netip.MustParseAddr("fd00::1%eth0"), 0
	v6.Evidence = append(v6.Evidence[:1:1], detect.Evidence{Filter: "hull", Value: math.Inf(1), Threshold: new(math.NaN()), Sentence: "no number"})
	v6.Evidence[0].Value = 1
	f.add(v6, pair(r, 5))
	unkept := finding(r, detect.Suspect, 5)
	f.findings = append(f.findings, unkept)
	report.Sort(f.findings)
	return f
}

// corpus are strings that become markup, script, or an attribute where a page is
// careless: forms of OWASP's XSS filter evasion sheet, and of the cases in which
// Prometheus' pages ran label values (CVE-2019-10215, CVE-2024-51744's kind).
// Each that ran would set window.hit.
var corpus = []string{
	`<script>window.hit=1</script>`,
	`</script><script>window.hit=1</script>`,
	`</SCRIPT ><img src=x onerror=window.hit=1>`,
	`<!--<script>window.hit=1//-->`,
	`--><svg onload=window.hit=1>`,
	`<img src=x onerror="window.hit=1">`,
	`<IMG SRC="jav&#x09;ascript:window.hit=1;">`,
	`<svg/onload=window.hit=1>`,
	`"><body onload=window.hit=1>`,
	`' autofocus onfocus=window.hit=1 x='`,
	`" style="background:url(javascript:window.hit=1)" x="`,
	`<a href="javascript:window.hit=1">x</a>`,
	`javascript:window.hit=1`,
	`data:text/html,<script>window.hit=1</script>`,
	`<iframe srcdoc="<script>parent.hit=1</script>">`,
	`<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>`,
	`<template><script>window.hit=1</script></template>`,
	`{{constructor.constructor('window.hit=1')()}}`,
	"${window.hit=1}`;window.hit=1;//",
	`\";window.hit=1;//`,
	`\u003cscript\u003ewindow.hit=1\u003c/script\u003e`,
	`]]><script>window.hit=1</script>`,
	`<link rel=stylesheet href=https://example.com/x.css>`,
	`<meta http-equiv=refresh content="0;url=https://example.com/">`,
	`<img src=https://example.com/x.png>`,
	`<base href=https://example.com/>`,
	"\u2028window.hit=1\u2029",
	"\x00\x1b]0;x\x07<script>window.hit=1</script>",
	"\u202e>tpircs/<1=tih.wodniw>tpircs<",
	"\xff\xfe<script>window.hit=1</script>",
	"</textarea><script>window.hit=1</script>",
	"</title></style><script>window.hit=1</script>",
	`__proto__`, `constructor`, `{{policy}}{{script}}{{index}}{{details}}`, `$(id); rm -rf ~ #`, "eni-0123456789abcdef0; id", "eni-0123456789abcdef0\nid",
	`=cmd|' /C calc'!A0`, "зловред 採掘 ⛏ é", "",
}

// hostile has the corpus in every field that takes a string.
func hostile() fixture {
	f := made(0, 0)
	r := rand.New(rand.NewPCG(5, 6))
	for i, s := range corpus {
		x := finding(r, detect.Mining, 12)
		if i%2 == 1 {
			x.Verdict = detect.Suspect
		}
		id := x.ID
		x.Interface, x.Account, x.VPC, x.Subnet, x.Instance, x.Kind, x.Profile = s, s, s, s, s, s, s
		x.SeenAt, x.AlsoOn = s, []detect.Sighting{{ID: s, Interface: s, Local: x.Local, Remote: x.Remote, Role: s}}
		x.Clue, x.Rule, x.Model = biflow.Clue(s), detect.Rule(s), s
		if i%3 == 0 {
			x.Verdict = detect.Verdict(s)
		}
		if i%5 == 0 {
			x.ID = s + id
		}
		x.Names = &detect.Names{InterfaceType: s, Owner: s, Instance: s, Tags: map[string]string{s: s}, ASN: 64500, ASName: s, Pool: s, PoolNote: s}
		if i%4 == 0 {
			x.Suppressed = &detect.Suppression{Line: 1, Reason: s, Author: s, Expires: s}
		}
		f.summary.Notes = append(f.summary.Notes, s)
		for j := range x.Evidence {
			x.Evidence[j].Sentence = s
			if j%4 == 1 {
				x.Evidence[j].Filter = s
			}
		}
		f.add(x, pair(r, 12))
		o := &f.summary.Objects
		o.Duplicates, o.Skipped = append(o.Duplicates, s), append(o.Skipped, s)
		o.Failed = append(o.Failed, report.Failed{Object: s, Reason: "truncated", Error: s})
		o.Partial = append(o.Partial, report.Failed{Object: s, Reason: "truncated", Error: s})
		f.summary.Samples = append(f.summary.Samples, s)
		f.summary.Rejected[s] = 1
	}
	f.summary.Rule, f.summary.Model, f.summary.Digest = detect.Rule(corpus[1]), corpus[1], corpus[1]
	return f
}

func (f fixture) html(t testing.TB) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, f.findings, f.windows, f.summary); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
