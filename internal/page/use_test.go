package page

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"davy/detect"
	"davy/internal/report"
	"davy/trait"
)

// What people do with the page: sort, filter, search, open, turn, by mouse and by
// keyboard.
func TestPageIsUsed(t *testing.T) {
	f := made(200, 60)
	f.findings[137].AlsoOn = []detect.Sighting{{Interface: "eni-0fedcba9876543210", Role: "NAT gateway, inner side"}}
	b := open(t, f.html(t))
	if n := len(b.column("score")); n < 60 || n >= 200 {
		t.Errorf("%d rows at first, want a part of them", n)
	}

	b.run(chromedp.Click(chromedp.CSS(`th[data-sort="eni"] button`)))
	enis := b.column("eni")
	if !slices.IsSorted(enis) {
		t.Error("by interface: not sorted")
	}
	b.run(chromedp.Click(chromedp.CSS(`th[data-sort="eni"] button`)))
	if down := b.column("eni"); slices.IsSorted(down) || down[0] < enis[len(enis)-1] {
		t.Error("by interface, the other way: not sorted")
	}
	if got := eval[string](b, `document.querySelector('th[data-sort="eni"]').getAttribute('aria-sort')`); got != "descending" {
		t.Errorf("aria-sort %q", got)
	}

	b.run(chromedp.Click(chromedp.CSS(`button[data-verdict="suspect"]`)))
	suspects := 0
	for i := range f.findings {
		if f.findings[i].Verdict == detect.Suspect {
			suspects++
		}
	}
	if n := eval[int](b, `parseInt(document.getElementById('count').textContent)`); n != suspects {
		t.Errorf("%d suspects, want %d", n, suspects)
	}
	b.run(chromedp.Click(chromedp.CSS(`button[data-verdict="all"]`)))

	want := &f.findings[137]
	b.run(slash(), chromedp.KeyEvent(strings.ToUpper(want.Interface)))
	b.until(`document.getElementById('count').textContent === '1 of 200 findings'`)
	b.run(chromedp.KeyEvent(kb.ArrowDown))
	if got := eval[string](b, `document.activeElement.className`); got != "open" {
		t.Errorf("after the search the focus is at %q", got)
	}
	b.run(chromedp.KeyEvent(kb.Enter))
	b.until(`document.querySelectorAll('.panel .trait').length === 10`)
	if got := eval[string](b, `document.querySelector('.panel .where li').textContent`); got != "also on eni-0fedcba9876543210 (NAT gateway, inner side)" {
		t.Errorf("where else it was seen: %q", got)
	}
	if got := eval[int](b, `document.querySelectorAll('.panel canvas').length`); got < 6 {
		t.Errorf("%d canvases, want two planes, the cloud and its colours, time and sizes", got)
	}
	b.run(chromedp.Click(chromedp.CSS(`.evidence .plain`)))
	if n := eval[int](b, `document.querySelectorAll('.panel .trait').length`); n != trait.Count {
		t.Errorf("%d traits, want all %d", n, trait.Count)
	}
	if got := eval[string](b, `document.querySelector('.command code').textContent`); got != "aws ec2 describe-network-interfaces --network-interface-ids "+want.Interface {
		t.Errorf("command %q", got)
	}
	b.turns(t)
	b.run(chromedp.KeyEvent(kb.Escape))
	if eval[bool](b, `!!document.querySelector('.panel') || document.activeElement.className !== 'open'`) {
		t.Error("Escape does not close the panel and go back to its row")
	}
	b.quiet()
}

// slash presses the key as a keyboard does: what it types belongs to the event
// that the page may stop. KeyEvent sends the two apart.
func slash() step {
	return chromedp.Steps(
		with(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: "/", Code: "Slash", Text: "/"}),
		with(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyUp, Key: "/", Code: "Slash"}))
}

// turns turns the cloud by mouse and by keyboard, and changes its axes.
func (b *tab) turns(t *testing.T) {
	t.Helper()
	const canvas = `document.querySelector('canvas[tabindex]')`
	picture := func() string { return eval[string](b, canvas+`.toDataURL()`) }
	eval[bool](b, `(`+canvas+`.scrollIntoView({ block: 'center' }), true)`)
	before := picture()
	box := eval[[]float64](b, `(() => { const r = `+canvas+`.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()`)
	b.run(chromedp.MouseEvent(chromedp.MousePressed, box[0], box[1], chromedp.Button("left")),
		chromedp.MouseEvent(chromedp.MouseMoved, box[0]+60, box[1]+20, chromedp.Button("left")),
		chromedp.MouseEvent(chromedp.MouseReleased, box[0]+60, box[1]+20, chromedp.Button("left")))
	dragged := picture()
	if dragged == before {
		t.Error("dragging does not turn the cloud")
	}
	b.run(chromedp.Focus(chromedp.CSS(`canvas[tabindex]`)), chromedp.KeyEvent(kb.ArrowLeft), chromedp.KeyEvent(kb.ArrowUp))
	keyed := picture()
	if keyed == dragged {
		t.Error("arrow keys do not turn the cloud")
	}
	axes := func() []string {
		return eval[[]string](b, `[...document.querySelectorAll('.axes select')].map((s) => s.selectedOptions[0].textContent)`)
	}
	eval[bool](b, `(() => { const s = document.querySelector('.axes select'); s.value = '2'; s.dispatchEvent(new Event('change')); return true; })()`)
	if got := axes(); !slices.Equal(got, []string{"remote bytes", "local bytes", "remote packets"}) {
		t.Errorf("axes %q", got)
	}
	if got := eval[string](b, `document.querySelector('.ramp span').textContent`); got != "local packets" {
		t.Errorf("colour is %q, want what no axis shows", got)
	}
	eval[bool](b, `(() => { const s = document.querySelector('.axes select'); s.value = '0'; s.dispatchEvent(new Event('change')); return true; })()`)
	if got := axes(); !slices.Equal(got, []string{"local bytes", "remote bytes", "remote packets"}) {
		t.Errorf("an axis that another shows: %q, want them to change places", got)
	}
	if picture() == keyed {
		t.Error("other axes, the same picture")
	}
}

// The keyboard goes from row to row, beyond those drawn at first.
func TestKeysMove(t *testing.T) {
	b := open(t, made(150, 3).html(t))
	for range 70 {
		b.run(chromedp.KeyEvent("j"))
	}
	at := `[...document.querySelectorAll('#rows .row')].indexOf(document.activeElement.closest('.row'))`
	if got := eval[int](b, at); got != 69 {
		t.Errorf("after 70 j in row %d", got)
	}
	b.run(chromedp.KeyEvent("k"), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowUp))
	if got := eval[int](b, at); got != 68 {
		t.Errorf("after k, down and up in row %d", got)
	}
	b.quiet()
}

// Names stand with the interface and in the panel; suppressed findings are marked,
// counted apart and found by what names and suppressions say.
func TestNamesAndSuppressed(t *testing.T) {
	f := made(5, 6)
	f.findings[0].Names = &detect.Names{Owner: "instance i-0123456789abcdef0 (web-1)", Tags: map[string]string{"team": "<b>red</b>"}, ASN: 64500, ASName: "EXAMPLE", Pool: "A", PoolNote: "the remote is in your pool list as A (any port), line 4"}
	f.findings[1].Suppressed = &detect.Suppression{Line: 12, Reason: "our own node", Author: "ana@example.com", Expires: "2026-12-31"}
	wavedENI, namedENI := f.findings[1].Interface, f.findings[0].Interface
	f.summary.Notes = []string{"suppressions: s:1 covers no finding"}
	report.Sort(f.findings)
	b := open(t, f.html(t))
	if enis := b.column("eni"); !strings.HasPrefix(enis[4], wavedENI) || !strings.HasPrefix(enis[0], namedENI+"instance i-0123456789abcdef0 (web-1)") {
		t.Errorf("rows %q", enis)
	}
	if got := b.column("peers"); !strings.HasSuffix(got[0], "AS64500 EXAMPLE, A (your pool list)") {
		t.Errorf("peers %q", got)
	}
	if got := b.column("verdict"); !strings.HasSuffix(got[4], "suppressed") || strings.Contains(got[0], "suppressed") {
		t.Errorf("verdicts %q", got)
	}
	b.run(chromedp.Click(chromedp.CSS(`button[data-verdict="suppressed"]`)))
	b.until(`document.getElementById('count').textContent === '1 of 5 findings'`)
	b.run(chromedp.Click(chromedp.CSS(`#rows .open`)))
	if got := eval[string](b, `document.querySelector('.panel > .note').textContent`); got != "suppressed until 2026-12-31 by ana@example.com: our own node (line 12)" {
		t.Errorf("panel says %q", got)
	}
	b.run(chromedp.Click(chromedp.CSS(`button[data-verdict="all"]`)), slash(), chromedp.KeyEvent("web-1"))
	b.until(`document.getElementById('count').textContent === '1 of 5 findings'`)
	b.run(chromedp.Click(chromedp.CSS(`#rows .open`)))
	if got := eval[string](b, `document.querySelector('.panel .names dl').textContent`); got != "ownerinstance i-0123456789abcdef0 (web-1)remote ASAS64500 EXAMPLEpool listthe remote is in your pool list as A (any port), line 4tagteam=<b>red</b>" {
		t.Errorf("names %q", got)
	}
	if got := eval[string](b, `document.querySelector('.run').textContent`); !strings.Contains(got, "suppressions: s:1 covers no finding") {
		t.Errorf("no note in %q", got)
	}
	b.quiet()
}

// Strings of logs never run, never load anything, and are shown as they are.
func TestHostileStringsNeverRun(t *testing.T) {
	f := hostile()
	b := open(t, f.html(t), violations())
	b.openAll()
	if got := eval[string](b, `String(window.hit)`); got != "undefined" {
		t.Error("a string ran")
	}
	if n := eval[int](b, `document.querySelectorAll('iframe, img, object, embed, base, link, form, template, math, body script:not(#rows script)').length - document.querySelectorAll('body > script').length`); n != 0 {
		t.Errorf("%d elements from strings", n)
	}
	if n := eval[int](b, `window.violations.length`); n != 0 {
		t.Errorf("the policy was asked to stop %d things: %s", n, eval[string](b, `window.violations.join(' ')`))
	}
	text := eval[string](b, `document.body.textContent`)
	for _, s := range corpus {
		if !strings.Contains(text, clean(s)) {
			t.Errorf("%q is not shown as it is", s)
		}
	}
	for _, code := range eval[[]string](b, `[...document.querySelectorAll('.command code')].map((c) => c.textContent)`) {
		if strings.ContainsAny(code, "<>$;'\"\n") {
			t.Errorf("a command has what a shell takes for more: %q", code)
		}
	}
	b.quiet()
}

// What logs hardly ever hold gives a sound page too.
func TestOddFindingsAreShown(t *testing.T) {
	f := odd()
	b := open(t, f.html(t))
	b.openAll()
	for profile, want := range map[string]string{
		"one": "1 window of ten minutes", "huge": "18,446,744,073,709,551,615 bytes", "one-way": "The remote side never sent a packet",
		"blocked": "All of its traffic was rejected", "same": "30 windows of ten minutes", "gaps": "20 windows of ten minutes", "empty": "no window with TCP traffic",
	} {
		found := eval[bool](b, `[...document.querySelectorAll('.panel')].some((p) => p.textContent.includes('nearest miner known`+profile+`') && p.textContent.includes('`+want+`'))`)
		if !found {
			t.Errorf("%s: no %q", profile, want)
		}
	}
	if n := eval[int](b, `[...document.querySelectorAll('.panel .note')].filter((n) => n.textContent.startsWith('No windows were kept')).length`); n != 1 {
		t.Errorf("%d panels say that they have no windows, want 1", n)
	}
	if text := eval[string](b, `document.body.innerText`); strings.Contains(text, "NaN") || strings.Contains(text, "undefined") || strings.Contains(text, "Infinity") {
		t.Error("what is no number is on the page")
	}
	b.quiet()
}

func TestNothingFound(t *testing.T) {
	f := made(0, 0)
	f.summary.Pairs, f.summary.Windows = 40, 900
	clean := open(t, f.html(t))
	if got := eval[string](clean, `document.body.innerText`); !strings.Contains(got, "Nothing mines here.") || strings.Contains(got, "Search") {
		t.Errorf("clean: %q", got)
	}
	clean.quiet()
	f.summary.Gaps = 12
	unseen := open(t, f.html(t))
	if got := eval[string](unseen, `document.body.innerText`); !strings.Contains(got, "not the same as clean") {
		t.Errorf("not all seen: %q", got)
	}
	unseen.quiet()
}

// Five thousand findings are used as five are. How long it takes is reported.
func TestFiveThousandFindingsAreUsed(t *testing.T) {
	f := made(5000, 1008)
	b := open(t, f.html(t))
	ready := eval[float64](b, `performance.getEntriesByName('ready')[0].startTime`)
	search := eval[float64](b, `(() => { const t = performance.now(); const s = document.getElementById('search'); s.value = '`+f.findings[4321].Instance+`'; s.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })); document.body.offsetHeight; return performance.now() - t; })()`)
	if got := eval[string](b, `document.getElementById('count').textContent`); got != "1 of 5,000 findings" {
		t.Errorf("search: %q", got)
	}
	panel := eval[float64](b, `(() => { const t = performance.now(); document.querySelector('.row .open').click(); document.body.offsetHeight; return performance.now() - t; })()`)
	if n := eval[int](b, `document.querySelectorAll('.panel canvas').length`); n < 6 {
		t.Errorf("%d canvases in the panel", n)
	}
	load, err := os.ReadFile("/proc/loadavg") // where there is one
	if err != nil {
		load = []byte("unknown")
	}
	t.Logf("5,000 findings, load %.14s: interactive after %.0f ms, a search takes %.0f ms, a panel opens in %.0f ms", load, ready, search, panel)
	b.quiet()
}

// openAll draws all rows and opens all panels.
func (b *tab) openAll() {
	b.t.Helper()
	eval[bool](b, `dispatchEvent(new Event('beforeprint')) || true`)
	want := eval[int](b, `(() => { const all = document.querySelectorAll('.row .open'); all.forEach((x) => x.click()); return all.length; })()`)
	if n := eval[int](b, `document.querySelectorAll('.panel').length`); n != want || n == 0 {
		b.t.Fatalf("%d panels of %d", n, want)
	}
	eval[bool](b, `document.querySelectorAll('.panel .plain, .named summary').forEach((x) => x.click()) || true`)
	eval[bool](b, `new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(() => r(true))))`) // all is drawn
}
