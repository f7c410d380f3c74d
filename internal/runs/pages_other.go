//go:build !linux

package runs

func largePages(size int) []byte { return make([]byte, size) }

func freePages([]byte) error { return nil }
