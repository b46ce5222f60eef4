package legend

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
	"tasuki/internal/seeds"
)

// rowsOf returns the rows of a text with a line a row and cells set apart by |.
func rowsOf(text string) []table.Row {
	var rows []table.Row
	for i, line := range strings.Split(strings.TrimPrefix(text, "\n"), "\n") {
		cells := strings.Split(line, "|")
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		rows = append(rows, table.Row{Line: i + 1, Cells: cells})
	}
	return rows
}

// find returns the legend of a sheet that has no other beside it.
func find(rows []table.Row) Legend {
	signs := Signs{}
	signs.Count(rows)
	return Find(rows, signs)
}

func TestFind(t *testing.T) {
	const body = "Work | Desk | Maker\nSell | R | A\nBuy | C | I\n"
	for _, test := range []struct{ name, text, says, cells string }{
		{"equals", body + "\nR = Responsible, A = Accountable; C: consulted", "R=lead A=accountable C=support", "5:1"},
		{"one a cell", body + "\nR: Responsible\nA: Approves\nI: is told", "R=lead A=accountable I=informed", "5:1 6:1 7:1"},
		{"beside", body + "\nR = does it | C = is asked", "R=lead C=support", "5:1 5:2"},
		{"in the next cell", "Work | Desk | Maker | | |\nSell | R | A | | R | does the work\nBuy | C | I | | A | decides\n", "R=lead A=accountable", "2:5 2:6 3:5 3:6"},
		{"letter, word and more", "\n" + body + "\nR | Responsible | Does it\nA | Accountable | Answers for it\n", "R=lead A=accountable", "5:1 5:2 5:3 6:1 6:2 6:3"},
		{"directly below", body + "R | Responsible\nA | Accountable", "R=lead A=accountable", "4:1 4:2 5:1 5:2"},
		{"under headings of its own", "Short | Means\nR | Responsible – does the work\nA | Accountable (one a row)\nR* | at night", "R=lead A=accountable", "2:1 2:2 3:1 3:2"},
		{"signs and words", "作業 | 甲社 | 乙社\n受付 | ○ | △\n\n○ 作業主体　△ 作業協力", "○=lead △=support", "4:1"},
		{"called a legend", "凡例：◎ 主担当\n作業 | 甲社 | 乙社\n受付 | ◎ | ○", "◎=lead", "1:1"},
		{"in a row", "凡例 | ◎ | 主担当 | ○ | 支援\n作業 | 甲社 | 乙社\n受付 | ◎ | ○", "◎=lead ○=support", "1:1 1:2 1:3 1:4 1:5"},
		{"under a heading of its own", "Key |\n◎ | lead\n○ | takes part\n", "◎=lead ○=support", "1:1 2:1 2:2 3:1 3:2"},
		{"a note", "※○は主担当、△は支援を示す。", "○=lead △=support", "1:1"},
		{"in charge, and in chief", "凡例：◎ 主担当　○ 担当　△ 支援", "◎=lead ○=support △=support", "1:1"},
		{"in charge, and nobody in chief", "凡例：○ 担当　△ 支援", "○=lead △=support", "1:1"},
		{"signs at their words", "凡例：◎主担当、○支援、△情報共有\n作業 | 甲社 | 乙社\n受付 | ◎ | ○\n報告 | △ | ◎", "◎=lead ○=support △=informed", "1:1"},
		{"marks at words in a cell", "作業 | 甲社 | 乙社\n受付 | ◎ | ○\n報告 | ◎主担当 | ○受付、◎報告", "", ""},
		{"in brackets too", "Work | Desk | Maker\nSell | x | (x)\nBuy | (x) | x\n\nx = does the work, (x) = assists", "x=lead (x)=support", "5:1"},
		{"side by side below the tasks", "Work | Desk | Maker | Host\nSell | E | D | I\nBuy | D | E | I\nE = decides | D = carries out | I = is told", "E=accountable D=lead I=informed", "4:1 4:2 4:3"},
		{"with numbers", "Work | Desk | Maker\nSell | R1 | R2\nBuy | R2 | R1\n\nR1 = responsible, R2 = deputy", "R1=lead R2=support", "5:1"},
		{"items with numbers", "Work | Desk\nR1: report | R\nR2: assist | C\nR3 - inform | I", "", ""},
		{"an unknown sign", "□：報告先\n- = not involved", "□=informed", "1:1"},
		{"empty", "X = performs, N = not involved", "X=lead N=", "1:1"},
		{"own letters", "K = supports\nD = does the work", "K=support D=lead", "1:1 2:1"},

		{"marks with notes", "項番 | 作業 | 甲社 | 備考\n1 | 受付 | |\n2 | 調査 | △ | 夜間は△も呼ぶ\n3 | 交換 | ◎ | ※1 立会い\n4 | 報告 | ○ | □は別紙の報告先", "", ""},
		{"headings of roles", "Work | R: responsible | A: accountable\nSell | Desk | Maker\nBuy | Maker | Desk", "", ""},
		{"a mark with a remark", "作業 | 甲社\n受付 | ◎ 主担当\n調査 | △ 補助のみ", "", ""},
		{"marks with explanations", "Work | Desk | Maker\nSell | R: responsible | A = approves\nBuy | C | I", "", ""},
		{"beside tasks", "Work | Desk | |\nSell | R | | R: responsible\nBuy | C | | C: consulted", "R=lead C=support", "2:4 3:4"},
		{"headings of parts", "Work | Desk\nA - Approval |\nSell | R\nB - Support |\nBuy | C", "", ""},
		{"tasks with letters", " | Work | Desk | Maker\nA | Approve it | | R\nB | Support users | | C", "", ""},
		{"tasks named so", "Work | Desk\nA: approve | R\nS: support | C", "", ""},
		{"a title", "S - Support of users\n\nWork | Desk\nSell | R", "", ""},
		{"sentences", "A = b + c is a formula, x = y\nNote: R is a letter\nThe plan - a draft", "", ""},
		{"said twice", "R = responsible, R = report", "", ""},
	} {
		l := find(rowsOf(test.text))
		var says, cells []string
		for _, e := range l.Entries {
			if e.Known {
				says = append(says, e.Glyph+"="+string(e.Role))
			}
		}
		for _, p := range l.Cells {
			cells = append(cells, fmt.Sprintf("%d:%d", p.Line, p.Column))
		}
		if strings.Join(says, " ") != test.says || strings.Join(cells, " ") != test.cells {
			t.Errorf("%s: %q in %q, want %q in %q", test.name, says, cells, test.says, test.cells)
		}
	}
}

func TestMask(t *testing.T) {
	rows := rowsOf("Work | Desk\nSell | R\n\nR = Responsible | kept")
	rows[3].Merged = []table.Span{{First: 3, Last: 5, Top: 4, Text: "other"}}
	rows = append(rows, table.Row{Line: 5, Merged: []table.Span{{First: 1, Last: 1, Top: 4, Text: "R = Responsible"}}})
	masked := find(rows).Mask(rows)
	if masked[3].Cell(1) != "" || masked[3].Cell(2) != "kept" || masked[3].Cell(4) != "other" || masked[4].Cell(1) != "" || rows[3].Cells[0] == "" {
		t.Errorf("masked %+v of %+v", masked[3:], rows[3:])
	}
}

func TestObey(t *testing.T) {
	l := find(rowsOf("◎ 支援　○ 主担当\n□：報告先"))
	g := l.Obey(matrix.Glyphs{Lead: []string{"◎"}, Support: []string{"○", "△"}})
	if !slices.Equal(g.Lead, []string{"○"}) || !slices.Equal(g.Support, []string{"△", "◎"}) || !slices.Equal(g.Informed, []string{"□"}) {
		t.Errorf("glyphs %+v", g)
	}
}

// TestLeave passes over a legend beside and between tasks.
func TestLeave(t *testing.T) {
	rows := rowsOf("Work | Desk | |\nSell | R | R | does it\nBuy | I | I | is told\nR = responsible, I = informed |\nRent | R")
	l := find(rows)
	r := matrix.Reading{Blocks: []matrix.Block{{ID: "1", Lines: matrix.Lines{First: 2, Last: 5}, Label: 1, Columns: matrix.Columns{2: "Desk"}}}}
	l.Leave(&r, l.Mask(rows))
	if !slices.Equal(r.Blocks[0].Ignored, []matrix.Column{3, 4}) || len(r.Rejected) != 1 || r.Rejected[0].Lines.First != 4 {
		t.Errorf("ignored %v, rejected %v", r.Blocks[0].Ignored, r.Rejected)
	}
}

// FuzzFind looks for a legend in whatever table: the same twice, in cells that are
// there, and none is left when those are masked.
func FuzzFind(f *testing.F) {
	f.Add("Work|Desk\nSell|R\n\nR = Responsible, A = Accountable")
	f.Add("凡例|◎|主担当|○|支援\n作業|甲社\n受付|◎")
	f.Add("R|Responsible|Does it\nA|Accountable|Answers")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 3000 {
			t.Skip()
		}
		rows := rowsOf(text)
		l := find(rows)
		if again := find(rows); fmt.Sprint(l) != fmt.Sprint(again) {
			t.Fatalf("%v, then %v", l, again)
		}
		for _, p := range l.Cells {
			if rows[p.Line-1].Own(p.Column) == "" {
				t.Fatalf("cell %+v is empty", p)
			}
		}
		if len(l.Cells) > 0 {
			l.Assumptions()
			l.Obey(matrix.Glyphs{})
		}
		l.Mask(rows)
	})
}

// TestFindAmongManyExplanations looks at as many explanations as a sheet has cells: to
// compare each with each other one would take minutes.
func TestFindAmongManyExplanations(t *testing.T) {
	const text = "R = is responsible so"
	rows := make([]table.Row, seeds.Size(100_000, 2_000))
	for i := range rows {
		rows[i] = table.Row{Line: 2 * i, Cells: []string{text}}
	}
	if l := find(rows); len(l.Entries) != 0 {
		t.Errorf("one mark alone is taken for a legend: %v", l.Entries)
	}
}
