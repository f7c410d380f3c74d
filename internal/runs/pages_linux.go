package runs

import "syscall"

// largePages asks the system for memory in large pages, or in small ones if it
// has no others.
func largePages(size int) []byte {
	b, err := syscall.Mmap(-1, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return make([]byte, size)
	}
	_ = syscall.Madvise(b, syscall.MADV_HUGEPAGE) // a wish
	return b
}

// freePages gives it back.
func freePages(b []byte) error {
	if err := syscall.Munmap(b); err != syscall.EINVAL { // EINVAL: it is Go's own
		return err
	}
	return nil
}
