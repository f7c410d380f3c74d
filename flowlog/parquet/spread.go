package parquet

import "math/bits"

// spread moves the first present of the values apart, so that each stands where
// the flag of its row is set.
func spread[T any](values []T, present int, flags *[batchRows / 64]uint64) {
	end := len(values)
	for present < end {
		gap := lastZero(flags, end)
		n := end - gap - 1
		copy(values[gap+1:end], values[present-n:present])
		present -= n
		end = gap
	}
}

// lastZero returns the last row before end whose flag is not set, or -1.
func lastZero(flags *[batchRows / 64]uint64, end int) int {
	for end > 0 {
		i := (end - 1) / 64
		zeros := ^flags[i] & (^uint64(0) >> (63 - (end-1)%64))
		if zeros != 0 {
			return i*64 + 63 - bits.LeadingZeros64(zeros)
		}
		end = i * 64
	}
	return -1
}
