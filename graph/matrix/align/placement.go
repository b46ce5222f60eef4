package align

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
func (t *alignTable) place(a *rowFit, s slots) []placement {
	var list []placement
	add := func(p placement) {
		if cells, ok := s.cells(a.marks, p); ok {
			p.pattern = t.patterns.intern(cells)
			list = append(list, p)
		}
	}
	for drift := -maxDrift; drift <= maxDrift; drift++ {
		add(placement{drift: drift})
		for at := 1; at < len(a.marks); at++ {
			for gap := -maxGap; gap <= maxGap; gap++ {
				if gap != 0 {
					add(placement{drift: drift, gapAt: at, gap: gap})
				}
			}
		}
	}
	return list
}

// cells returns the organizations under which p puts the marks, if there is one
// for each and they are in the order of the columns.
func (s slots) cells(marks []printedMark, p placement) ([]cell, bool) {
	cells := make([]cell, 0, len(marks))
	last := 0
	for i, m := range marks {
		column := m.column - p.drift
		if p.gapAt > 0 && i >= p.gapAt {
			column -= p.gap
		}
		o := s.at(column)
		if o < 0 || column <= last {
			return nil, false
		}
		last = column
		cells = append(cells, cell{o, m.role})
	}
	return cells, true
}
