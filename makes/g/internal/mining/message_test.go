package mining

import (
	"fmt"
	"strings"
	"testing"

	"makes/g/internal/dice"
)

func TestMessagesHaveTheLengthOfTheirText(t *testing.T) {
	w := newWording(dice.New(1))
	w.spaced, w.ending = false, 1
	w.drawn = map[string]int{"sid": 36, "jid": 20, "algo": 0}
	text := func(id int) string {
		return fmt.Sprintf(`{"id":%d,"jsonrpc":"2.0","method":"submit","params":{"id":"%s","job_id":"%s","nonce":"%s","result":"%s"}}`+"\n",
			id, strings.Repeat("a", 36), strings.Repeat("b", 20), "01234567", strings.Repeat("c", 64))
	}
	if got, want := w.message(cryptonote.submit)(), len(text(10)); got != want && got != want-1 {
		t.Errorf("got %d, want %d", got, want)
	}
	w.spaced = true
	spaces := strings.Count(text(1), ",") + strings.Count(text(1), ":")
	if got, want := w.message(cryptonote.submit)(), len(text(10))+spaces; got != want && got != want-1 {
		t.Errorf("with blanks: got %d, want %d", got, want)
	}
}

func TestNamesAreDrawnOnce(t *testing.T) {
	w := newWording(dice.New(3))
	one, two := w.message(`<jid:4-400>`), w.message(`<jid:4-400>`)
	if one() != two() {
		t.Error("a name has two lengths")
	}
}

func TestAllDialectsCompile(t *testing.T) {
	for _, c := range coins {
		for n := range poolsPerCoin {
			o := newPool(7, c, n)
			w := newWording(dice.New(1))
			if n := w.message(o.dialect.submit)(); n < 30 || n > 3500 {
				t.Errorf("%s: a submit of %d bytes", o.name, n)
			}
			if o.target <= 0 || len(c.tls) == 0 {
				t.Errorf("%s: lacks something", o.name)
			}
		}
	}
}
