package plot

import (
	"bytes"
	"image/png"
	"strings"
	"testing"
)

func panel(points ...Point) Panel {
	return Panel{Title: "title", X: "x", Y: "y", Clouds: []Cloud{
		{Name: "many", Mark: Faint, Points: []Point{{1, 10}, {1000, 1e6}}},
		{Name: "middle", Mark: Cross, Points: []Point{{30, 3000}}},
		{Name: "one", Mark: Triangle, Points: points},
	}}
}

func picture(t *testing.T, panels ...Panel) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePNG(&b, 800, 400, panels...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSameBytes(t *testing.T) {
	one := picture(t, panel(Point{10, 100}), panel(Point{20, 100}))
	if !bytes.Equal(one, picture(t, panel(Point{10, 100}), panel(Point{20, 100}))) {
		t.Error("the same points are drawn differently")
	}
	if bytes.Equal(one, picture(t, panel(Point{11, 100}), panel(Point{20, 100}))) {
		t.Error("other points are drawn alike")
	}
}

// vermilionAt counts the pixels of triangles in each half of a picture, but
// for the legend's.
func vermilionAt(t *testing.T, data []byte) (left, right int) {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	size := img.Bounds().Size()
	if size.X != 800 || size.Y != 400 {
		t.Fatalf("the picture is %v", size)
	}
	r, g, b, _ := vermilion.RGBA()
	for y := range size.Y {
		for x := range size.X {
			if pr, pg, pb, _ := img.At(x, y).RGBA(); pr != r || pg != g || pb != b {
				continue
			}
			if x < size.X/2 {
				left++
			} else {
				right++
			}
		}
	}
	return left, right
}

// Each panel shows its own points, and the first one the legend.
func TestPanels(t *testing.T) {
	none, _ := vermilionAt(t, picture(t, panel()))
	if none != 0 {
		t.Errorf("an empty cloud takes %d pixels", none)
	}
	left, right := vermilionAt(t, picture(t, panel(Point{30, 300}), panel(Point{30, 300})))
	if right < 10 || left < right*3/2 { // rims fall on pixels by chance
		t.Errorf("%d and %d pixels, want about twice as many on the left, with its legend", left, right)
	}
}

func TestNoLogarithm(t *testing.T) {
	for _, bad := range []Point{{0, 1}, {1, -1}} {
		if err := WritePNG(new(bytes.Buffer), 800, 400, panel(bad)); err == nil || !strings.Contains(err.Error(), "one") {
			t.Errorf("%v: error is %v", bad, err)
		}
	}
}

func TestTicks(t *testing.T) {
	names := func(lo, hi float64) string {
		var list []string
		for _, tick := range ticks(lo, hi) {
			if tick.Label != "" {
				list = append(list, tick.Label)
			}
		}
		return strings.Join(list, ", ")
	}
	if got := names(0.5, 2.2); got != "5, 10, 20, 50, 100" {
		t.Errorf("names are %s", got)
	}
	if got := names(1.9, 6.1); got != "100, 1 k, 10 k, 100 k, 1 M" {
		t.Errorf("names are %s", got)
	}
}

func TestAmount(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 0.05: "0.05", 5: "5", 999: "999", 999.6: "1 k", 1234: "1.23 k", 2e6: "2 M", 3e9: "3 G", 5e15: "5 P"} {
		if got := amount(x); got != want {
			t.Errorf("%v is written %s, want %s", x, got, want)
		}
	}
}
