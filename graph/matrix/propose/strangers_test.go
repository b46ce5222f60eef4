package propose

import (
	"slices"
	"strings"
	"testing"

	"tasuki/graph/matrix"
	"tasuki/graph/said"
	"tasuki/internal/matrixtext"
)

// TestStrangers reads sheets as people who never heard of the program keep them, with
// merged ranges: "<" belongs to the cell on its left, "^" to the one above.
func TestStrangers(t *testing.T) {
	tests := []struct{ name, text, facts, says, not string }{
		{"merged groups under a heading that is about tasks too",
			"No|大項目|作業内容|情報政策課|運用業者\n1|障害対応|受付|△|○\n2|^|復旧|△|○\n3|定常運用|監視|○|△\n4|^|報告|○|△",
			"受付 [障害対応]: 情報政策課=support 運用業者=lead\n報告 [定常運用]: 情報政策課=lead 運用業者=support\n復旧 [障害対応]: 情報政策課=support 運用業者=lead\n監視 [定常運用]: 情報政策課=lead 運用業者=support",
			"column 1 holds the item numbers and column 3 the names", ""},
		{"merged groups on two levels, without numbers",
			"大項目|中項目|内容|情報政策課|運用業者\n障害対応|初動|受付|△|○\n^|^|連絡|△|○\n^|復旧|復旧|△|○\n^|^|確認|○|△",
			"受付 [初動]: 情報政策課=support 運用業者=lead\n復旧 [復旧]: 情報政策課=support 運用業者=lead\n確認 [復旧]: 情報政策課=lead 運用業者=support\n連絡 [初動]: 情報政策課=support 運用業者=lead",
			"", ""},
		{"a table of versions above",
			"Who does what\n\nVersion|Date|Author|Change\n1.0|May 2|J. Meyer|First draft\n1.1|May 9|R. Ito|Approved by the board\n\nTask|Ops|Net|Host|Bank\nOpen|R|A|C|I\nClose|A|R|I|C\nFix|C|A|R|I",
			"Close: Bank=support Host=informed Net=lead Ops=accountable\nFix: Bank=informed Host=lead Net=accountable Ops=support\nOpen: Bank=informed Host=support Net=accountable Ops=lead",
			"line 7 names the organizations", "about a status"},
		{"no heading over the tasks below a table of versions",
			"Version|Date|Status|Change\n1.0|May 2|Draft|First\n\n|Ops|Net|Host\nOpen|R|A|C\nClose|A|R|I\nFix|C|A|R",
			"Close: Host=informed Net=lead Ops=accountable\nFix: Host=lead Net=accountable Ops=support\nOpen: Host=support Net=accountable Ops=lead",
			"line 4 names the organizations", "about a status"},
		{"parties in rows, tasks that name users",
			"|Open the ticket|Tell the users|Mend the line|Close the case\nClient IT|A|R/A|A|A\nNorthwind|R||R|C\nFabrikam|C||C|R",
			"Close the case: Client IT=accountable Fabrikam=lead Northwind=support\nMend the line: Client IT=accountable Fabrikam=support Northwind=lead\nOpen the ticket: Client IT=accountable Fabrikam=support Northwind=lead\nTell the users: Client IT=accountable Client IT=lead",
			"each column, not each row, has one mark", ""},
		{"parties in rows, and the heading names both",
			"Party / Task|Plan|Build\nNorthwind|R|C\nFabrikam|C|R",
			"Build: Fabrikam=lead Northwind=support\nPlan: Fabrikam=support Northwind=lead", `is "Party / Task"`, ""},
		{"parties in columns, and the heading names both",
			"Task \\ Party|North|Fabrikam\nPlan|R|C\nBuild|C|R",
			"Build: Fabrikam=lead North=support\nPlan: Fabrikam=support North=lead", "line 1 names the organizations", ""},
		{"parties in rows, tasks that say what is done",
			"|Open the ticket|Restore the service|Server room\nNorthwind|R|C|R\nFabrikam|C|R|",
			"Open the ticket: Fabrikam=support Northwind=lead\nRestore the service: Fabrikam=lead Northwind=support\nServer room: Northwind=lead", "say what is done", ""},
		{"one of the tasks has nobody who answers for it",
			"|Acme|Borea|Corvus\nLine|A|R|C\nSwitch|R|A|\nMast|C|R|A\nCable|R|C|",
			"Cable: Acme=lead Borea=support\nLine: Acme=accountable Borea=lead Corvus=support\nMast: Acme=support Borea=lead Corvus=accountable\nSwitch: Acme=lead Borea=accountable", "line 1 names the organizations", ""},
		{"letters of traffic lights behind the parties",
			"Task|Ops|Vendor|RAG\nOpen|R|C|R\nClose|A/R|I|A\nFix|I|R|G",
			"Close: Ops=accountable Ops=lead Vendor=informed\nFix: Ops=informed Vendor=lead\nOpen: Ops=lead Vendor=support", `"RAG"`, ""},
		{"letters that say how critical a task is",
			"Ref|Process|Criticality|Ops|Vendor\n1.1|Open|C|R|C\n1.2|Close|C|A/R|I\n1.3|Fix|I|I|R",
			"Close: Ops=accountable Ops=lead Vendor=informed\nFix: Ops=informed Vendor=lead\nOpen: Ops=lead Vendor=support", `"Criticality"`, ""},
		{"plain headings over tasks, one of which has all its marks in a cell",
			"Task|Ops|Vendor\nIncident\nOpen|R|C\nTell|R/A|\nChange\nPlan|A|R",
			"Open [Incident]: Ops=lead Vendor=support\nPlan [Change]: Ops=accountable Vendor=lead\nTell [Incident]: Ops=accountable Ops=lead", "lines 2, 5 without marks are headings", ""},
		{"the last task is merged over two lines",
			"No|作業|情報政策課|運用業者\n1|受付|○|△\n^|^|^|^\n2|復旧|△|○\n^|^|^|^",
			"受付: 情報政策課=lead 運用業者=support\n復旧: 情報政策課=support 運用業者=lead", "", "outside of every block"},
		{"whether and when, in signs that are marks elsewhere",
			"No|作業|要否|定期|4月|情報政策課|運用業者|備考\n1|受付|○|○||○|△|\n2|復旧|×||○|△|○|○\n3|監視|○|○|||○|△は応相談",
			"受付: 情報政策課=lead 運用業者=support\n復旧: 情報政策課=support 運用業者=lead\n監視: 運用業者=lead", `under "4月" are about a time`, ""},
		{"quarters, a count and remarks behind the parties",
			"Task|Ops|Vendor|Q1|Q2|A count|Remarks\nOpen|R|A|x||1|A\nClose|A|R||x|1|after May\nFix|R|C|x||0|",
			"Close: Ops=accountable Vendor=lead\nFix: Ops=lead Vendor=support\nOpen: Ops=lead Vendor=accountable", `under "Remarks" are about a remark`, ""},
		{"people who are called as months are",
			"Task|May|Jan|Bob\nOpen|R|A|C\nClose|A|R|C",
			"Close: Bob=support Jan=lead May=accountable\nOpen: Bob=support Jan=accountable May=lead", "", "about a time"},
		{"a scope before the parties",
			"Task|In scope|Ops|Vendor\nOpen|x|R|A\nClose||A|R\nFix|x|R|C",
			"Close: Ops=accountable Vendor=lead\nFix: Ops=lead Vendor=support\nOpen: Ops=lead Vendor=accountable", `column 2 ("In scope") is not read`, ""},
		{"titles directly above headings that repeat",
			"Incident\nTask|Ops|Vendor\nOpen|R|A\nTell|R|\nChange\nTask|Ops|Vendor\nPlan|A|R\nShip|R|A",
			"Open: Ops=lead Vendor=accountable\nPlan: Ops=accountable Vendor=lead\nShip: Ops=lead Vendor=accountable\nTell: Ops=lead", `the titles of 2 tables ("Change", "Incident") are the phases`, "nobody has a part in"},
		{"titles apart above headings that repeat",
			"Incident\nTask|Ops|Vendor\nOpen|R|A\nTell|R|\n\nChange\nTask|Ops|Vendor\nPlan|A|R\nShip|R|A",
			"Open: Ops=lead Vendor=accountable\nPlan: Ops=accountable Vendor=lead\nShip: Ops=lead Vendor=accountable\nTell: Ops=lead", `are the phases`, ""},
		{"equal names under headings that tell them apart",
			"Task|Client|<|Vendor|<\n^|Manager|Engineer|Manager|Engineer\nOpen|A|R|C|I\nClose|I|C|A|R",
			"Close: Client Engineer=support Client Manager=informed Vendor Engineer=lead Vendor Manager=accountable\nOpen: Client Engineer=lead Client Manager=accountable Vendor Engineer=informed Vendor Manager=support", "which the headings above tell apart", "taken for several organizations"},
		{"one of several merged headings is divided below",
			"Step|Analysts|<|Lead|Board\n^|Junior|Senior|^|^\nSort|R|C|A|\nStop|I|R|A|I\nTell||C|R|A",
			"Sort: Junior=lead Lead=accountable Senior=support\nStop: Board=informed Junior=informed Lead=accountable Senior=lead\nTell: Board=accountable Lead=lead Senior=support", "", "not looking like a task"},
		{"headings are divided below without merged cells",
			"Step|Lead|Desk||Board|Host\n||Tier 1|Tier 2||\nSort|A|R|C||I\nStop|A|I|R|I|C\nTell|R||C|A|",
			"Sort: Host=informed Lead=accountable Tier 1=lead Tier 2=support\nStop: Board=informed Host=support Lead=accountable Tier 1=informed Tier 2=lead\nTell: Board=accountable Lead=lead Tier 2=support", "", "not looking like a task"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := matrixtext.Layout{}
			for _, line := range strings.Split(tt.text, "\n") {
				l.Grid = append(l.Grid, strings.Split(line, "|"))
			}
			rows := l.Rows()
			r, err := Propose("x.csv", []Sheet{{Rows: rows}}, ProposeOptions{})
			if err != nil {
				t.Fatal(err)
			}
			d, err := matrix.Import(matrixtext.RowsOf(rows), r, "x.csv")
			if err != nil {
				t.Fatalf("%v\n%+v", err, r.Blocks)
			}
			if d.Account.Marks.Unread > 0 {
				t.Errorf("unread: %+v", d.Account.Unread)
			}
			if got := matrixtext.Facts(d); !slices.Equal(got, strings.Split(tt.facts, "\n")) {
				t.Errorf("got\n%s\nwant\n%s\nassuming\n%s", strings.Join(got, "\n"), tt.facts, strings.Join(said.Texts(r.Assumptions), "\n"))
			}
			assumed := strings.Join(said.Texts(r.Assumptions), "\n")
			if !strings.Contains(assumed, tt.says) {
				t.Errorf("%q is not said:\n%s", tt.says, assumed)
			}
			if tt.not != "" && strings.Contains(assumed, tt.not) {
				t.Errorf("%q is said:\n%s", tt.not, assumed)
			}
		})
	}
}
