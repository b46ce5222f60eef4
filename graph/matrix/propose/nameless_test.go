package propose

import (
	"slices"
	"strings"
	"testing"

	"tasuki/graph/said"
)

// TestMarksOfNoTask reads tables with marks that belong to no task: they are left out and
// named with their text and place, or are of a task that its place names, and no other
// mark changes.
func TestMarksOfNoTask(t *testing.T) {
	const head, rest = "Task|Often|Ops|Dev|Net\nOpen|monthly|R|A|C\n", "Close|weekly|A|R|I\nMend|weekly|R|A|I"
	facts := []string{"Close | Dev | lead", "Close | Net | informed", "Close | Ops | accountable", "Mend | Dev | accountable", "Mend | Net | informed", "Mend | Ops | lead", "Open | Dev | accountable", "Open | Net | support", "Open | Ops | lead"}
	for _, tt := range []struct {
		name, text, more, says string
	}{
		{"below, under a party", head + rest + "\n|||R|", "", `marks: 1 outside of every block is not read: "R" in line 5, column 4;`},
		{"below, under a party, with a gap", head + rest + "\n\n|||R|", "", `marks: 1 outside of every block is not read: "R" in line 6, column 4;`},
		{"below, under the names", head + rest + "\nA", "", `marks: 1 outside of every block is not read: "A" in line 5, column 1;`},
		{"below, several", head + rest + "\n||R||A", "", `marks: 2 outside of every block are not read: "R" in line 5, column 3, "A" in line 5, column 5;`},
		{"above", "I\n\n" + head + rest, "", `marks: 1 outside of every block is not read: "I" in line 1, column 1;`},
		{"between, far right", head + "|||||||R\n" + rest, "", `rows: what has neither the name of a task nor a mark under a heading is left out: row 3`},
		{"between, under parties", head + "||R|A|\n" + rest, "row 3 | Dev | accountable,row 3 | Ops | lead", `called by its place: row 3;`},
		{"between, a remark", head + "|||||as agreed\n" + rest, "", `line 3 has no marks and is no task`},
		{"right, a letter that is no mark", strings.Replace(head, "R|A|C", "R|A|C||Z", 1) + rest, "", `column 7 (no heading: "Z" in line 2)`},
	} {
		d, _ := proposed(t, []Sheet{lined("", tt.text)}, ProposeOptions{})
		want := slices.Clone(facts)
		if tt.more != "" {
			want = append(want, strings.Split(tt.more, ",")...)
		}
		if got := assigned(d); !slices.Equal(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if all := strings.Join(said.Texts(d.Account.Assumptions), "\n"); !strings.Contains(all, tt.says) {
			t.Errorf("%s: want %s said in\n%s", tt.name, tt.says, all)
		}
		for _, task := range d.Tasks {
			if task.ID == "Open" && task.Timing != "monthly" {
				t.Errorf("%s: %+v", tt.name, task)
			}
		}
	}
}

// TestNamesLikeMarks reads tasks that are called as marks are.
func TestNamesLikeMarks(t *testing.T) {
	for _, text := range []string{
		"Task|Ops|Dev\nA|R|A\nB|A|R\nC|R|A\nR|C|I",
		"ID|Ops|Dev\nA|R|A\nC|A|R\nI|R|A\nR|C|I",
		"|Ops|Dev\nA|R|A\nB|A|R\nC|R|A\nR|C|I",
		"Step|What|Ops|Dev\nA|Open it|R|A\nB|Close it|A|R\nC|Mend it|R|A\nR|Watch it|C|I",
	} {
		d, _ := proposed(t, []Sheet{lined("", text)}, ProposeOptions{})
		if len(d.Tasks) != 4 || len(d.Assignments) != 8 || len(d.Organizations) != 2 {
			t.Errorf("%s\ngave %+v and %q", text, d.Tasks, assigned(d))
		}
	}
}

// TestProperties leaves columns out that say what is true of a task.
func TestProperties(t *testing.T) {
	for _, text := range []string{
		"Task|Ops|Dev|Automated?|Critical\nOpen|Yes|No|Yes|No\nClose|No|Yes|Yes|No\nMend|Yes||No|Yes",
		"Task|Automated?|Is it billable?|Ops|Dev\nOpen|Yes|No|Yes|No\nClose|No|Yes|No|Yes\nMend|Yes|Yes|Yes|No",
		"Task|Ops|Dev|In scope|Automated\nOpen|x||x|\nClose||x|x|x\nMend|x|||x",
		"Task|Ops|Dev|Critical|Automated?\nOpen|R|A|Y|N\nClose|A|R|N|Y\nMend|R|A|Y|Y",
		"作業|運用部|開発部|対象|自動化可\n受付|○||○|\n確認||○||○\n復旧|○||○|",
	} {
		d, _ := proposed(t, []Sheet{lined("", text)}, ProposeOptions{})
		if len(d.Tasks) != 3 || len(d.Organizations) != 2 || len(d.Account.Unread) > 0 {
			t.Errorf("%s\ngave %+v and %q", text, d.Organizations, assigned(d))
		}
		if all := strings.Join(said.Texts(d.Account.Assumptions), "\n"); !strings.Contains(all, "left out") && !strings.Contains(all, "is not read") {
			t.Errorf("%s\nleft columns out in silence", text)
		}
	}
	d, _ := proposed(t, []Sheet{lined("", "Task|Ops|Dev?\nOpen|R|A\nClose|A|R")}, ProposeOptions{})
	if len(d.Organizations) != 2 {
		t.Errorf("a party that is not settled is left out: %q", assigned(d))
	}
}

// TestRolesAsHeadings reads tables whose cells name parties: one that leaves open which
// it means names no party of its own, and a row without a name keeps its marks.
func TestRolesAsHeadings(t *testing.T) {
	d, _ := proposed(t, []Sheet{lined("", "Task|R|A|C\nOpen|Ops|Dev|Net\n|Dev|Ops|\nClose|Ops or Dev|Net|\nMend|Dev|Ops|")}, ProposeOptions{})
	want := []string{"Close | Net | accountable", "Mend | Dev | lead", "Mend | Ops | accountable", "Open | Dev | accountable", "Open | Net | support", "Open | Ops | lead", "row 3 | Dev | lead", "row 3 | Ops | accountable"}
	if got := assigned(d); !slices.Equal(got, want) || len(d.Organizations) != 3 {
		t.Errorf("got\n%s\n%+v", strings.Join(got, "\n"), d.Organizations)
	}
	if u := d.Account.Unread; len(u) != 1 || u[0].Source.Mark != "Ops or Dev" || u[0].Reason.EN != "uncertain which organization it means" {
		t.Errorf("unread %+v", u)
	}
}
