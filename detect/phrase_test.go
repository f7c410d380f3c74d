package detect

import "testing"

func TestDigits(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 0.00123456: "0.00123", 1.2345: "1.23", 123.45: "123", 1254: "1250", 1_255_999: "1260000", -98765: "-98800",
	} {
		if got := digits(x, 3); got != want {
			t.Errorf("%v is written %s, want %s", x, got, want)
		}
	}
}
