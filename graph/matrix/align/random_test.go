package align

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
	"tasuki/internal/matrixtext"
	"tasuki/internal/seeds"
)

// randomMatrix is a matrix with known places of its marks.
type randomMatrix struct {
	rows  []table.Row
	read  matrix.Reading
	truth map[string]string // "task@column" -> organization
}

// newRandomMatrix makes blocks of rows with few patterns, some organizations
// that never work, and lets a share of the rows drift.
func newRandomMatrix(rnd *rand.Rand, share float64) *randomMatrix {
	m := &randomMatrix{truth: map[string]string{}}
	m.read.Timings = map[string]string{"daily": "daily", "monthly": "monthly"}
	orgs := 4 + rnd.IntN(5)
	for o := range orgs {
		m.read.Organizations = append(m.read.Organizations, graph.Organization{ID: fmt.Sprint("o", o), Name: graph.Text(fmt.Sprint("o", o))})
	}
	idle := rnd.IntN(orgs)
	item := 0
	for block := range 1 + rnd.IntN(3) {
		m.addBlock(rnd, block, orgs, idle, share, &item)
	}
	return m
}

const firstMark = 5 // item, heading, label, timing, marks

func (m *randomMatrix) addBlock(rnd *rand.Rand, block, orgs, idle int, share float64, item *int) {
	b := matrix.Block{ID: strconv.Itoa(block + 1), Item: 1, Columns: map[matrix.Column]string{}}
	for o := range orgs {
		b.Columns[matrix.Column(firstMark+o)] = m.read.Organizations[o].ID
	}
	var known [][]cell
	for range 3 + rnd.IntN(4) {
		known = append(known, randomPattern(rnd, orgs, idle))
	}
	b.Lines.First = len(m.rows) + 1
	for range 20 + rnd.IntN(21) {
		*item++
		id := strconv.Itoa(*item)
		pattern := known[rnd.IntN(len(known))]
		columns, text := make([]int, len(pattern)), 4
		for i, c := range pattern {
			columns[i] = firstMark + c.org
		}
		if rnd.Float64() < share {
			text = driftRandomly(rnd, columns)
		}
		cells := make([]string, slices.Max(columns))
		cells[0], cells[text-2], cells[text-1] = id, "do it", "daily"
		for i, column := range columns {
			cells[column-1] = map[graph.Role]string{graph.Lead: "○", graph.Support: "△"}[pattern[i].role]
			m.truth[id+"@"+strconv.Itoa(column)] = m.read.Organizations[pattern[i].org].ID
		}
		m.rows = append(m.rows, table.Row{Line: len(m.rows) + 1, Cells: cells})
	}
	b.Lines.Last = len(m.rows)
	m.read.Blocks = append(m.read.Blocks, b)
}

func randomPattern(rnd *rand.Rand, orgs, idle int) []cell {
	var cells []cell
	for len(cells) == 0 {
		for o := range orgs {
			if o == idle || rnd.Float64() > 0.4 {
				continue
			}
			role := graph.Lead
			if rnd.IntN(2) == 0 {
				role = graph.Support
			}
			cells = append(cells, cell{o, role})
		}
	}
	return cells
}

// driftRandomly moves the marks of a row and returns the column of the last
// text left of them.
func driftRandomly(rnd *rand.Rand, columns []int) (text int) {
	move := func(from, by int) {
		for i := from; i < len(columns); i++ {
			columns[i] += by
		}
	}
	switch rnd.IntN(4) {
	case 0: // a text level added
		move(0, 1)
		return 5
	case 1: // a text level dropped
		move(0, -1)
		return 3
	case 2: // an empty cell too many before the last mark
		move(len(columns)-1, 1)
	case 3: // the marks alone drift
		by := 1 + rnd.IntN(2)
		if columns[0]-by >= firstMark && rnd.IntN(2) == 0 {
			by = -by
		}
		move(0, by)
	}
	return 4
}

// check aligns m and counts its marks: all, and those placed rightly; of those
// placed wrongly the ones called certain; and the uncertain.
func (m *randomMatrix) check(t *testing.T) (all, right, wrongCertain, uncertain int, aligned matrix.Reading) {
	t.Helper()
	aligned = Align(m.rows, m.read)
	d, err := matrix.Import(matrixtext.RowsOf(m.rows), aligned, "random")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range d.Assignments {
		all++
		if a.Reading == graph.Uncertain {
			uncertain++
		}
		switch {
		case m.truth[a.Task+"@"+strconv.Itoa(a.Source.Column)] == a.Organization:
			right++
		case a.Reading != graph.Uncertain:
			wrongCertain++
		}
	}
	return all, right, wrongCertain, uncertain, aligned
}

func TestAlignRandom(t *testing.T) {
	all, right, wrongCertain, uncertain := 0, 0, 0, 0
	worst := 1.0
	for seed := range seeds.Each(40) {
		m := newRandomMatrix(rand.New(rand.NewPCG(seed, 1)), 0.3)
		n, r, w, u, _ := m.check(t)
		worst = min(worst, float64(r)/float64(n))
		all, right, wrongCertain, uncertain = all+n, right+r, wrongCertain+w, uncertain+u
	}
	t.Logf("marks %d, right %.1f %%, wrong and certain %.1f %%, uncertain %.1f %%, worst %.1f %%", all,
		100*float64(right)/float64(all), 100*float64(wrongCertain)/float64(all), 100*float64(uncertain)/float64(all), 100*worst)
	if !seeds.All() {
		return // the shares of a few matrices say little
	}
	if right*10 < all*9 {
		t.Errorf("placed %d of %d marks rightly, want nine in ten", right, all)
	}
	if wrongCertain*33 > all {
		t.Errorf("called %d of %d marks certain that are wrong", wrongCertain, all)
	}
}

func TestAlignUndrifted(t *testing.T) {
	touched := 0
	for seed := range seeds.Each(40) {
		m := newRandomMatrix(rand.New(rand.NewPCG(seed, 2)), 0)
		_, _, _, _, aligned := m.check(t)
		if len(aligned.Rows) > 0 {
			touched++
			t.Logf("seed %d: %+v", seed, aligned.Rows)
		}
	}
	if touched > 2 {
		t.Errorf("corrected %d of 40 matrices that need none", touched)
	}
}
