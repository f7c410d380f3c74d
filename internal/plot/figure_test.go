package plot

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"image/gif"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

// full is a figure with one of everything.
func full() *Figure {
	return &Figure{
		Title: "title", Notes: []string{"a note", "another"}, Width: 800, Height: 440,
		Panels: []Panel{
			{
				Title: "left", X: "packets", Y: "bytes", XScale: Log1p, YScale: Log1p,
				Clouds: []Cloud{{"inside", Disc, []Point{{0, 0}, {10, 400}, {100, 4000}}}, {"outside", Wedge, []Point{{50, 9000}}}, {"lost", Ex, []Point{{5, 5}}}},
				Curves: []Curve{{"hull", Solid, []Point{{0, 0}, {100, 100}, {100, 9000}, {0, 0}}, false}, {"line", Thick, []Point{{1, 40}, {100, 4000}}, false}},
			},
			{
				Title: "right", X: "share", Y: "windows", XScale: Linear, YScale: Linear,
				Bars:  []Bars{{"windows", []float64{0, 1, 2, 3}, []float64{4, 0, 2}}},
				Bands: []Band{{"chance", []float64{0, 3}, []float64{1, 1}, []float64{2, 3}}},
			},
		},
	}
}

func svg(t *testing.T, f *Figure) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.SVG(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A part is what is looked at of an SVG: an element, and the text in it.
type part struct {
	name, text string
	attrs      []xml.Attr
}

// parse fails the test unless the SVG is well-formed XML in every byte, of
// shapes and texts alone.
func parse(t *testing.T, data []byte) []part {
	t.Helper()
	var out []part
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return out
		} else if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			if !slices.Contains([]string{"svg", "g", "path", "text"}, x.Name.Local) {
				t.Errorf("element %s", x.Name.Local)
			}
			for _, a := range x.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" || strings.Contains(a.Value, "url(") || strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
					t.Errorf("attribute %s=%q", a.Name.Local, a.Value)
				}
			}
			out = append(out, part{name: x.Name.Local, attrs: x.Copy().Attr})
		case xml.CharData:
			if n := len(out); n > 0 && out[n-1].name == "text" {
				out[n-1].text += strings.Trim(string(x), "\n")
			}
		}
	}
}

func texts(parts []part) (out []string) {
	for _, p := range parts {
		if p.name == "text" {
			out = append(out, p.text)
		}
	}
	return out
}

// The words of a figure, in the order they are drawn, and how many shapes there are.
func TestStructure(t *testing.T) {
	parts := parse(t, svg(t, full()))
	paths := 0
	for _, p := range parts {
		if p.name == "path" {
			paths++
		}
	}
	got := fmt.Sprintf("%s\n%d paths\n", strings.Join(texts(parts), "\n"), paths)
	golden := filepath.Join("testdata", "structure.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("structure is\n%s\nwant\n%s", got, want)
	}
}

// The same figure gives the same bytes, in every form.
func TestDeterminism(t *testing.T) {
	for name, write := range map[string]func(io.Writer, *Figure) error{
		"png": func(w io.Writer, f *Figure) error { return f.PNG(w, 2) },
		"svg": func(w io.Writer, f *Figure) error { return f.SVG(w) },
		"gif": func(w io.Writer, f *Figure) error { return GIF(w, 1, 100, f, full()) },
	} {
		var one, two, dark bytes.Buffer
		other := full()
		other.Theme = Dark
		if err := write(&one, full()); err != nil {
			t.Fatal(err)
		}
		if err := write(&two, full()); err != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Errorf("%s: not the same twice, %v", name, err)
		}
		if err := write(&dark, other); name != "gif" && (err != nil || bytes.Equal(one.Bytes(), dark.Bytes())) {
			t.Errorf("%s: dark is like light, %v", name, err)
		} else if name == "gif" && err == nil {
			t.Error("gif: frames of two themes")
		}
	}
}

// Texts from anywhere stay texts.
func TestHostileTexts(t *testing.T) {
	for _, text := range []string{
		`<script>alert(1)</script>`, `"><svg onload=alert(1)>`, `]]><![CDATA[<b>`, `</text><a href="javascript:alert(1)">x</a>`, `&lt;script&gt; &amp; &#x3c;`,
		"a\x00b\x1b[31mc\nd\re\tf", "\xff\xfe", "\u202egnp.exe", "\ufffe\uffff", "日本語 العربية 🙂 é", strings.Repeat("<", 100_000), "font-family:Liberation Sans;", "",
	} {
		f := full()
		f.Title, f.Notes[0], f.Panels[0].Title, f.Panels[0].X, f.Panels[0].Clouds[0].Name, f.Panels[1].Empty = text, text, text, text, text, text
		parts := parse(t, svg(t, f))
		if n := len(text); n > 0 && n < 60 && !strings.HasPrefix(text, "font") && !slices.Contains(texts(parts), clean(text)) {
			t.Errorf("%q is not shown as %q in %q", text, clean(text), texts(parts))
		}
		if err := f.PNG(io.Discard, 1); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// Text does not run over the edge, however long.
func TestFit(t *testing.T) {
	s := style(small, &palettes[Light])
	long := strings.Repeat("word ", 300)
	if got := fit(s, long, 100); s.Width(got) > 100 || !strings.HasSuffix(got, "…") || s.Width(got) < 80 {
		t.Errorf("%q is %v wide", got, s.Width(got))
	}
	lines := wrap(s, long, 200)
	if len(lines) != mostLines {
		t.Errorf("%d lines", len(lines))
	}
	for _, l := range lines {
		if s.Width(l) > 200 {
			t.Errorf("%q is %v wide", l, s.Width(l))
		}
	}
	if got := strings.Join(wrap(s, "a few words", 50), "|"); got != "a few|words" && got != "a few words" {
		t.Errorf("wrapped: %s", got)
	}
}

func TestGIF(t *testing.T) {
	var b bytes.Buffer
	if err := GIF(&b, 1, 150, full(), full(), full()); err != nil {
		t.Fatal(err)
	}
	g, err := gif.DecodeAll(&b)
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Image) != 3 || g.Delay[1] != 150 || g.LoopCount != 0 || g.Config.Width != 800 || g.Config.Height != 440 {
		t.Errorf("%d frames, %v, %d rounds, %d by %d", len(g.Image), g.Delay, g.LoopCount, g.Config.Width, g.Config.Height)
	}
	small := full()
	small.Width = 700
	for name, figures := range map[string][]*Figure{"none": nil, "two sizes": {full(), small}} {
		if err := GIF(io.Discard, 1, 10, figures...); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	for _, theme := range []Theme{Light, Dark} {
		if n := len(theme.colours()); n > 256 {
			t.Errorf("%d colours", n)
		}
	}
}

func TestDensity(t *testing.T) {
	for density, want := range map[float64]int{1: 800, 2: 1600, 2.5: 2000} {
		var b bytes.Buffer
		if err := full().PNG(&b, density); err != nil {
			t.Fatal(err)
		}
		c, err := png.DecodeConfig(&b)
		if err != nil || c.Width != want {
			t.Errorf("density %v: %d pixels, %v", density, c.Width, err)
		}
	}
	for _, density := range []float64{0, -1, math.NaN()} {
		if err := full().PNG(io.Discard, density); err == nil {
			t.Errorf("density %v: no error", density)
		}
	}
}

var move = regexp.MustCompile(`M`)

// marks counts those of a colour.
func marks(parts []part, colour string) int {
	n := 0
	for _, p := range parts {
		var d, style string
		for _, a := range p.attrs {
			switch a.Name.Local {
			case "d":
				d = a.Value
			case "style":
				style = a.Value
			}
		}
		if strings.Contains(style, "fill:"+colour) {
			n += len(move.FindAllString(d, -1))
		}
	}
	return n
}

// Points at one place are one mark, and however many points there are, there
// are no more marks than places.
func TestThin(t *testing.T) {
	figure := func(points []Point) *Figure {
		return &Figure{Width: 400, Height: 300, Panels: []Panel{{XScale: Linear, YScale: Linear, Clouds: []Cloud{{"", Disc, points}}}}}
	}
	const blue = "#007" // 1B1 or 2B2: vgsvg rounds down what is not opaque
	if n := marks(parse(t, svg(t, figure([]Point{{0, 0}, {1, 1}, {1, 1}, {1, 0}}))), blue); n != 3 {
		t.Errorf("%d marks, want 3", n)
	}
	var many []Point
	for i := range 200_000 {
		many = append(many, Point{float64(i % 1000), float64(i / 1000)})
	}
	if n := marks(parse(t, svg(t, figure(many))), blue); n < 20_000 || n > 400*300 {
		t.Errorf("%d marks", n)
	}
	beyond := figure([]Point{{0, 0}, {1, 1}, {5, 5}})
	beyond.Panels[0].ends = &[2]span{{0, 2}, {0, 2}}
	if n := marks(parse(t, svg(t, beyond)), blue); n != 2 {
		t.Errorf("%d marks, want 2: one is beyond the axes", n)
	}
}

// A curve beyond the axes is cut off, and does not widen them; nor do marks
// that are the same leave the axis without length.
func TestEnds(t *testing.T) {
	for _, scale := range []Scale{Decades, Log1p, Linear, Clock} {
		for _, x := range []float64{1, 1740960000, 1 << 62, math.MaxUint64} {
			f := &Figure{Width: 400, Height: 300, Panels: []Panel{{XScale: scale, YScale: Linear, Clouds: []Cloud{{"p", Wedge, []Point{{x, x}, {x, x}}}}}}}
			parse(t, svg(t, f))
			if err := f.PNG(io.Discard, 1); err != nil {
				t.Errorf("scale %d, %v: %v", scale, x, err)
			}
		}
	}
	narrow, wide := full(), full()
	wide.Panels[0].Curves = append(wide.Panels[0].Curves, Curve{"", Solid, []Point{{-1, -1}, {1e12, 1e12}}, true})
	if a, b := texts(parse(t, svg(t, narrow))), texts(parse(t, svg(t, wide))); !slices.Equal(a, b) {
		t.Errorf("axes changed: %q, %q", a, b)
	}
	for _, f := range []*Figure{{Width: 400, Height: 300}, {Width: 400, Height: 300, Panels: []Panel{{}}}, {Width: 400, Height: 300, Rows: 2, Panels: []Panel{{}, {}, {}}}} {
		parse(t, svg(t, f))
	}
}

func TestAlign(t *testing.T) {
	one, two := full(), full()
	two.Panels[0].Clouds[0].Points = []Point{{1e6, 1e6}}
	Align(one, two)
	if a, b := texts(parse(t, svg(t, one))), texts(parse(t, svg(t, two))); !slices.Equal(a, b) || !slices.Contains(a, "1 M") {
		t.Errorf("axes differ: %q, %q", a, b)
	}
	Align()
}

func labels(scale Scale, lo, hi float64) string {
	var list []string
	for _, tick := range scale.ticker().Ticks(lo, hi) {
		if tick.Label != "" {
			list = append(list, tick.Label)
		}
	}
	return strings.Join(list, ", ")
}

func TestAxes(t *testing.T) {
	const march3 = 1740960000
	for _, c := range []struct {
		scale  Scale
		lo, hi float64
		want   string
	}{
		{Log1p, -0.1, 1.8, "0, 1, 2, 5, 10, 20, 50"},
		{Log1p, 0.2, 4.2, "1, 10, 100, 1 k, 10 k"},
		{Log1p, -0.2, 18.7, "0, 1, 1 k, 1 M, 1 G, 1 T, 1 P, 1 E"},
		{Linear, -30, 240, "0, 50, 100, 150, 200"},
		{Linear, 0, 1.05, "0.0, 0.2, 0.4, 0.6, 0.8, 1.0"},
		{Linear, 900, 2600, "1.0 k, 1.2 k, 1.4 k, 1.6 k, 1.8 k, 2.0 k, 2.2 k, 2.4 k, 2.6 k"},
		{Linear, 1_234_500, 1_234_580, "1.23450 M, 1.23452 M, 1.23454 M, 1.23456 M, 1.23458 M"},
		{Clock, march3 - 600, march3 + 3600, "23:50, Mar 3, 00:10, 00:20, 00:30, 00:40, 00:50, 01:00"},
		{Clock, march3, march3 + 2*86400, "Mar 3, 06:00, 12:00, 18:00, Mar 4, 06:00, 12:00, 18:00, Mar 5"},
		{Clock, march3, march3 + 40*86400, "Mar 6, Mar 13, Mar 20, Mar 27, Apr 3, Apr 10"},
	} {
		if got := labels(c.scale, c.lo, c.hi); got != c.want {
			t.Errorf("scale %d from %v to %v: %s, want %s", c.scale, c.lo, c.hi, got, c.want)
		}
	}
}
