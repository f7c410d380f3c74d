package main

import "testing"

func TestSize(t *testing.T) {
	for text, want := range map[string]size{
		"0": 0, "1000000": 1e6, "64B": 64, "2KiB": 2048, "2kb": 2000, "512MiB": 512 << 20, "512M": 512 << 20, "3GB": 3e9, "1g": 1 << 30,
	} {
		var s size
		if err := s.UnmarshalText([]byte(text)); err != nil || s != want {
			t.Errorf("%s: %d, %v; want %d", text, s, err, want)
		}
	}
	for _, text := range []string{"", "MiB", "-1", "1.5GiB", "12 MiB", "1TiB", "99999999999999999999", "9999999999G", "1MMiB", "1Bi"} {
		var s size
		if s.UnmarshalText([]byte(text)) == nil {
			t.Errorf("%q is a size of %d bytes", text, s)
		}
	}
}
