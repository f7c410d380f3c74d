package page

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A tab is a page in a real browser, opened from disk, and all it complained of.
type tab struct {
	ctx context.Context
	t   testing.TB

	mu       sync.Mutex
	trouble  []string
	requests []string
}

// A step is something done in the tab.
type step = chromedp.Action[chromedp.Void]

// chromium is the browser. Without it the test is skipped, or fails where
// nothing may be skipped.
func chromium(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("DAVY_NO_SKIP") == "1" {
		t.Fatal("no chromium: apt-get install chromium")
	}
	t.Skip("no chromium to open the page in")
	return ""
}

// open writes the page to disk and opens it there.
func open(t testing.TB, html string, first ...step) *tab {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(html), 0o644); err != nil {
		t.Fatal(err)
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.WindowSize(1280, 900))
	ctx, cancelAll := chromedp.NewExecAllocator(context.Background(), opts...)
	b := &tab{t: t}
	ctx, cancelTab := chromedp.NewContext(ctx)
	t.Cleanup(func() { cancelTab(); cancelAll() })
	b.ctx = ctx
	b.run(with(log.Enable, cdp.Empty{}), with(network.Enable, network.EnableParams{}), with(runtime.Enable, cdp.Empty{}))
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	b.run(first...)
	b.run(chromedp.Navigate("file://" + file))
	b.until(`document.body.dataset.ready === 'yes' && document.readyState === 'complete'`)
	return b
}

func (b *tab) listen(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		b.trouble = append(b.trouble, fmt.Sprintf("exception: %s %+v", ev.ExceptionDetails.Text, ev.ExceptionDetails.Exception))
	case *runtime.EventConsoleAPICalled:
		b.trouble = append(b.trouble, fmt.Sprintf("console.%s", ev.Type))
	case *log.EventEntryAdded:
		b.trouble = append(b.trouble, fmt.Sprintf("log: %s: %s", ev.Entry.Source, ev.Entry.Text))
	case *page.EventJavascriptDialogOpening:
		b.trouble = append(b.trouble, "dialog: "+ev.Message)
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(ev.Request.URL, "file://") || !strings.HasSuffix(ev.Request.URL, "report.html") {
			b.requests = append(b.requests, ev.Request.URL)
		}
	}
}

// with is a command of the browser's protocol.
func with[P, R any](c cdp.Command[P, R], params P) step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

func (b *tab) run(actions ...step) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// eval runs script as the developer's console does, which no policy binds.
func eval[T any](b *tab, script string) T {
	b.t.Helper()
	out, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", script, err)
	}
	return out
}

// until waits for a condition.
func (b *tab) until(script string) {
	b.t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if eval[bool](b, script) {
			return
		}
	}
	b.t.Fatalf("never: %s", script)
}

// quiet fails if the page complained or asked for anything.
func (b *tab) quiet() {
	b.t.Helper()
	eval[bool](b, `new Promise((r) => setTimeout(() => r(true), 50))`)
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range b.trouble {
		b.t.Errorf("the page complained: %s", s)
	}
	for _, s := range b.requests {
		b.t.Errorf("the page asked for %.200s", s)
	}
}

// column returns the text of all rows in one column.
func (b *tab) column(class string) []string {
	return eval[[]string](b, `[...document.querySelectorAll('#rows .row .`+class+`')].map((x) => x.textContent)`)
}

// dark asks for dark colours, paper for those of print.
func dark() step {
	return with(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
}

func paper() step {
	return with(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
}

// violations has the page note what its policy stops, from its first line on.
func violations() step {
	return with(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `window.violations = [];
		document.addEventListener('securitypolicyviolation', (e) => window.violations.push(e.violatedDirective + ' ' + e.sample));`})
}
