package word

import "tasuki/graph/said"

// Noticed are cells of which something is said, and the first of them.
type Noticed struct {
	times int
	first said.Note
}

// Add notes a cell by its text and place.
func (n *Noticed) Add(text string, place said.Note) {
	if n.times++; n.times == 1 {
		n.first = said.Notef("%q in %s", text, place)
	}
}

// Agree returns what is said of the cells, if there are any: the form for one takes
// the first of them, that for several their number before it.
func (n Noticed) Agree(one, several string) []said.Note {
	switch n.times {
	case 0:
		return nil
	case 1:
		return []said.Note{said.Notef(one, n.first)}
	}
	return []said.Note{said.Notef(several, n.times, n.first)}
}

// Listed are cells that are named one by one, the first of many.
type Listed struct {
	n     int
	cells []said.Note
}

// Add notes a cell by its text and place.
func (l *Listed) Add(text string, place said.Note) {
	if l.n++; len(l.cells) < MostRanges {
		l.cells = append(l.cells, said.Notef("%q in %s", text, place))
	}
}

// List names the cells, and says how many more there are.
func (l Listed) List() said.Note {
	list := said.Join(", ", l.cells)
	if more := l.n - len(l.cells); more > 0 {
		return said.Notef("%s and %d more", list, more)
	}
	return list
}

// Agree returns what is said of the cells, if there are any: the form for one takes
// that cell, that for several their number before them.
func (l Listed) Agree(one, several string) []said.Note {
	cells := l.List()
	switch l.n {
	case 0:
		return nil
	case 1:
		return []said.Note{said.Notef(one, cells)}
	}
	return []said.Note{said.Notef(several, l.n, cells)}
}
