package observe

import (
	"cmp"
	"slices"
	"tasuki/analysis/logpass"
)

// footprint counts how names follow each other directly.
type footprint struct {
	follows       logpass.Pairs
	times         []int
	start, stop   []int // by name
	cases, latest []int // by name: cases, and the number of the one that it was in last
	whole         int   // cases with an event
	shortest      int

	// of the case at hand
	length int
	before uint32
}

func at[T any](list *[]T, i uint32) *T {
	if need := int(i) + 1 - len(*list); need > 0 {
		*list = append(*list, make([]T, need)...)
	}
	return &(*list)[i]
}

// step takes in an event; one without a name is passed over.
func (f *footprint) step(name uint32, named bool, number int) {
	if !named {
		return
	}
	if f.length == 0 {
		*at(&f.start, name)++
	} else {
		i, isNew := f.follows.Index(f.before, name)
		if isNew {
			f.times = append(f.times, 0)
		}
		f.times[i]++
	}
	f.length++
	f.before = name
	if latest := at(&f.latest, name); *latest != number {
		*latest = number
		*at(&f.cases, name)++
	}
}

// end ends a case.
func (f *footprint) end() {
	if f.length == 0 {
		return
	}
	*at(&f.stop, f.before)++
	f.whole++
	if f.shortest == 0 || f.length < f.shortest {
		f.shortest = f.length
	}
	f.length = 0
}

func (f *footprint) merge(o *footprint) {
	for i, k := range o.follows.Keys() {
		j, isNew := f.follows.Index(k[0], k[1])
		if isNew {
			f.times = append(f.times, 0)
		}
		f.times[j] += o.times[i]
	}
	for _, l := range [][2]*[]int{{&f.start, &o.start}, {&f.stop, &o.stop}, {&f.cases, &o.cases}} {
		for i, n := range *l[1] {
			*at(l[0], uint32(i)) += n
		}
	}
	f.whole += o.whole
	if o.whole > 0 && (f.shortest == 0 || o.shortest < f.shortest) {
		f.shortest = o.shortest
	}
}

// follow reports whether b directly follows a somewhere.
func (f *footprint) follow(a, b uint32) bool { return f.follows.Find(a, b) >= 0 }

// relation returns how two names follow each other.
func (f *footprint) relation(a, b uint32) Relation { return related(f.follow(a, b), f.follow(b, a)) }

func related(forth, back bool) Relation {
	switch {
	case forth && back:
		return Beside
	case forth:
		return Before
	case back:
		return After
	}
	return Neither
}

func (f *footprint) result(name func(i uint32) string) Footprint {
	r := Footprint{Names: []string{}, Follows: []Follow{}, Sequence: []NamePair{}, Parallel: []NamePair{},
		Start: named(f.start, name), End: named(f.stop, name), Always: []string{}, Shortest: f.shortest}
	for i, n := range f.cases {
		if n > 0 {
			r.Names = append(r.Names, name(uint32(i)))
		}
		if n > 0 && n == f.whole {
			r.Always = append(r.Always, name(uint32(i)))
		}
	}
	slices.Sort(r.Names)
	slices.Sort(r.Always)
	for i, k := range f.follows.Keys() {
		r.Follows = append(r.Follows, Follow{name(k[0]), name(k[1]), f.times[i]})
	}
	slices.SortFunc(r.Follows, func(a, b Follow) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	both := map[NamePair]bool{}
	for _, k := range r.Follows {
		both[NamePair{k.From, k.To}] = true
	}
	for _, k := range r.Follows {
		if both[NamePair{k.To, k.From}] {
			r.Parallel = append(r.Parallel, NamePair{k.From, k.To})
		} else {
			r.Sequence = append(r.Sequence, NamePair{k.From, k.To})
		}
	}
	return r
}

func named(numbers []int, name func(i uint32) string) []NameCount {
	list := []NameCount{}
	for i, n := range numbers {
		if n > 0 {
			list = append(list, NameCount{name(uint32(i)), n})
		}
	}
	slices.SortFunc(list, func(a, b NameCount) int { return cmp.Compare(a.Name, b.Name) })
	return list
}
