package messages

import (
	"math"
	"strconv"
	"strings"

	"tasuki/render/messages/catalogue"
)

// Unknown stands for a figure that is not known or not defined, which is never
// zero.
const Unknown = "—"

// Whole formats a count, with a comma every three digits.
func Whole(n int) string { return catalogue.Whole(n) }

// Tenths formats a weight or a percentage of a table: one decimal.
func Tenths(x float64) string { return Decimals(x, 1) }

// Percentage formats a percentage in running text.
func Percentage(x float64) string { return Decimals(x, 1) + " %" }

// wholePercentage formats a share for a short sentence. What is not nothing or not all
// does not become it by rounding.
func wholePercentage(x float64) string {
	switch whole := math.Round(x); {
	case whole == 0 && x > 0:
		return "<1 %"
	case whole == 100 && x < 100:
		return ">99 %"
	}
	return Decimals(x, 0) + " %"
}

// Index formats a Herfindahl-Hirschman index: no decimals.
func Index(x float64) string { return Decimals(x, 0) }

// Effective formats an effective number: two decimals.
func Effective(x float64) string { return Decimals(x, 2) }

// Ratio formats a figure between 0 and 1: three decimals.
func Ratio(x float64) string { return Decimals(x, 3) }

// Optional formats a figure that may be unknown.
func Optional[T any](x *T, format func(T) string) string {
	if x == nil {
		return Unknown
	}
	return format(*x)
}

// Decimals rounds x to a number of decimals. What rounds to zero has no sign.
func Decimals(x float64, n int) string {
	s := strconv.FormatFloat(x, 'f', n, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return catalogue.Grouped(s)
}
