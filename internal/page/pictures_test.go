package page

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// A picture is what one of docs/img/report-*.png shows.
type picture struct {
	name          string
	width, height int64
	first         []step
	open          int    // finding whose panel is open, from 1; 0 for none
	at            string // of it, what is at the top; "" for the head of the page
}

var pictures = []picture{
	{"light", 1280, 900, nil, 0, ""},
	{"evidence", 1280, 1130, nil, 1, ".row"},
	{"windows", 1280, 900, nil, 1, ".drawings"},
	{"dark", 1280, 1000, []step{dark()}, 9, ".row"},
	{"narrow", 390, 1400, nil, 0, ""},
	{"print", 794, 1123, []step{paper()}, 1, ""},
}

// The page is sound in light and dark, on a narrow screen and on paper. With
// DAVY_REPORT and DAVY_PICTURES (make docs-pictures), it is that report that is
// opened, and its pictures go into that folder, for docs/report.md.
func TestPictures(t *testing.T) {
	dir, html := t.TempDir(), []byte(made(20, 60).html(t))
	if report := os.Getenv("DAVY_REPORT"); report != "" {
		var err error
		if html, err = os.ReadFile(report); err != nil {
			t.Fatal(err)
		}
		dir = os.Getenv("DAVY_PICTURES")
	}
	for _, p := range pictures {
		metrics := emulation.SetDeviceMetricsOverrideParams{Width: p.width, Height: p.height, DeviceScaleFactor: 1, Mobile: false}
		b := open(t, string(html), append(p.first, with(emulation.SetDeviceMetricsOverride, metrics))...)
		b.show(p)
		if wide := eval[int](b, `document.documentElement.scrollWidth`); int64(wide) > p.width {
			t.Errorf("%s: %d pixels wide on %d", p.name, wide, p.width)
		}
		if blank := eval[int](b, `[...document.querySelectorAll('.panel canvas')].filter((c) => {
			const dots = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
			return !dots.some((x) => x > 0);
		}).length`); blank > 0 {
			t.Errorf("%s: %d canvases are blank", p.name, blank)
		}
		png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if len(png) > 300_000 {
			t.Errorf("%s: %d bytes, want 300 kB at most", p.name, len(png))
		}
		if err := os.WriteFile(filepath.Join(dir, "report-"+p.name+".png"), png, 0o644); err != nil {
			t.Fatal(err)
		}
		b.quiet()
	}
}

// show opens the panel of a picture and goes to what it is of.
func (b *tab) show(p picture) {
	b.t.Helper()
	if p.name == "print" { // the margins that a printer's page has
		eval[bool](b, `document.body.style.margin = '14mm', true`)
	}
	if p.open == 0 {
		return
	}
	eval[bool](b, fmt.Sprintf(`(() => {
		const row = document.querySelectorAll('.row')[%d];
		row.querySelector('.open').click();
		const at = %q;
		if (at) (at === '.row' ? row : row.nextElementSibling.querySelector(at)).scrollIntoView({ block: 'start' });
		return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 200)));
	})()`, p.open-1, p.at))
}
