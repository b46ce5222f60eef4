// Package identifier checks codes by which others know a party: Legal Entity Identifiers and
// regions of the world.
package identifier

import "tasuki/graph/said"

// leiLength is how many letters and digits a Legal Entity Identifier has.
const leiLength = 20

// LEI returns why a text is no Legal Entity Identifier, nil for one that is: 18 capital
// letters and digits and two digits, which leave 1 when the whole, with A as 10 and Z as
// 35, is divided by 97. Source: ISO 17442-1:2020, with the check of ISO/IEC 7064, MOD 97-10.
// Whether it has been issued cannot be told without asking its registry.
func LEI(text string) error {
	if len(text) != leiLength {
		return said.Errorf("an LEI has %d letters and digits, not %d", leiLength, len([]rune(text)))
	}
	rest := 0
	for i, c := range []byte(text) {
		switch {
		case c >= '0' && c <= '9':
			rest = (rest*10 + int(c-'0')) % 97
		case c >= 'A' && c <= 'Z' && i < leiLength-2:
			rest = (rest*100 + int(c-'A') + 10) % 97
		default:
			return said.Errorf("an LEI consists of capital letters and digits, and ends in two digits")
		}
	}
	if rest != 1 {
		return said.Errorf("its two check digits do not fit the rest: a letter or digit is mistyped")
	}
	return nil
}
