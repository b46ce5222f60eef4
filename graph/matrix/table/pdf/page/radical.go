package page

import (
	"strings"

	"tasuki/graph/spelling"
)

// radicals are parts of ideographs that look like whole ones. Fonts draw both with one
// glyph, and programs that print say the wrong one. Those of 2F00 to 2FDF are known to
// Unicode as compatible with the ideographs; these are not.
var radicals = map[rune]rune{
	0x2E9F: 0x6BCD, 0x2EA0: 0x6C11, 0x2EC1: 0x864E, 0x2EC4: 0x897F, 0x2EC6: 0x89D2, 0x2ED1: 0x9577, 0x2ED8: 0x9752,
	0x2EDD: 0x98DF, 0x2EE4: 0x9B3C, 0x2EE8: 0x9EA6, 0x2EE9: 0x9EC4, 0x2EEB: 0x6589, 0x2EED: 0x6B6F, 0x2EEF: 0x7ADC, 0x2EF2: 0x4E80,
}

// whole returns a text without characters that show nothing, and with ideographs in
// place of their parts.
func whole(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return r < ' ' || r >= 0x2E80 && r < 0x2FE0 }) < 0 {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case r < ' ':
		case radicals[r] != 0:
			b.WriteRune(radicals[r])
		case r >= 0x2F00 && r < 0x2FE0:
			b.WriteString(spelling.Compatible(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
