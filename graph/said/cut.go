package said

import "unicode/utf8"

// Cut returns the first letters of s, at most as many bytes as given, and a sign
// that there are more.
func Cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most] + "…"
}
