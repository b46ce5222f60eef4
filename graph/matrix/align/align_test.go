package align

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
	"tasuki/internal/matrixtext"
)

// places returns the marks of every task that stands otherwise than printed:
// "3: Ao Bv" when realigned, "3: Ao? Bv" when uncertain.
func placesOf(t *testing.T, rows []table.Row, r matrix.Reading) []string {
	t.Helper()
	d, err := matrix.Import(matrixtext.RowsOf(rows), r, "sketch")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, task := range d.Tasks {
		line, printed := task.ID+":", true
		for _, a := range d.Assignments {
			if a.Task != task.ID {
				continue
			}
			line += " " + a.Organization + map[graph.Role]string{graph.Lead: "o", graph.Support: "v"}[a.Role]
			if a.Reading == graph.Uncertain {
				line += "?"
			}
			printed = printed && a.Reading == graph.Printed
		}
		if !printed {
			list = append(list, line)
		}
	}
	return list
}

func TestAlign(t *testing.T) {
	tests := []struct {
		name  string
		pages []string
		want  []string
	}{
		{"as printed", []string{"..ABCDE tdo.vv. tdo.vv. td.o.vo tdo.vv. td.o.vo tdo.vv. td.o.vo tdo.vv."}, nil},
		{"a row that only one has", []string{"..ABCDE tdo.vv tdo.vv td.o.v tdo.vv td...o td.o.v tdo.vv td.o.v tdo.vv"}, nil},
		{
			"one column to the right",
			[]string{"..ABCDEF " + strings.Repeat("tdov.vv. tdvo.... ", 4) + "td.ov.vv. td.vo. " + strings.Repeat("tdov.vv. tdvo.... ", 3)},
			[]string{"9: Ao Bv Dv Ev", "10: Av Bo"},
		},
		{
			"off the right edge",
			[]string{"..ABCD tdo.vv tdo.vv tdvo.. tdo.vv td.o.vv tdo.vv tdvo.. tdo.vv"},
			[]string{"5: Ao Cv Dv"},
		},
		{
			"a text level dropped, its marks moved with it",
			[]string{"...ABCD ttdo.vv ttdo.vv ttdvo tdo.vv ttdvo tdvo ttdvo ttdo.vv ttdo.vv ttdvo ttdo.vv ttdvo"},
			[]string{"4: Ao Cv Dv", "6: Av Bo"},
		},
		{
			"a text level added",
			[]string{"..ABCD tdo.vv tdo.vv td.o.v ttdo.vv td.o.v ttd.o.v td.o.v tdo.vv td.o.v tdo.vv"},
			[]string{"4: Ao Cv Dv", "6: Bo Dv"},
		},
		{
			"an empty cell too many before the last mark",
			[]string{"..ABCDE " + strings.Repeat("tdvv..o td....o ", 3) + "tdvv...o td....o " + strings.Repeat("tdvv..o td....o ", 3)},
			[]string{"7: Av Bv Eo"},
		},
		{
			"a page whose headings lack a column",
			[]string{
				"..ABCDE tdo.vv. tdo.vv. td.o.v. tdo..vv tdo.vv. td.o.v. tdo.vv. tdo..vv td.o.v. tdo.vv. tdo..vv",
				"..ABDE. tdo.vv. tdo.vv. td.o.v. tdo..vv tdo.vv. td.o.v. tdo.vv. tdo..vv td.o.v. tdo.vv.",
			},
			[]string{
				"12: Ao Cv Dv", "13: Ao Cv Dv", "14: Bo Dv", "15: Ao Dv Ev", "16: Ao Cv Dv", "17: Bo Dv",
				"18: Ao Cv Dv", "19: Ao Dv Ev", "20: Bo Dv", "21: Ao Cv Dv",
			},
		},
		{
			"headings off as a whole",
			[]string{
				"..ABCD tdo.vv tdo.vv td.o.v tdo.vv td.o.v tdo.vv td.o.v tdo.vv td.o.v",
				"....ABCD tdo.vv tdo.vv td.o.v tdo.vv td.o.v tdo.vv td.o.v tdo.vv td.o.v",
			},
			[]string{
				"10: Ao Cv Dv", "11: Ao Cv Dv", "12: Bo Dv", "13: Ao Cv Dv", "14: Bo Dv", "15: Ao Cv Dv",
				"16: Bo Dv", "17: Ao Cv Dv", "18: Bo Dv",
			},
		},
		{
			"marks under an organization that never works",
			[]string{"..ABCDE " + strings.Repeat("tdvvo.. td..o.. tdvvo.. ", 5) + "ttd...o. ttd.vvo. ttd...o. ttd...o. " + strings.Repeat("tdvvo.. td..o.. ", 5)},
			[]string{"16: Co", "17: Av Bv Co", "18: Co", "19: Co"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rows, r := matrixtext.Sketch(test.pages...)
			aligned := Align(rows, r)
			if got := placesOf(t, rows, aligned); !slices.Equal(got, test.want) {
				t.Errorf("placed otherwise than printed:\n%s\nwant:\n%s\ncorrections: %+v", strings.Join(got, "\n"), strings.Join(test.want, "\n"), aligned.Rows)
			}
			if again := Align(rows, r); !reflect.DeepEqual(aligned, again) {
				t.Error("the second run gave another result")
			}
		})
	}
}

func TestAlignKeepsCorrections(t *testing.T) {
	rows, r := matrixtext.Sketch("..ABCD tdo.vv tdo.vv td.o.v tdo.vv td.o.vv tdo.vv td.o.v tdo.vv")
	r.Rows = []matrix.Correction{{Items: matrix.ItemList{"5"}, Marks: map[matrix.Column]string{5: "B", 7: "C", 8: "D"}, Reading: graph.Realigned, Reason: graph.Text("by hand")}}
	if got := Align(rows, r); !reflect.DeepEqual(got, r) {
		t.Errorf("changed %+v", got.Rows)
	}
}

func TestItemRanges(t *testing.T) {
	order := []string{"1", "2", "3", "9", "10", "11"}
	for _, test := range []struct {
		ids  string
		want string
	}{
		{"1 2 3 9", "[1..9]"},
		{"1 2 9 10 11", "[1 2 9..11]"},
		{"11 1", "[1 11]"},
	} {
		if got := fmt.Sprint(itemRanges(strings.Fields(test.ids), order)); got != test.want {
			t.Errorf("itemRanges(%s) = %s, want %s", test.ids, got, test.want)
		}
	}
}
