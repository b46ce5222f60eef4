package object

import "tasuki/graph/said"

// group is a stream of objects.
type group struct {
	data   []byte
	places map[Ref]int
	order  []Ref
}

// group returns the stream of objects of that number, or nil.
func (f *File) group(ref Ref) *group {
	if g, known := f.groups[ref]; known {
		return g
	}
	f.groups[ref] = nil
	if f.entries[ref].in != 0 {
		return nil
	}
	s, ok := f.object(ref).(*Stream)
	if !ok {
		return nil
	}
	g := &group{data: f.Bytes(s), places: map[Ref]int{}}
	if f.held += len(g.data); f.held > maxHeld {
		f.fail(said.Errorf("the PDF has more than %d MiB of objects in streams; print the pages with the matrix alone to a new PDF", maxHeld>>20))
		return nil
	}
	first := int(f.Number(s.Dict["First"], 0))
	l := lexer{data: g.data}
	for range int(f.Number(s.Dict["N"], 0)) {
		number, ok := l.whole()
		at, also := l.whole()
		if !ok || !also || len(g.order) == maxObjects {
			break
		}
		if _, twice := g.places[Ref(number)]; !twice {
			g.order = append(g.order, Ref(number))
		}
		g.places[Ref(number)] = first + at
	}
	f.groups[ref] = g
	return g
}

// grouped reads an object of a stream of objects.
func (f *File) grouped(ref Ref, e entry) (any, bool) {
	g := f.group(e.in)
	if g == nil {
		return nil, false
	}
	at, ok := g.places[ref]
	if !ok || at < 0 {
		return nil, false
	}
	return f.parsed(f.parser(g.data, at)), true
}
