package propose

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/said"
	"tasuki/internal/matrixtext"
)

// commas makes a sheet of lines with cells set apart by commas.
func commas(text string) Sheet { return lined("", strings.ReplaceAll(text, ",", "|")) }

// TestProposeStops names every cell that could be a mark and that nothing is
// known of, wherever it stands, and nothing else: as unread or, where the reading
// does not keep such, as a problem.
func TestProposeStops(t *testing.T) {
	tests := []struct{ name, text, want string }{ // want: line:column=value of each problem
		{"last row", "no,task,Ops,Dev\n1,Build,○,△\n2,Run,○,△\n3,Fix,◇,", "4:3=◇"},
		{"first row", "no,task,Ops,Dev\n1,Build,◇,◇\n2,Run,○,△\n3,Fix,○,", "2:3=◇ 2:4=◇"},
		{"last row, a letter", "no,task,Ops,Dev\n1,Build,○,△\n2,Run,○,△\n3,Fix,P,", "4:3=P"},
		{"last row, a word", "no,task,Ops,Dev\n1,Build,○,△\n2,Run,○,△\n3,Fix,TBD,", "4:3=TBD"},
		{"first row, letters", "no,task,Ops,Dev\n1,Build,P,Q\n2,Run,○,△\n3,Fix,○,", "2:3=P 2:4=Q"},
		{"rows apart", "no,task,Ops,Dev\n1,Build,○,△\n2,Run,○,△\n\n3,Fix,P,Q\n4,Watch,○,\n5,Patch,○,△", "5:3=P 5:4=Q"},
		{"last row apart", "no,task,Ops,Dev\n1,Build,○,△\n2,Run,○,△\n\n3,Fix,◇,", "5:3=◇"},
		{"column of mixed signs", "no,task,Ops,Dev\n1,Build,R,◇\n2,Run,A,×\n3,Fix,R,C", "2:4=◇ 3:4=×"},
		{"column of letters", "no,task,Ops,Dev,QA\n1,Build,R,A,P\n2,Run,A,C,P", "2:5=P 3:5=P"},
		{"column of letters on the left", "no,task,QA,Ops,Dev\n1,Build,P,R,A\n2,Run,P,A,C", "2:3=P 3:3=P"},
		{"column of signs on the left", "task,QA,Ops,Dev\nBuild,◇,R,A\nRun,◇,A,C", "2:2=◇ 3:2=◇"},
		{"column behind notes", "no,task,Ops,Dev,Notes,QA\n1,Build,R,A,some text,◇\n2,Run,A,R,more text,", "2:6=◇"},
		{"column of words under a party", "no,task,Ops,QA,Dev team\n1,Build,R,A,TBD\n2,Run,A,R,", "2:5=TBD"},
		{"turned, a row of its own", ",Build,Run\nOps team,R,A\nDev team,A,\nVendor,,◇", "4:3=◇"},
		{"one slash", "no,task,Ops,Dev\n1,Build,○,/\n2,Run,△,○", "2:4=/"},
		{"N, not mostly", "no,task,Ops,Dev\n1,Build,R,N\n2,Run,N,R\n3,Fix,R,C", "2:4=N 3:3=N"},
		{"one cross", "no,task,Ops,Dev\n1,Build,R,×\n2,Run,A,R", "2:4=×"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			sheet := commas(test.text)
			r, err := Propose("matrix.csv", []Sheet{sheet}, ProposeOptions{})
			if err != nil {
				t.Fatal(err)
			}
			a, err := matrix.Scan(matrixtext.RowsOf(sheet.Rows), r, "matrix.csv", nil)
			if err != nil || a.Marks.Unread != len(strings.Fields(test.want)) {
				t.Errorf("%d cells are kept unread, %v; want %s", a.Marks.Unread, err, test.want)
			}
			r.KeepUnread = false
			_, err = matrix.Import(matrixtext.RowsOf(sheet.Rows), r, "matrix.csv")
			var problems graph.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("%v, want %s", err, test.want)
			}
			var got []string
			for _, p := range problems {
				_, at, _ := strings.Cut(p.Source.String(), ":")
				got = append(got, at+"="+p.Value)
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("got %q, want %s", got, test.want)
			}
		})
	}
}

// TestProposeNames says what is left out, and why names are IDs.
func TestProposeNames(t *testing.T) {
	const circles, letters = "no,task,Ops,Dev\n1,Build,○,△\n2,Run,○,△\n", "no,task,Ops,Dev,備考,Cost\n1,Build,R,A,※,3\n2,Run,A,C,see there,4\n"
	tests := []struct {
		name, text string
		tasks      int
		want       []string // parts of assumptions
	}{
		{"notes and numbers", letters, 2, []string{`column 5 ("備考"), column 6 ("Cost") is not read`}},
		{"text without heading", "no,task,Ops,Dev,\n1,Build,R,A,some text\n2,Run,A,R,", 2, []string{`column 5 (no heading: "some text" in line 2) is not read`}},
		{"text before the marks", "no,task,Deliverable,Ops,Dev\n1,Build,report a,R,A\n2,Run,report b,A,R", 2, []string{`column 3 ("Deliverable") is not read`}},
		{"short words about the task", "no,作業,区分,甲社,乙社\n1,設計,共,○,\n2,製造,個,,△", 2, []string{`column 3 ("区分") is not read`}},
		{"a status", "no,task,Status,Ops,Dev\n1,Build,H,R,A\n2,Run,M,A,R", 2, []string{`column 3 ("Status") is not read`}},
		{"total and legend", circles + "Total,,3,4\nLegend,marks in ink,,", 2, []string{`lines 4-5 beside the tasks are left out`}},
		{"units above", "no,task,Ops,Dev\nunit,days,3,4\n1,Build,○,△\n2,Run,○,△", 2, []string{`line 2 beside the tasks is left out`, `line 1 names the organizations`}},
		{"a sign apart, no numbers", "task,Ops,Dev\nBuild,○,△\nRun,○,△\n\nFix,◇,", 2, []string{`line 5 beside the tasks is left out`}},
		{"marks above the headings", "A,for accountable\n\nno,task,Ops,Dev\n1,Build,R,A\n2,Run,A,R", 2, []string{`marks: 1 outside of every block is not read: "A" in line 1, column 1`}},
		{"headings again over one task", circles + "\nno,task,Ops,Dev\n3,Fix,,○", 3, []string{`lines 1, 5 name the organizations`}},
		{"a repeated number", circles + "2,Fix,△,", 3, []string{`column 1 looks like item numbers but repeats "2" (lines 3 and 4), so the texts of column 2 are names and IDs`}},
		{"a missing number", circles + ",Fix,△,", 3, []string{`column 1 looks like item numbers but has none in line 4, so the texts of column 2 are names and IDs`}},
		{"one dash", "no,task,Ops,Dev\n1,Build,○,-\n2,Run,△,○", 2, []string{`"-" as an empty cell`}},
		{"mostly N", "no,task,Ops,Dev,QA\n1,Build,R,N,N\n2,Run,N,R,N\n3,Fix,N,N,A", 3, []string{`"N" as an empty cell`}},
		{"words for nothing", "no,作業,甲社,乙社\n1,設計,○,なし\n2,製造,△,○", 2, []string{`"なし" as an empty cell`}},
		{"remarks", "no,task,Ops,Dev\n1,Build,R*,C\n2,Run,C,R (tbc)", 2, []string{`2 marks stand with a sign or remark, which is kept (the first: "R*" in line 2, column 3)`, `1 mark says itself that it is not settled`}},
		{"weaker marks", "no,task,Ops,Dev\n1,Build,R/C,I\n2,Run,C,R", 2, []string{`of lead, support and informed in one cell the strongest counts (1 cell, the first "R/C" in line 2, column 3)`}},
		{"marks of one kind", "no,task,Ops,Dev\n1,Build,✓,\n2,Run,,■", 2, []string{`marks of one kind say who takes part; they were taken as lead`}},
		{"three levels", "no,作業,甲社,乙社,丙社\n1,設計,◎,○,△\n2,製造,○,◎,", 2, []string{`"◎" as lead, "○" and "△" as support`, `only the fullest circle leads`}},
		{"a legend below", circles + "\n○：支援、△：主担当", 2, []string{`"△" as lead, "○" as support`, `a legend was found (line 5, column 1): ○ is "支援", taken as support; △ is "主担当", taken as lead`}},
		{"fillers beside circles", circles + "3,Fix,-,ー\n4,Watch,×,×\n5,Patch,n/a,N/A\n6,Retire,/,／", 6, []string{`"-", "ー", "×", "/" and "N/A" as an empty cell`}},
		{"fillers beside letters", "no,task,Ops,Dev\n1,Build,R,A\n2,Run,A,R\n3,Fix,-,—\n4,Watch,×,×\n5,Patch,n/a,N/A\n6,Retire,/,/", 6, []string{`"-", "—", "×", "/" and "N/A" as an empty cell`}},
		{"turned, a legend below", ",Build,Run\nOps team,R,A\nDev team,A,\nVendor,,\nR = responsible,,", 2, []string{`line 5 has no marks and is no organization`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, _ := proposed(t, []Sheet{commas(test.text)}, ProposeOptions{})
			if len(d.Tasks) != test.tasks {
				t.Errorf("%d tasks, want %d", len(d.Tasks), test.tasks)
			}
			for _, part := range test.want {
				if !slices.ContainsFunc(said.Texts(d.Account.Assumptions), func(a string) bool { return strings.Contains(a, part) }) {
					t.Errorf("no assumption says %q:\n%s", part, strings.Join(said.Texts(d.Account.Assumptions), "\n"))
				}
			}
		})
	}
}
