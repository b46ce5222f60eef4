package catalogue

import (
	"strconv"
	"strings"
)

// Whole formats a count, with a comma every three digits.
func Whole(n int) string { return Grouped(strconv.Itoa(n)) }

// Grouped puts a comma before every third digit of the integer part.
func Grouped(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	digits, fraction, found := strings.Cut(s, ".")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if found {
		digits += "." + fraction
	}
	return sign + digits
}
