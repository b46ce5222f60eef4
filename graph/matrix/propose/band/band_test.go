package band

import (
	"slices"
	"testing"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
)

func row(line int, cells ...string) table.Row { return table.Row{Line: line, Cells: cells} }

func TestStyles(t *testing.T) {
	for text, want := range map[string]bool{
		"2. Security": true, "A. Run": true, "**Build**": true, "OPERATIONS": true, "Phase 2": true, "Incidents:": true,
		"■ 障害": true, "【変更】": true, "第1章 総則": true, "(1) 受付": true, "1.2 Change": true,
		"Incidents": false, "Open the ticket": false, "A quick check": false, "3D model": false, "受付をする": false, "ICT": false,
	} {
		if got := Of(row(1, text), 1).Says(); got != want {
			t.Errorf("%q says that it is a heading: %v", text, got)
		}
	}
}

func TestLevels(t *testing.T) {
	rows := []table.Row{row(1, "OPERATIONS"), row(2, "Incidents:"), row(3, "open"), row(4, "Changes:"), row(5, "approve"), row(6, "PROJECTS"), row(7, "plan")}
	bands := map[int]Style{}
	for _, i := range []int{0, 1, 3, 5} {
		bands[rows[i].Line] = Of(rows[i], 1)
	}
	want := []matrix.Band{{Line: 1}, {Line: 2, Level: 2}, {Line: 4, Level: 2}, {Line: 6}}
	if got := Levels(rows, bands); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestRemarks(t *testing.T) {
	for _, test := range []struct {
		texts []string
		want  bool
	}{
		{[]string{"Total R", "12", "3"}, true}, {[]string{"合計"}, true}, {[]string{"* only at night"}, true}, {[]string{"※1 夜間を除く"}, true},
		{[]string{"**Run**"}, false}, {[]string{"Total cost review", "monthly"}, false}, {[]string{"Counter check"}, false}, {[]string{"Count the stock"}, false}, {[]string{"計画"}, false},
	} {
		if got := IsRemark(test.texts); got != test.want {
			t.Errorf("%q is a remark: %v", test.texts, got)
		}
	}
}
