// Package numeral writes numbers as people read them.
package numeral

import (
	"strconv"
	"strings"
)

// Grouped writes a whole number with a comma at every thousand: −1,234,567 is
// "-1,234,567".
func Grouped[N int | int64](n N) string {
	text := strconv.FormatInt(int64(n), 10)
	digits := strings.TrimPrefix(text, "-")
	sign := text[:len(text)-len(digits)]
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}
