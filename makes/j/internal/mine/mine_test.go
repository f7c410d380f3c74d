package mine

import (
	"testing"

	"makes/j/internal/apps"
)

func TestLength(t *testing.T) {
	var f fields
	f['i'-'a'], f['j'-'a'], f['s'-'a'], f['g'-'a'] = 2, 5, 4, 0
	want := len(`{"id":12,"jsonrpc":"2.0","method":"submit","params":{"id":"abcd","job_id":"54321","nonce":"01234567",` +
		`"result":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}}` + "\n")
	if got := coins[0].dialect.share.length(&f); got != want {
		t.Errorf("a share has %d bytes, want %d", got, want)
	}
	if got, want := length("<12>{<w>.<w>}", &fields{'w' - 'a': 7}), 12+3+14; got != want {
		t.Errorf("%d bytes, want %d", got, want)
	}
}

func TestPrograms(t *testing.T) {
	all := apps.Programs()
	names := map[string]bool{}
	for _, p := range all {
		if names[p.Name] {
			t.Errorf("%s twice", p.Name)
		}
		names[p.Name] = true
	}
	if len(all) < 60 {
		t.Errorf("%d programs", len(all))
	}
	for _, n := range nodes {
		if n.also != "-" && !names[n.also] {
			t.Errorf("no program %s", n.also)
		}
	}
}

func length(s string, f *fields) int {
	t := parse(s)
	return t.length(f)
}
