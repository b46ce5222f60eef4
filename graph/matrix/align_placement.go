package matrix

// The reach of a placement: how far marks may stand off their headings, and by
// how much one gap between two marks may differ from the headings'.
const (
	maxDrift = 6
	maxGap   = 3
	drifts   = 2*maxDrift + 1
)

// placement is one way to give the marks of a row to organizations.
type placement struct {
	drift   int // how far the first mark stands right of its heading
	gapAt   int // the mark from which on the distance differs, or 0
	gap     int // by how much: what stands right of there drifts by drift+gap
	pattern int
}

// place lists the placements of a row's marks on s, in a fixed order.
func (t *alignTable) place(a *alignRow, s slots) {
	a.placements = a.placements[:0]
	for drift := -maxDrift; drift <= maxDrift; drift++ {
		t.addPlacement(a, s, placement{drift: drift})
		for at := 1; at < len(a.marks); at++ {
			for gap := -maxGap; gap <= maxGap; gap++ {
				if gap != 0 {
					t.addPlacement(a, s, placement{drift: drift, gapAt: at, gap: gap})
				}
			}
		}
	}
	a.posterior = make([]float64, len(a.placements))
}

// addPlacement adds p when each mark then stands under an organization, those
// in the order of the columns.
func (t *alignTable) addPlacement(a *alignRow, s slots, p placement) {
	cells := make([]cell, 0, len(a.marks))
	last := 0
	for i, m := range a.marks {
		column := m.column - p.drift
		if p.gapAt > 0 && i >= p.gapAt {
			column -= p.gap
		}
		o := s.at(column)
		if o < 0 || column <= last {
			return
		}
		last = column
		cells = append(cells, cell{o, m.role})
	}
	p.pattern = t.patterns.intern(cells)
	a.placements = append(a.placements, p)
}
