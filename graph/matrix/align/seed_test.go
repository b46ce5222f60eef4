package align

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
	"tasuki/internal/matrixtext"
	"tasuki/internal/seeds"
)

// seedBlocks are the pages of the scan: lines of tasks, lines of headings.
var seedBlocks = []struct {
	task            string
	lines, headings matrix.Lines
}{
	{"2-{item}", matrix.Lines{First: 18, Last: 43}, matrix.Lines{First: 16, Last: 17}},
	{"2-{item}", matrix.Lines{First: 47, Last: 85}, matrix.Lines{First: 45, Last: 46}},
	{"2-{item}", matrix.Lines{First: 89, Last: 102}, matrix.Lines{First: 87, Last: 88}},
	{"3-{item}", matrix.Lines{First: 110, Last: 146}, matrix.Lines{First: 108, Last: 109}},
	{"3-{item}", matrix.Lines{First: 151, Last: 179}, matrix.Lines{First: 148, Last: 150}},
	{"3-{item}", matrix.Lines{First: 186, Last: 219}, matrix.Lines{First: 181, Last: 185}},
	{"3-{item}", matrix.Lines{First: 224, Last: 256}, matrix.Lines{First: 221, Last: 223}},
	{"3-{item}", matrix.Lines{First: 260, Last: 292}, matrix.Lines{First: 258, Last: 259}},
}

// seedReading reads the scan with nothing but its printed headings.
func seedReading(t *testing.T, rows []table.Row) matrix.Reading {
	t.Helper()
	r := matrix.Reading{Timings: map[string]string{"日次": "daily", "月次": "monthly", "年次": "yearly", "随時": "as-needed"}}
	aliases := map[string]string{}
	for _, row := range matrixtext.ReadTabs(t, matrixtext.SharedFile(t, "seed", "organizations.tsv"))[1:] {
		id := row.Cell(1)
		r.Organizations = append(r.Organizations, graph.Organization{ID: id, Name: graph.Text(row.Cell(2))})
		for _, alias := range strings.Split(row.Cell(5), ";") {
			alias, _, _ = strings.Cut(alias, "(")
			aliases[strings.TrimSpace(alias)] = id
		}
	}
	for i, seed := range seedBlocks {
		b := matrix.Block{ID: strconv.Itoa(i + 1), Lines: seed.lines, Headings: seed.headings, Item: 1, Task: seed.task, Columns: map[matrix.Column]string{}}
		for _, row := range rows {
			if !seed.headings.Contains(row.Line) {
				continue
			}
			for c, text := range row.Cells {
				org, known := aliases[text]
				if _, taken := b.Columns[matrix.Column(c+1)]; known && !taken {
					b.Columns[matrix.Column(c+1)] = org
				}
			}
		}
		r.Blocks = append(r.Blocks, b)
	}
	return r
}

// seedResult counts the marks of the scan that Align places as people did.
type seedResult struct{ marks, right, uncertain, wrongCertain, wrongUncertain, amongAlternatives int }

// alignSeed aligns some lines of the scan by r. It tells of each mark placed
// otherwise than by hand.
func alignSeed(t *testing.T, rows []table.Row, r matrix.Reading, tell func(format string, args ...any)) seedResult {
	t.Helper()
	d, err := matrix.Import(matrixtext.RowsOf(rows), Align(rows, r), "seed")
	if err != nil {
		t.Fatal(err)
	}
	byHand := map[string]table.Row{}
	for _, row := range matrixtext.ReadTabs(t, matrixtext.SharedFile(t, "seed", "reading.tsv"))[1:] {
		byHand[row.Cell(1)+"@"+row.Cell(3)] = row
	}
	var n seedResult
	for _, a := range d.Assignments {
		n.marks++
		if a.Reading == graph.Uncertain {
			n.uncertain++
		}
		hand := byHand[a.Task+"@"+strconv.Itoa(a.Source.Column)]
		switch {
		case a.Organization == hand.Cell(6):
			n.right++
			continue
		case a.Reading == graph.Uncertain:
			n.wrongUncertain++
		default:
			n.wrongCertain++
		}
		if slices.Contains(a.Alternatives, hand.Cell(6)) {
			n.amongAlternatives++
		}
		tell("task %s, column %d: %s, %s %v; by hand %s, %s %s", a.Task, a.Source.Column, a.Organization, a.Reading, a.Alternatives, hand.Cell(6), hand.Cell(7), hand.Cell(8))
	}
	return n
}

// TestAlignSeed compares Align with the reading that people made of the scan.
func TestAlignSeed(t *testing.T) {
	rows := matrixtext.ReadTabs(t, matrixtext.SharedFile(t, "seed", "000_c42eb293b9e4d808.txt"))
	n := alignSeed(t, rows, seedReading(t, rows), t.Logf)
	t.Logf("%+v", n)
	if n.marks != 514 || 10*n.right < 9*n.marks {
		t.Errorf("%d of %d marks agree; want nine in ten of 514", n.right, n.marks)
	}
	if n.wrongCertain > n.wrongUncertain || n.wrongCertain > n.marks/50 {
		t.Errorf("%d wrong marks are called certain, %d uncertain", n.wrongCertain, n.wrongUncertain)
	}
}

// TestAlignSeedInParts leaves lines of the scan out by chance: what Align finds
// must not hang on a few of them.
func TestAlignSeedInParts(t *testing.T) {
	rows := matrixtext.ReadTabs(t, matrixtext.SharedFile(t, "seed", "000_c42eb293b9e4d808.txt"))
	r := seedReading(t, rows)
	for seed := range seeds.Each(6) {
		rnd := rand.New(rand.NewPCG(seed, 3))
		var kept []table.Row
		for _, row := range rows {
			if rnd.Float64() > 0.15 {
				kept = append(kept, row)
			}
		}
		n := alignSeed(t, kept, r, func(string, ...any) {})
		t.Logf("%+v", n)
		if 20*n.right < 17*n.marks || 20*n.wrongCertain > n.marks {
			t.Errorf("seed %d: %+v", seed, n)
		}
	}
}

// TestAlignSeedWithoutAPage leaves a page out without which two readings of the
// headings of the others fit nearly as well: what is wrong is then uncertain.
func TestAlignSeedWithoutAPage(t *testing.T) {
	rows := matrixtext.ReadTabs(t, matrixtext.SharedFile(t, "seed", "000_c42eb293b9e4d808.txt"))
	r := seedReading(t, rows)
	r.Blocks = slices.Delete(r.Blocks, 6, 7)
	n := alignSeed(t, rows, r, func(string, ...any) {})
	t.Logf("%+v", n)
	if n.wrongCertain > n.wrongUncertain {
		t.Errorf("%d wrong marks are called certain, %d uncertain", n.wrongCertain, n.wrongUncertain)
	}
}
