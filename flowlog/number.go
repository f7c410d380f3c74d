package flowlog

import "math"

// parseNumber reads a canonical decimal number of at most 2^63−1: digits
// without sign, leading zeros or anything else.
func parseNumber(b []byte) (uint64, bool) {
	if len(b) == 0 || len(b) > 2*wordBytes {
		return parseLong(b)
	}
	if b[0] == '0' {
		return 0, len(b) == 1
	}
	var spare window
	w := windowOn(b, &spare)
	if len(b) <= wordBytes {
		return eightDigits(w.word(0), len(b))
	}
	high, ok1 := eightDigits(w.word(0), len(b)-wordBytes)
	low, ok2 := eightDigits(w.word(len(b)-wordBytes), wordBytes)
	return high*1e8 + low, ok1 && ok2
}

// eightDigits reads a number from the first n bytes of w, 1 to 8, pairing the
// digits, then the pairs, then the fours.
func eightDigits(w uint64, n int) (uint64, bool) {
	shift := wordBytes * uint(wordBytes-n) & 63
	w = w<<shift ^ '0'*eachByte<<shift // the digits as numbers, with zeros before them
	bad := notDigits(w)
	w = w*10 + w>>8
	w = (w&0x000000ff_000000ff*(100+1_000_000<<32) + w>>16&0x000000ff_000000ff*(1+10_000<<32)) >> 32
	return w, bad == 0
}

// parseLong reads numbers of up to 19 digits, which always fit 64 bits.
func parseLong(b []byte) (uint64, bool) {
	if len(b) == 0 || len(b) > 19 || b[0] == '0' {
		return 0, false
	}
	var n uint64
	for _, c := range b {
		digit := uint64(c - '0')
		if digit > 9 {
			return 0, false
		}
		n = n*10 + digit
	}
	return n, n <= math.MaxInt64
}

// numberFault says why parseNumber refused b.
func numberFault(b []byte) Reason {
	digits := b
	negative := len(b) > 1 && b[0] == '-'
	if negative {
		digits = b[1:]
	}
	if len(digits) == 0 || digits[0] == '0' && len(digits) > 1 {
		return NumberFormat
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return NumberFormat
		}
	}
	if negative {
		return Negative
	}
	return Overflow
}
