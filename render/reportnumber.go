package render

import (
	"strconv"
	"strings"
)

// unknown stands for a figure that is not known or not defined, which is never
// zero.
const unknown = "—"

// whole formats a count, with a comma every three digits.
func whole(n int) string { return grouped(strconv.Itoa(n)) }

// tenths formats a weight or a percentage of a table: one decimal.
func tenths(x float64) string { return decimals(x, 1) }

// percentage formats a percentage in running text.
func percentage(x float64) string { return decimals(x, 1) + " %" }

// index formats a Herfindahl-Hirschman index: no decimals.
func index(x float64) string { return decimals(x, 0) }

// effective formats an effective number: two decimals.
func effective(x float64) string { return decimals(x, 2) }

// ratio formats a figure between 0 and 1: three decimals.
func ratio(x float64) string { return decimals(x, 3) }

// optional formats a figure that may be unknown.
func optional[T any](x *T, format func(T) string) string {
	if x == nil {
		return unknown
	}
	return format(*x)
}

// decimals rounds x to a number of decimals. What rounds to zero has no sign.
func decimals(x float64, n int) string {
	s := strconv.FormatFloat(x, 'f', n, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return grouped(s)
}

// grouped puts a comma before every third digit of the integer part.
func grouped(s string) string {
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
