package stratum

import (
	"testing"

	"makes/i/internal/rnd"
)

func TestLine(t *testing.T) {
	r := rnd.New(1, "test")
	v := vars{id: 12, branches: 2, spaced: true}
	v.fields['s'], v.fields['j'] = 36, 15
	submit := `{"id":12,"jsonrpc":"2.0","method":"submit","params":{"id":"6fe2a0a4-3c3f-4b51-9b6e-0d8a7b1c2e3f","job_id":"4BiGm3/RgGQzgk1","nonce":"1a2b3c4d",` +
		`"result":"a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90"}}`
	if n := dialects["cryptonote"].submit.size(r, &v, false); n != len(submit) {
		t.Errorf("submit: %d bytes, want %d", n, len(submit))
	}
	ok := `{"id": 12, "result": true, "error": null}`
	if n := dialects["bitcoin"].ok.size(r, &v, true); n != len(ok) {
		t.Errorf("ok: %d bytes, want %d", n, len(ok))
	}
	if n := parse(`[<b>]`).size(r, &v, false); n != 2+67+66 {
		t.Errorf("branches: %d bytes", n)
	}
}
