package difference

import (
	"cmp"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/spelling"
)

// Match is a task or an organization that the other dataset has under another ID.
type Match struct {
	Kind       Kind    `json:"kind"`
	Old        string  `json:"old"`
	New        string  `json:"new"`
	Similarity float64 `json:"similarity"` // of their names, from [Similar] to 1
}

const (
	// Similar is the least similarity of names at which what has another ID is taken for
	// the same.
	Similar = 0.7
	// mostPairs and mostLetters are how many pairs of names are compared at most, and how
	// many bytes the names of all these pairs may have.
	mostPairs, mostLetters = 1_000_000, 200_000_000
)

// Similarity returns how alike two names are: 2 x the pairs of neighbouring letters that
// they have in common / all such pairs of both (the coefficient of Dice, Ecology 26(3),
// 1945), from 0 to 1; equal ones have 1. Case, width and white space do not count. It
// takes time in proportion to n log n of their letters.
func Similarity(a, b string) float64 { return alike(pairsOf(a), pairsOf(b)) }

// pairsOf returns the pairs of neighbouring letters of a name in order; of a name of one
// letter, that letter.
func pairsOf(name string) []string {
	letters := []rune(strings.ReplaceAll(spelling.Folded(name), " ", ""))
	if len(letters) == 1 {
		return []string{string(letters)}
	}
	var pairs []string
	for i := 1; i < len(letters); i++ {
		pairs = append(pairs, string(letters[i-1:i+1]))
	}
	slices.Sort(pairs)
	return pairs
}

func alike(a, b []string) float64 {
	common, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch c := cmp.Compare(a[i], b[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			common, i, j = common+1, i+1, j+1
		}
	}
	if len(a)+len(b) == 0 {
		return 0
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// Matches pairs organizations, and tasks, whose IDs only one dataset has, one to one, in
// three rounds: those of an equal Japanese name, those of an equal English one, both in
// the order of their IDs, and then the most alike first; of equally alike pairs that with
// the lower ID of either dataset, then with the lower other one. The more alike of the
// Japanese and the English names decide. Where there are more than [mostPairs] pairs, or
// their names take more than [mostLetters] bytes to compare, only equal names are matched. It takes
// time in proportion to n log n of the entries and, within these bounds, to those bytes.
func Matches(old, now graph.Dataset) []Match {
	var organizations, tasks [2][]*labelled
	for side, d := range []graph.Dataset{old, now} {
		for _, o := range d.Organizations {
			organizations[side] = append(organizations[side], &labelled{o.ID, [2]string{spelling.Folded(o.Name.JA), spelling.Folded(o.Name.EN)}})
		}
		for _, t := range d.Tasks {
			tasks[side] = append(tasks[side], &labelled{t.ID, [2]string{spelling.Folded(t.Name.JA), spelling.Folded(t.Name.EN)}})
		}
	}
	return append(matched(Organization, organizations), matched(Task, tasks)...)
}

// labelled is what is matched by its names, Japanese and English.
type labelled struct {
	id    string
	names [2]string
}

func matched(kind Kind, sides [2][]*labelled) []Match {
	p := pairing{kind: kind, list: []Match{}, left: [2][]*labelled{without(sides[0], sides[1]), without(sides[1], sides[0])}}
	for _, side := range p.left {
		slices.SortFunc(side, func(a, b *labelled) int { return graph.Compare(a.id, b.id) })
	}
	p.equal(0)
	p.equal(1)
	if p.withinBounds() {
		p.alike()
	}
	slices.SortFunc(p.list, compareMatches)
	return p.list
}

// pairing is what has been matched, and what is left by ID.
type pairing struct {
	kind Kind
	list []Match
	left [2][]*labelled
}

// equal matches what has an equal name in a language. A name that is there many times
// costs no more than many names.
func (p *pairing) equal(lang int) {
	waiting, taken := map[string][]string{}, [2]map[string]bool{{}, {}}
	for _, b := range p.left[1] {
		waiting[b.names[lang]] = append(waiting[b.names[lang]], b.id)
	}
	for _, a := range p.left[0] {
		name := a.names[lang]
		if name == "" || len(waiting[name]) == 0 {
			continue
		}
		p.list = append(p.list, Match{p.kind, a.id, waiting[name][0], 1})
		taken[0][a.id], taken[1][waiting[name][0]] = true, true
		waiting[name] = waiting[name][1:]
	}
	for side := range p.left {
		p.left[side] = slices.DeleteFunc(p.left[side], func(x *labelled) bool { return taken[side][x.id] })
	}
}

// withinBounds reports whether what is left can be compared pair by pair.
func (p *pairing) withinBounds() bool {
	letters := [2]int{}
	for side, list := range p.left {
		for _, x := range list {
			letters[side] += len(x.names[0]) + len(x.names[1])
		}
	}
	n, m := len(p.left[0]), len(p.left[1])
	return n*m <= mostPairs && n*letters[1]+m*letters[0] <= mostLetters
}

// alike matches what is left by the similarity of names.
func (p *pairing) alike() {
	var letters [2][][2][]string // pairs of letters, by place and language
	for side, list := range p.left {
		for _, x := range list {
			letters[side] = append(letters[side], [2][]string{pairsOf(x.names[0]), pairsOf(x.names[1])})
		}
	}
	var pairs []Match
	for i, a := range p.left[0] {
		for k, b := range p.left[1] {
			x, y := letters[0][i], letters[1][k]
			if likeness := max(alike(x[0], y[0]), alike(x[1], y[1])); likeness >= Similar {
				pairs = append(pairs, Match{p.kind, a.id, b.id, likeness})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b Match) int { return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), compareMatches(a, b)) })
	taken := map[string]bool{} // an ID of one dataset is none of the other
	for _, m := range pairs {
		if !taken[m.Old] && !taken[m.New] {
			taken[m.Old], taken[m.New] = true, true
			p.list = append(p.list, m)
		}
	}
}

// compareMatches orders by the lower ID, then by the other, so that the order does not
// hang on which dataset is the old one.
func compareMatches(a, b Match) int {
	lower := func(m Match) string { return slices.MinFunc([]string{m.Old, m.New}, graph.Compare) }
	upper := func(m Match) string { return slices.MaxFunc([]string{m.Old, m.New}, graph.Compare) }
	return cmp.Or(graph.Compare(lower(a), lower(b)), graph.Compare(upper(a), upper(b)))
}

// without returns those of a list whose IDs the other has not.
func without(list, other []*labelled) []*labelled {
	there := map[string]bool{}
	for _, x := range other {
		there[x.id] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(x *labelled) bool { return there[x.id] })
}
