package cell

import "testing"

// TestNotationsAreToldApart says which notation reads most of some marks, the first
// of equals, as a sheet is read.
func TestNotationsAreToldApart(t *testing.T) {
	for _, test := range []struct {
		name  string
		marks []string
	}{
		{"○ △", list("○", "○", "△")}, {"○ △", list("◎", "◎", "△")}, {"◎ ○ △", list("◎", "○")}, {"◎ ○ △", list("◎", "○", "△")}, {"● ○ △", list("●", "○", "○")},
		{"■ □", list("■", "□")}, {"RACI", list("R", "A", "C", "I")}, {"RACI", list("R", "S", "V", "A")}, {"RACI", list("R", "A", "C", "Q")},
		{"DACI", list("D", "A", "C", "I")}, {"CAIRO", list("C", "A", "I", "R", "O")}, {"RAPID", list("R", "A", "P", "I", "D")}, {"PARIS", list("P", "A", "R", "I", "S")},
		{"PSB", list("P", "S", "P")}, {"X", list("x", "X", "✓")}, {"担当", list("担当", "支援", "承認")}, {"主 副", list("主担当", "担当", "副")}, {"words", list("Lead", "Support", "Info")},
	} {
		best, most := "", 0
		for _, n := range Notations() {
			seen, count, table := map[string]bool{}, 0, n.Table()
			for _, mark := range test.marks {
				if c, ok := table.Read(mark); ok {
					seen[c.Glyphs[0]] = true
					if c.IsMark() {
						count++
					}
				}
			}
			has := true
			for _, glyph := range n.Needs {
				has = has && seen[glyph]
			}
			if has && count > most {
				best, most = n.Name, count
			}
		}
		if best != test.name {
			t.Errorf("%q is read as %s, want %s", test.marks, best, test.name)
		}
	}
}
