package propose

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/align"
	"tasuki/internal/matrixtext"
)

// FuzzPropose proposes a reading for whatever table and imports by it: the
// reading has no faults of its own, and each task and mark is accounted for.
func FuzzPropose(f *testing.F) {
	f.Add("Task|Our team|Their team\nPaint|A|R\nClean|C|A")
	f.Add("No|Work|Client office|Vendor\n1|Order|○|\n|Delivery||\n2|Deliver||△\n\n3|x|○|○")
	f.Add("|Design|Build\nPlatform team|A|C\nService vendor|C|A")
	f.Add("||A office|B office\n1|t|daily|○|△\n2|t|daily|○||△\n3|daily|○|△")
	f.Add("Task|Responsible|Consulted\nPaint|Ours; Theirs|\n**Later**||\nClean|Theirs|Ours / Others")
	f.Add("Task|Party|Role\nPaint|Ours|R\n|Theirs|C")
	f.Add("Task|Ours|||Task|Ours\nPaint|R|||Clean|C\n1. Later|\nSweep|C|||Fix|R")
	f.Add("Task|Ours||Theirs|\n|R|A|R|A\nPaint|x|||x\nClean||x|x|")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 || strings.Count(text, "\n") > 60 {
			t.Skip()
		}
		sheet := lined("", text)
		r, err := Propose("fuzz.tsv", []Sheet{sheet}, ProposeOptions{})
		if err != nil {
			return
		}
		if again, _ := Propose("fuzz.tsv", []Sheet{sheet}, ProposeOptions{}); !reflect.DeepEqual(r, again) {
			t.Fatal("two runs gave two readings")
		}
		if err := r.Check().Err(); err != nil {
			t.Fatalf("faulty reading: %v\n%+v", err, r)
		}
		d, err := matrix.Import(matrixtext.RowsOf(sheet.Rows), r, "fuzz.tsv")
		var problems graph.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Fatal(err)
		}
		long := slices.ContainsFunc(r.Blocks, func(b matrix.Block) bool { return b.Party > 0 }) // several rows a task
		if err == nil && (len(d.Tasks) != d.Account.Rows.Loaded && !long || len(d.Assignments) != d.Account.Marks.In-d.Account.Marks.Unread) {
			t.Fatalf("%d tasks, %d marks: %+v", len(d.Tasks), len(d.Assignments), d.Account)
		}
	})
}

// FuzzAlign aligns whatever sketch: no correction names what is not there, and
// none is needed where nothing can be gained.
func FuzzAlign(f *testing.F) {
	f.Add("..ABCD tdo.vv tdo.vv td.o.vv tdo.vv", "..ABD tdo.vv td.o.v")
	f.Add("...ABC ttdo tdo.. ttd...v", "")
	f.Fuzz(func(t *testing.T, one, two string) {
		if len(one)+len(two) > 400 || strings.Trim(one+two, ".tdovABCDEFG ") != "" || one == "" {
			t.Skip()
		}
		rows, r := matrixtext.Sketch(one, two)
		aligned := align.Align(rows, r)
		if !reflect.DeepEqual(aligned, align.Align(rows, r)) {
			t.Fatal("two runs gave two readings")
		}
		if err := aligned.Check().Err(); err != nil && r.Check().Err() == nil {
			t.Fatalf("faulty corrections: %v\n%+v", err, aligned.Rows)
		}
		d, err := matrix.Import(matrixtext.RowsOf(rows), aligned, "fuzz")
		if err != nil && strings.Contains(err.Error(), "/rows/") {
			t.Fatalf("%v\n%+v", err, aligned.Rows)
		}
		if err == nil && len(d.Assignments) != d.Account.Marks.In {
			t.Fatalf("%d marks: %+v", len(d.Assignments), d.Account)
		}
	})
}
