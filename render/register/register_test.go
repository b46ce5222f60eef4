package register

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/messages/catalogue"
)

// bank is a client, two providers of one group, a sub-contractor, one that nobody knows the
// place of, and one without a kind.
const bank = `org bank client region=DE lei=7H6GLXDRUGQFU57RNE97 "Bank"
org cloud vendor region=IE-D subst=highly-complex serves=bank lei=5493001KJTIIGC8Y1R12 "=Cloud, Ltd" < top
org chips vendor region=JP subst=easily-substitutable serves=cloud rank=2 "日本電子"
org loose incumbent "Loose"
org top "Top" lei=HWUPKR0MPOU8FGXBT394
org odd "Odd"
1: bank*
2: cloud*
3: loose*
flow pay tier=critical from 1 to 2: 1 -> 2
flow plan from 1 to 3: 1 -> 3
flow show tier=other from 1 to 2: 1 -> 2`

func TestRegister(t *testing.T) {
	g := graphtext.Graph(t, bank)
	r, err := Of(g)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"b_02.01.csv": "",
		"b_05.01.csv": `,,,,日本電子,,,eba_GA:JP,,,,
5493001KJTIIGC8Y1R12,eba_qCO:qx2000,,,"=Cloud, Ltd","=Cloud, Ltd",,eba_GA:IE,,,HWUPKR0MPOU8FGXBT394,eba_qCO:qx2000
,,,,Loose,Loose,,,,,,
HWUPKR0MPOU8FGXBT394,eba_qCO:qx2000,,,Top,Top,,,,,HWUPKR0MPOU8FGXBT394,eba_qCO:qx2000
`,
		"b_05.02.csv": `,,,,2,5493001KJTIIGC8Y1R12,eba_qCO:qx2000
,,5493001KJTIIGC8Y1R12,eba_qCO:qx2000,1,,
`,
		"b_06.01.csv": `pay,,pay,7H6GLXDRUGQFU57RNE97,eba_BT:x28,,,,,
plan,,plan,7H6GLXDRUGQFU57RNE97,,,,,,
show,,show,7H6GLXDRUGQFU57RNE97,eba_BT:x29,,,,,
`,
		"b_07.01.csv": `,5493001KJTIIGC8Y1R12,eba_qCO:qx2000,,eba_ZZ:x960,,,,,,,
`,
	}
	for _, f := range r.Files {
		head, rows, _ := strings.Cut(string(f.Data), "\n")
		if rows != want[f.Name] {
			t.Errorf("%s:\n%swant\n%s", f.Name, rows, want[f.Name])
		}
		for i, code := range strings.Split(head, ",") {
			if code != fmt.Sprintf("c%04d", 10*(i+1)) {
				t.Errorf("%s: column %d is %s", f.Name, i+1, code)
			}
		}
		if _, err := csv.NewReader(strings.NewReader(string(f.Data))).ReadAll(); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	if len(r.Files) != len(want) {
		t.Errorf("%d files", len(r.Files))
	}
	said := strings.Join(r.Gaps(g, catalogue.In(graph.English)), "\n")
	for _, line := range []string{
		"b_02.01 c0010: empty in 1 of 1 rows; no dataset says it: fill it in",
		"b_05.01 c0010: empty in 2 of 4 rows; declare lei under organizations",
		"b_05.01 c0060: empty in 1 of 4 rows; declare the name in Latin letters, as en, under organizations",
		"b_05.02 c0050: empty in 1 of 3 rows; declare serves, or rank, under organizations",
		"b_05.02 c0060: empty in 1 of 2 rows;",
		"b_06.01 c0050: empty in 1 of 3 rows; declare tier under flows",
		"b_07.01 c0060: empty in 1 of 1 rows; no dataset says it",
		"left out, as their kind is not declared: Odd",
		"left out of b_07.01, as the tier of their flows is not declared: Loose",
	} {
		if !strings.Contains(said, line) {
			t.Errorf("not said: %s\n%s", line, said)
		}
	}
	if strings.Contains(said, "c0030: empty in 4 of 4") || strings.Contains(said, "b_06.01 c0040") {
		t.Errorf("said, though it may be empty or is not:\n%s", said)
	}
}

// TestNothingIsGuessed holds that of a matrix without any declaration no code is written.
func TestNothingIsGuessed(t *testing.T) {
	r, err := Of(graphtext.Graph(t, "org a\norg b\n1: a*\n2: b*\nflow f from 1 to 2: 1 -> 2"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Files {
		if strings.Contains(string(f.Data), "eba_") {
			t.Errorf("%s:\n%s", f.Name, f.Data)
		}
	}
	if _, err := Of(graphtext.Graph(t, "")); err != nil {
		t.Error(err)
	}
}
