package cell

import (
	"testing"
	"unicode/utf8"
)

// FuzzFolded sees that the beginnings of a tidy text fold as the text does by its characters.
func FuzzFolded(f *testing.F) {
	for _, text := range []string{"R (tbc)", "○（※1）", "Ａ　ＢⓇ", "İ x", "ﾍﾞﾝﾀﾞｰ 主", "が\u3099", "Ⅳ ½", "é\u0301 R"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tidy := Tidy(text)
		if !utf8.ValidString(tidy) {
			return
		}
		table := NewTable([]Meaning{{"lead", []string{"R", "○", "Quality review", "主担当", "É", "İ"}}})
		var folded []byte
		for i, r := range tidy {
			if m, known := table.sign(tidy[:i]); i > 0 && (m != table.marks[string(folded)] || known != (table.marks[string(folded)] != Mark{})) {
				t.Errorf("%q: the beginning %q is %v, by its characters (%q) %v", text, tidy[:i], m, folded, table.marks[string(folded)])
			}
			folded = foldRune(folded, r)
		}
	})
}
