package cell

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"tasuki/graph"
)

func raci() Table {
	return NewTable([]Meaning{
		{graph.Lead, list("R", "○", "主担当", "Lead")}, {graph.Accountable, list("A")}, {graph.Support, list("C", "S", "△")},
		{graph.Informed, list("I", "報告")}, {"", list("-", "なし")},
	})
}

// short writes a content as its roles, with what is printed where that is more
// than the glyph, and ? for one that is not settled.
func short(c Content) string {
	var parts []string
	for _, m := range c.Marks {
		text := string(m.Role)
		if m.Printed != m.Glyph {
			text += " " + m.Printed
		}
		parts = append(parts, text)
	}
	text := strings.Join(parts, "; ")
	if c.Unsettled {
		text += " ?"
	}
	return text
}

func TestRead(t *testing.T) {
	table := raci()
	for cell, want := range map[string]string{
		// forms of characters
		"Ｒ": "lead", "ｒ": "lead", "Ⓡ": "lead", "ⓐ": "accountable", "🅒": "support", "\u200bR": "lead", "R\u200e": "lead", "\ufeffI\u00a0": "informed",
		"○\ufe0f": "lead", "\u3000△": "support", "主\n担当": "lead",
		// several roles
		"RA": "lead; accountable", "AR": "lead; accountable", "A/R": "lead; accountable", "R／A": "lead; accountable", "A;R": "lead; accountable",
		"R|A": "lead; accountable", "R(A)": "lead; accountable", "R and A": "lead; accountable", "A\nR": "lead; accountable", "R A": "lead; accountable",
		"R, C": "lead", "A,C,I": "support; accountable", "C・I": "support", "○△": "-", "A/R*": "lead R*; accountable", "R (nights), A": "lead R (nights); accountable",
		// remarks and footnotes
		"(R)": "lead (R)", "（Ｒ）": "lead （Ｒ）", "R*": "lead R*", "R**": "lead R**", "R1": "lead R1", "R¹": "lead R¹", "○※": "lead ○※", "○(※1)": "lead ○(※1)", "○（※１）": "lead ○（※１）",
		"◎ 主たる担当": "lead ◎ 主たる担当", "R (veto)": "lead R (veto)", "A (gate 2)": "accountable A (gate 2)", "C→approve": "support C→approve", "C* (x)": "support C* (x)",
		"C (if the spec (v2) is wrong)": "support C (if the spec (v2) is wrong)", "主担当（夜間）": "lead 主担当（夜間）", "Lead (nights)": "lead Lead (nights)", "△注1": "support △注1",
		"R – on site": "lead R – on site", "R: nights": "lead R: nights", "R - nights and weekends": "lead R - nights and weekends", "C：夜間のみ": "support C：夜間のみ", "R - tbc by the board": "lead R - tbc by the board ?",
		"R (nights and weekends), A": "lead R (nights and weekends); accountable", "R - nights, A": "lead R - nights; accountable", "R: days / C: nights": "lead R: days", "A, R (a/b; c)": "lead R (a/b; c); accountable",
		"A-R": "lead; accountable", "A – R": "lead; accountable", "A–R": "lead; accountable", "R - A (gate 2)": "lead; accountable A (gate 2)", "A & R": "lead; accountable", "A + R": "lead; accountable", "A und R": "lead; accountable", "A et R": "lead; accountable",
		// marks that say that they are open
		"R (tbc)": "lead R (tbc) ?", "R?": "lead R? ?", "R ？": "lead R ？ ?", "○（要確認）": "lead ○（要確認） ?", "△ 予定": "support △ 予定 ?", "R tbd": "lead R tbd ?", "A (to be agreed)": "accountable A (to be agreed) ?", "○（仮）": "lead ○（仮） ?",
		// fillers and nothing
		"-": "", "なし": "", "\u200b": "", " ": "", "R/-": "lead",
	} {
		c, ok := table.Read(cell)
		got := short(c)
		if !ok {
			got = "-"
		}
		if got != want {
			t.Errorf("%q reads %q, want %q", cell, got, want)
		}
	}
}

func TestReadLeavesTextsAlone(t *testing.T) {
	table := raci()
	for _, cell := range []string{
		"?", "TBD", "approve at gate 1", "□", "R&D", "RI", "Rx", "A new system", "R2D2", "A-1", "R = Responsible", "R: does the work", "R (Responsible)", "○は主担当", "○：主担当", "○ lead △ support",
		"○○システム", "С", "О", "Δ", "Ⅰ", "0", "1", "(1)", "C++", "I/O", "R or C", "A or R", "R and/or A", "R - A for nights", "A - approve it", "R-nights", "R:", "A/B test", "Ctrl", "R123", "(R", "R)", "R/X", strings.Repeat("R/", 200) + "R",
	} {
		if c, ok := table.Read(cell); ok {
			t.Errorf("%q reads %q, want nothing", cell, short(c))
		}
	}
}

// TestNotations reads the glyphs of every notation as that notation says, and none
// of them twice.
func TestNotations(t *testing.T) {
	for _, n := range Notations() {
		seen := map[string]bool{}
		for _, m := range n.Meanings {
			for _, glyph := range m.Glyphs {
				if seen[Fold(glyph)] {
					t.Errorf("%s: %q has two meanings", n.Name, glyph)
				}
				seen[Fold(glyph)] = true
				if c, ok := n.Table().Read(glyph); !ok || c.Role() != m.Role || c.Noted {
					t.Errorf("%s: %q reads %q, want %q", n.Name, glyph, short(c), m.Role)
				}
			}
		}
	}
}

// FuzzRead reads whatever cell: the same twice, at most one role of those that
// exclude one another, and what is read keeps what was printed.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"R", "A/R*", "R (tbc)", "○（※1）", "◎ 主担当", "R;A|C", "Ⓡ\u200b", "((R))", "R and A", "C→", "(R)(A)", "ｱ", "R 1)", "\x00R", "R (", "R\xff", "㎡"} {
		f.Add(seed)
	}
	var tables []Table
	for _, n := range Notations() {
		tables = append(tables, n.Table())
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, table := range append(tables, raci()) {
			c, ok := table.Read(text)
			if again, other := table.Read(text); ok != other || fmt.Sprint(c) != fmt.Sprint(again) {
				t.Fatalf("%q reads %v and %v", text, c, again)
			}
			work := 0
			for _, m := range c.Marks {
				if m.Role != graph.Accountable {
					work++
				}
				if m.Role == "" || m.Printed == "" || utf8.ValidString(text) && !utf8.ValidString(m.Printed) || strings.ContainsAny(m.Printed, "\n") {
					t.Fatalf("%q: mark %+v", text, m)
				}
			}
			if work > 1 || len(c.Marks) > 2 || !ok && len(c.Marks) > 0 {
				t.Fatalf("%q: %+v", text, c)
			}
			if ok && len(text) > Longest && len(c.Marks) > 0 && c.Noted {
				t.Fatalf("%q: a text with a remark of %d bytes", text, len(text))
			}
		}
		if tidy := Tidy(text); utf8.ValidString(text) && Tidy(tidy) != tidy {
			t.Fatalf("%q is tidied to %q, then to %q", text, tidy, Tidy(tidy))
		}
	})
}
