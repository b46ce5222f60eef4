package propose

import (
	"slices"
	"strings"
	"testing"

	"tasuki/graph/said"
	"tasuki/internal/matrixtext"
)

// TestSheets reads sheets in which several things come together. The facts are those
// of matrixtext.Facts, and says are parts of what the account assumes.
func TestSheets(t *testing.T) {
	tests := []struct{ name, text, facts, says string }{
		{"numbers say what stands under what",
			"No|Task|Ops|Vendor\n1|Operate\n1.1|Incidents\n1.1.1|Open|R|C\n1.1.2|Close|C|R\n1.2|Changes\n1.2.1|Approve|R|C\n2|Build\n2.1|Plan|R|I",
			"Approve [1.2 Changes]: Ops=lead Vendor=support\nClose [1.1 Incidents]: Ops=support Vendor=lead\nOpen [1.1 Incidents]: Ops=lead Vendor=support\nPlan [2 Build]: Ops=lead Vendor=informed",
			"lines 2-3, 6, 8 without marks are headings"},
		{"another table directly below, of other parties",
			"Task|Ops|Vendor|Client\nOpen|R|C|I\nClose|C|R|I\nTask|Bank|Insurer\nPay|R|C\nClaim|C|R",
			"Claim: Bank=support Insurer=lead\nClose: Client=informed Ops=support Vendor=lead\nOpen: Client=informed Ops=lead Vendor=support\nPay: Bank=lead Insurer=support",
			"lines 1, 4 name the organizations"},
		{"parties in rows, which a heading says",
			"Role|Plan|Build|Ship\nPM|A|I|A\nDev|C|R|R",
			"Build: Dev=lead PM=informed\nPlan: Dev=support PM=lead\nShip: Dev=lead PM=accountable",
			`the heading over the names of rows is "Role"`},
		{"parties in rows, which the counts say",
			"|Plan|Build|Ship\nAnna|A|A|C\nBert|R|C|A\nCarl|C|R|R",
			"Build: Anna=accountable Bert=support Carl=lead\nPlan: Anna=accountable Bert=lead Carl=support\nShip: Anna=support Bert=accountable Carl=lead",
			"each column, not each row, has one mark"},
		{"parties in rows under another heading",
			"Stakeholder|Plan|Build\nAcme|R|C\nBorea|A|R",
			"Build: Acme=support Borea=lead\nPlan: Acme=lead Borea=accountable",
			`the heading over the names of rows is "Stakeholder"`},
		{"groups of parties in rows",
			"Party|Plan|Build|Ship\nOwn\nOps|R|C|I\nSuppliers\nVendor|C|R|A\nBank|I|A|R",
			"Build: Bank=accountable Ops=support Vendor=lead\nPlan: Bank=informed Ops=lead Vendor=support\nShip: Bank=lead Ops=informed Vendor=accountable",
			"lines 2, 4 have no marks and are no organizations"},
		{"a narrower table below another",
			"Table 1\nNo|Task|Ops|Vendor|Client\n1|Open|R|C|I\n2|Close|C|R|I\n|\nTable 2\nTask|Bank|Insurer\nPay|R|C\nClaim|C|R",
			"Claim: Bank=support Insurer=lead\nClose: Client=informed Ops=support Vendor=lead\nOpen: Client=informed Ops=lead Vendor=support\nPay: Bank=lead Insurer=support",
			"lines 2, 7 name the organizations"},
		{"one row for each part, the role first",
			"Role|Task|Team\nR|Open|Ops\nC|Open|QA\nR|Close|QA",
			"Close: QA=lead\nOpen: Ops=lead QA=support", "each row names a task"},
		{"tasks that look like parties under a heading of tasks",
			"Activity|OPS|DEV\nCustomer onboarding|R|C\nUser training|C|R",
			"Customer onboarding: DEV=support OPS=lead\nUser training: DEV=lead OPS=support", ""},
		{"tasks about a status in columns",
			"|Report|Monthly status\nOps manager|R|C\nVendor team|C|R",
			"Monthly status: Ops manager=support Vendor team=lead\nReport: Ops manager=lead Vendor team=support",
			"the names of rows look like parties"},
		{"tasks that nobody has a part in",
			"Task|Ops|Vendor|Client\nOpen|R|C|I\nNobody does this\nClose|C|R|I\nNor this",
			"Close: Client=informed Ops=support Vendor=lead\nNobody does this:\nNor this:\nOpen: Client=informed Ops=lead Vendor=support",
			"lines 3, 5 without marks are tasks that nobody has a part in"},
		{"totals and a footnote among the tasks",
			"No|Task|Ops|Vendor\n1|Open|R|C\n|Subtotal|1|1\n2|Fix|R|C\n* only at night\n3|Go|C|R\nTotal||4|4",
			"Fix: Ops=lead Vendor=support\nGo: Ops=support Vendor=lead\nOpen: Ops=lead Vendor=support",
			"lines 3, 5 have no marks and are no tasks"},
		{"bands over groups on the left",
			"Area|Task|Ops|Vendor|Client\nA. Run\nDesk|Open|R|C|I\n|Close|C|R|I\nB. Change\nDesk|Order|R|C|I\n|Pay|C|R|I",
			"Close [Desk]: Client=informed Ops=support Vendor=lead\nOpen [Desk]: Client=informed Ops=lead Vendor=support\nOrder [Desk]: Client=informed Ops=lead Vendor=support\nPay [Desk]: Client=informed Ops=support Vendor=lead",
			"lines 2, 5 without marks are headings"},
		{"roles over the parties",
			"Task|Responsible||Accountable|\n|Ops|Vendor|Ops|Vendor\nOpen|x|||x\nClose||x|x|\nFix|x||x|",
			"Close: Ops=accountable Vendor=lead\nFix: Ops=accountable Ops=lead\nOpen: Ops=lead Vendor=accountable",
			"headings name the roles"},
		{"parties called by letters",
			"Task|A|B|C\nOpen|R||I\nClose||R|I",
			"Close: B=lead C=informed\nOpen: A=lead C=informed", ""},
		{"a party called Support, again below",
			"Task|Support|Vendor\nOpen|R|C\nClose|C|R\n|\nTask|Support|Vendor\nFix|R|C",
			"Close: Support=support Vendor=lead\nFix: Support=lead Vendor=support\nOpen: Support=lead Vendor=support", ""},
		{"parties in other widths, over one task",
			"作業|ＯＰＳデスク|業者 A\n受付|○|△\n|\n作業|OPSデスク|業者A\n調査|△|○\n復旧|○|△",
			"受付: 業者 A=support ＯＰＳデスク=lead\n復旧: 業者 A=support ＯＰＳデスク=lead\n調査: 業者 A=lead ＯＰＳデスク=support",
			"are taken for one"},
		{"a composed and a decomposed name",
			"Task|保守ベンダー|市\na|○|△\nb|△|○\n|\nTask|保守ヘ\u3099ンタ\u3099ー|市\nc|○|△\nd|△|○",
			"a: 保守ベンダー=lead 市=support\nb: 保守ベンダー=support 市=lead\nc: 保守ベンダー=lead 市=support\nd: 保守ベンダー=support 市=lead",
			"are taken for one"},
		{"one row for each part, two parts in one cell",
			"ID|Task|Organisation|RACI|Comment\n1|Open|Ops|R|x y z\n1|Open|Vendor|A/C|\n2|Close|Vendor; Ops|R|",
			"Close: Ops=lead Vendor=lead\nOpen: Ops=lead Vendor=accountable Vendor=support",
			"each row names a task, a party (column 3) and its role (column 4)"},
		{"roles of Japanese offices as headings",
			"No|作業|主担当|副担当|報告先\n1|受付|総務課|情報課、委託業者|\n2|調査|情報課|-|総務課・委託業者",
			"受付: 委託業者=support 情報課=support 総務課=lead\n調査: 委託業者=informed 情報課=lead 総務課=informed",
			"name roles, and the cells name who has them"},
		{"names with slashes and middle dots",
			"Task|R|C\nOpen|Network / telco|Ops/QA\nClose|Network / telco|データ・センター\nFix|Ops|QA",
			"Close: Network / telco=lead データ・センター=support\nFix: Ops=lead QA=support\nOpen: Network / telco=lead Ops=support QA=support", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, r := proposed(t, []Sheet{lined("", test.text)}, ProposeOptions{})
			want := strings.Split(test.facts, "\n")
			slices.Sort(want)
			if got := matrixtext.Facts(d); !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			if said := strings.Join(said.Texts(r.Assumptions), "\n"); !strings.Contains(said, test.says) {
				t.Errorf("nothing says %q:\n%s", test.says, said)
			}
			for _, mark := range d.Assignments {
				if mark.Reading != "printed" {
					t.Errorf("%+v is not read as printed", mark)
				}
			}
		})
	}
}

// TestStrayMarks keeps a mark under no heading as unread where it stands beside the
// headings, and leaves out what stands apart; no other mark moves.
func TestStrayMarks(t *testing.T) {
	d, _ := proposed(t, []Sheet{lined("", "Task|Ops|Vendor|\nOpen|R|C|\nClose|C|R|I\nFix|R|C|")}, ProposeOptions{})
	if m := d.Account.Marks; m.Printed != 6 || m.Unread != 1 || m.In != 7 || d.Account.Unread[0].Source.Column != 4 {
		t.Errorf("beside the headings: %+v, %+v", m, d.Account.Unread)
	}
	d, r := proposed(t, []Sheet{lined("", "Task|Ops|Vendor|||\nOpen|R|C|||C\nClose|C|R|||\nFix|R|C||")}, ProposeOptions{})
	want := `column 6 has no heading, so what stands there is not read ("C" in line 2)`
	if said := strings.Join(said.Texts(r.Assumptions), "\n"); d.Account.Marks.Printed != 6 || d.Account.Marks.In != 6 || !strings.Contains(said, want) {
		t.Errorf("apart: %+v\n%s", d.Account.Marks, said)
	}
}

// TestLoneRoles tries marks whose heading names no party.
func TestLoneRoles(t *testing.T) {
	_, err := Propose("x.csv", []Sheet{lined("", "Area|Step|Role\nPlan|Draw|A\n|Write|A/R\nRun|Watch|R")}, ProposeOptions{})
	if err == nil || !strings.Contains(err.Error(), `its heading "Role" in line 1 names no party`) {
		t.Errorf("gave %v", err)
	}
}
