package lab

import (
	"errors"
	"testing"
	"time"
)

// payload is what the packets of an axis pair carry beyond headers.
func (c *cloud) payload(bytes, packets int) float64 { return c.total(bytes) - 52*c.total(packets) }

// evading simulates miners with and without an evasion, of the same draws as
// far as they go.
func evading(t *testing.T, kind string, n int, d time.Duration, e Evasion) (with, without []cloud) {
	host := Host{Kinds: []string{kind}}
	without = clouds(t, 31, n, host, d)
	host.Evasion = e
	return clouds(t, 31, n, host, d), without
}

func mean(list []cloud, f func(*cloud) float64) float64 {
	sum := 0.0
	for i := range list {
		sum += f(&list[i])
	}
	return sum / float64(len(list))
}

func TestPadding(t *testing.T) {
	with, without := evading(t, "ethash-plain", 60, 12*time.Hour, Evasion{Padding: 0.5})
	for _, axes := range [][2]int{{0, 1}, {2, 3}} {
		size := func(c *cloud) float64 { return c.payload(axes[0], axes[1]) / c.total(axes[1]) }
		if r := mean(with, size) / mean(without, size); r < 1.35 || r > 1.65 {
			t.Errorf("padding by half makes payload %.2f times as much", r)
		}
	}
}

func TestThrottle(t *testing.T) {
	shares := func(c *cloud) float64 { return c.payload(0, 1) / float64(len(c.points)) }
	with, without := evading(t, "equihash-plain", 60, 24*time.Hour, Evasion{Throttle: 0.2})
	if r := mean(with, shares) / mean(without, shares); r < 0.1 || r > 0.75 { // steered pools even it out
		t.Errorf("a fifth of the hash rate sends %.2f times as many shares", r)
	}
}

func TestRotate(t *testing.T) {
	with, without := evading(t, "kawpow-plain", 20, 24*time.Hour, Evasion{Rotate: 4})
	main := func(list []cloud) (n int) {
		for _, c := range list {
			if c.Attrs.Kind == byPool {
				n++
			}
		}
		return n
	}
	if a, b := main(without), main(with); a != 20 || b < 70 || b > 80 {
		t.Errorf("%d pairs without, %d with rotation over 4", a, b)
	}
	for _, c := range with {
		if c.Attrs.Evasion != "rotate:4" {
			t.Errorf("labelled %q", c.Attrs.Evasion)
		}
	}
}

func TestDilution(t *testing.T) {
	with, _ := evading(t, "monero-tls", 30, 24*time.Hour, Evasion{Dilution: 0.3})
	var windows, diluted float64
	for _, c := range busiest(with) {
		m := medians(c.points)
		for _, p := range c.points {
			if windows++; p[2] > 2*m[2]+10_000 {
				diluted++
			}
		}
	}
	if share := diluted / windows; share < 0.2 || share > 0.55 { // transfers may reach over a boundary
		t.Errorf("%.2f of windows are diluted, want about 0.3", share)
	}
}

func TestJitter(t *testing.T) {
	with, without := evading(t, "solo-poll", 40, 4*time.Hour, Evasion{Jitter: 1})
	uneven := func(c *cloud) float64 {
		fano, _ := variation(c.axis(1)[1 : len(c.points)-1])
		return fano
	}
	rate := func(c *cloud) float64 { return c.total(1) }
	if a, b := mean(without, rate), mean(with, rate); b < 0.85*a || b > 1.15*a {
		t.Errorf("jitter changes packets from %.0f to %.0f", a, b)
	}
	if a, b := mean(without, uneven), mean(with, uneven); b < a {
		t.Errorf("jitter makes counts more even: %.2f, %.2f without", b, a)
	}
}

func TestEvasionText(t *testing.T) {
	for e, want := range map[Evasion]string{
		{}:                        "",
		{Throttle: 1, Rotate: 1}:  "",
		{Padding: 0.3, Rotate: 4}: "padding:0.3,rotate:4",
		{Jitter: 0.5, Throttle: 0.1, Dilution: 1}: "jitter:0.5,throttle:0.1,dilution:1",
	} {
		if e.String() != want {
			t.Errorf("%+v is %q, want %q", e, e, want)
		}
	}
}

// Every kind runs with every knob turned, and the same way in both intervals.
func TestEvasionsTogether(t *testing.T) {
	e := Evasion{Padding: 0.3, Jitter: 0.5, Throttle: 0.5, Dilution: 0.3, Rotate: 3}
	for _, kind := range Kinds(Mining) {
		var sums [2][4]float64
		for i, interval := range []int{60, 600} {
			list := clouds(t, 35, 2, Host{Kinds: []string{kind}, Interval: interval, Evasion: e}, 5*time.Hour)
			for _, c := range list {
				if c.Attrs.Evasion != e.String() {
					t.Errorf("%s is labelled %+v", kind, c.Label)
				}
				for axis := range sums[i] {
					sums[i][axis] += c.total(axis)
				}
			}
		}
		if sums[0] != sums[1] || sums[0][1] < 50 {
			t.Errorf("%s: %v in one-minute intervals, %v in ten", kind, sums[0], sums[1])
		}
	}
}

func TestParseEvasion(t *testing.T) {
	got, err := ParseEvasion("padding=0.1,jitter=0.3,throttle=0.25,dilution=0.05,rotate=20")
	if want := (Evasion{0.1, 0.3, 0.25, 0.05, 20}); err != nil || got != want {
		t.Errorf("got %+v, %v", got, err)
	}
	for text, field := range map[string]string{
		"":              "Evasion",
		"stealth=1":     "Evasion",
		"jitter":        "Evasion.jitter",
		"jitter=much":   "Evasion.jitter",
		"throttle=2":    "Evasion.throttle",
		"padding=NaN":   "Evasion.padding",
		"rotate=2.5":    "Evasion.rotate",
		"dilution=-0.1": "Evasion.dilution",
	} {
		var bad *ConfigError
		if _, err := ParseEvasion(text); !errors.As(err, &bad) || bad.Field != field {
			t.Errorf("%q: %v, want an error of %s", text, err, field)
		}
	}
}
