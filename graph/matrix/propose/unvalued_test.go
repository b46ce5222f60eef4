package propose

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/internal/booktext"
)

func TestFormulasWithoutValueAreNamed(t *testing.T) {
	const heading = `<row r="1"><c r="A1" t="str"><v>Task</v></c><c r="B1" t="str"><v>Ops</v></c><c r="C1" t="str"><v>Dev</v></c></row>`
	sound := heading + `<row r="2"><c t="str"><v>Open</v></c><c t="str"><v>R</v></c><c t="str"><v>C</v></c></row><row r="3"><c t="str"><v>Shut</v></c><c t="str"><v>C</v></c><c t="str"><v>R</v></c></row>`
	some := strings.Replace(sound, `<c t="str"><v>R</v></c></row>`, `<c><f>UPPER("r")</f></c></row>`, 1)
	none := heading + `<row r="2"><c t="str"><v>Open</v></c><c><f>D2</f><v></v></c></row>`
	sheet := func(name, rows string) booktext.Part {
		return booktext.Part{Name: name, Text: booktext.SheetXML(rows, "")}
	}
	for _, tt := range []struct {
		name     string
		sheets   []booktext.Part
		faults   string // their cells
		assuming string
	}{
		{"in the matrix", []booktext.Part{sheet("a", some)}, "C3", ""},
		{"all marks", []booktext.Part{sheet("a", none)}, "B2", ""},
		{"on another sheet", []booktext.Part{sheet("a", sound), sheet("b", none)}, "", `sheet: formulas of others have no stored values, and may be marks: "b"`},
		{"on a hidden sheet", []booktext.Part{sheet("a", sound), sheet("hidden b", none)}, "", `sheet: hidden ones are not looked at: "hidden b"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := ProposeFile(t.Context(), bytes.NewReader(booktext.Sheets(t, tt.sheets...)), "a.xlsx", ProposeOptions{})
			var at []string
			var ps graph.Problems
			if errors.As(err, &ps) {
				for _, p := range ps {
					at = append(at, graph.Cell(p.Source.Line, p.Source.Column))
				}
			}
			if got := strings.Join(at, " "); got != tt.faults || (err == nil) != (tt.faults == "") {
				t.Errorf("faults at %q, error %v; want %q", got, err, tt.faults)
			}
			if all := strings.Join(said.Texts(r.Assumptions), "\n"); !strings.Contains(all, tt.assuming) || strings.Contains(all, "hidden") != strings.Contains(tt.assuming, "hidden") {
				t.Errorf("assumes\n%s\nwant %s", all, tt.assuming)
			}
		})
	}
}
