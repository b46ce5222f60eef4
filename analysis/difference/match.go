package difference

import (
	"cmp"
	"slices"
	"strings"

	"tasuki/graph"
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
	// mostPairs is how many pairs of names are compared at most; of more, only equal names
	// are found.
	mostPairs = 1_000_000
)

// Similarity returns how alike two names are: 2 x the pairs of neighbouring letters that
// they have in common / all such pairs of both (the coefficient of Dice, Ecology 26(3),
// 1945), from 0 to 1; equal ones have 1. Case, width and white space do not count. It
// takes time in proportion to n log n of their letters.
func Similarity(a, b string) float64 { return alike(pairsOf(a), pairsOf(b)) }

// pairsOf returns the pairs of neighbouring letters of a name in order; of a name of one
// letter, that letter.
func pairsOf(name string) []string {
	letters := []rune(strings.ReplaceAll(graph.Folded(name), " ", ""))
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

// matches pairs organizations, and tasks, whose IDs only one dataset has, the most alike
// first; of equally alike pairs that with the lower ID, then with the lower other one.
// Names in both languages count, and the more alike ones decide. It takes time in
// proportion to the pairs, which are at most [mostPairs].
func matches(old, now graph.Dataset) []Match {
	var organizations, tasks [2][]labelled
	for side, d := range []graph.Dataset{old, now} {
		for _, o := range d.Organizations {
			organizations[side] = append(organizations[side], newLabelled(o.ID, o.Name))
		}
		for _, t := range d.Tasks {
			tasks[side] = append(tasks[side], newLabelled(t.ID, t.Name))
		}
	}
	return append(matched(Organization, organizations), matched(Task, tasks)...)
}

// labelled is what is matched by its names.
type labelled struct {
	id     string
	ja, en []string // pairs of letters
	folded [2]string
}

func newLabelled(id string, name graph.Name) labelled {
	return labelled{id, pairsOf(name.JA), pairsOf(name.EN), [2]string{graph.Folded(name.JA), graph.Folded(name.EN)}}
}

func matched(kind Kind, sides [2][]labelled) []Match {
	only := [2][]labelled{without(sides[0], sides[1]), without(sides[1], sides[0])}
	var pairs []Match
	for _, a := range only[0] {
		for _, b := range only[1] {
			equal := a.folded[0] != "" && a.folded[0] == b.folded[0] || a.folded[1] != "" && a.folded[1] == b.folded[1]
			likeness := 1.0
			if !equal {
				if len(only[0])*len(only[1]) > mostPairs {
					continue
				}
				likeness = max(alike(a.ja, b.ja), alike(a.en, b.en))
			}
			if likeness >= Similar {
				pairs = append(pairs, Match{kind, a.id, b.id, likeness})
			}
		}
	}
	lower := func(m Match) string { return slices.MinFunc([]string{m.Old, m.New}, graph.Compare) }
	upper := func(m Match) string { return slices.MaxFunc([]string{m.Old, m.New}, graph.Compare) }
	slices.SortFunc(pairs, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), graph.Compare(lower(a), lower(b)), graph.Compare(upper(a), upper(b)))
	})
	taken, list := map[string]bool{}, []Match{}
	for _, m := range pairs {
		if !taken[m.Old] && !taken[m.New] {
			taken[m.Old], taken[m.New] = true, true
			list = append(list, m)
		}
	}
	slices.SortFunc(list, func(a, b Match) int { return graph.Compare(a.Old, b.Old) })
	return list
}

// without returns those of a list whose IDs the other has not.
func without(list, other []labelled) []labelled {
	there := map[string]bool{}
	for _, x := range other {
		there[x.id] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(x labelled) bool { return there[x.id] })
}

// renames are the new IDs of what is matched, by kind and old ID.
type renames map[[2]string]string

func renamed(list []Match) renames {
	all := renames{}
	for _, m := range list {
		all[[2]string{string(m.Kind), m.Old}] = m.New
	}
	return all
}

// of returns the new ID of what an old one names.
func (r renames) of(kind Kind, id string) string {
	if now, ok := r[[2]string{string(kind), id}]; ok {
		return now
	}
	return id
}

func (r renames) all(kind Kind, ids []string) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = r.of(kind, id)
	}
	slices.SortFunc(list, graph.Compare)
	return list
}
