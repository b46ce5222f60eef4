package placement

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"slices"

	"tasuki/graph"
)

// Convolution counts the readings of lead marks by what they add up to: a vector of
// sums, to which each group adds what its outcome says. Groups move
// independently, so the distribution of the sums is the product of theirs. Groups
// that add the same are alike: those of a class are multiplied first, since
// their sums are few. It takes time in proportion to work, which grows with the
// number of different sums, not with that of readings.
type Convolution struct {
	groups  []Group
	Base    []int      // what every reading adds
	radix   []uint64   // by which a sum counts in a key
	Keys    [][]uint64 // of each group, what each outcome adds; nil when left out
	classes []class
	layers  []layer // layers[i]: the sums of the first i classes
	work    int
	memo    map[string]layer // what [convolution.settle] has found
}

// class are groups that add the same.
type class struct {
	effects []effect
	members []int   // positions of the groups
	layers  []layer // layers[i]: the sums of i members
}

// effect is what outcomes of a group add.
type effect struct {
	key   uint64
	ways  int // outcomes that add it
	moves int // the fewest marks that one of them reads otherwise than the dataset
}

// adds says what an outcome of a group adds to each of the sums of a convolution.
type adds func(gr Group, outcome []int, sums []int)

// NewConvolution returns the convolution of the lead marks among groups, or false when it
// takes more work than the limit or the outcomes of a group are not known. A
// group whose outcomes all add the same changes no proportion, and is left out.
func NewConvolution(groups []Group, sums int, of adds, limit int) (*Convolution, bool) {
	t := &Convolution{groups: groups, Base: make([]int, sums), memo: map[string]layer{}}
	return t, t.weigh(of) && t.multiply(limit, true)
}

// NewDifference returns the convolution of one sum of the lead marks among groups, whose
// outcomes must be known. It does not count readings, so [Convolution.Picks] is all that it
// serves: for a few thousand groups counts would take gigabytes. It takes time and memory in
// proportion to the square of the groups.
func NewDifference(groups []Group, of adds) *Convolution {
	t := &Convolution{groups: groups, Base: make([]int, 1)}
	if !t.weigh(of) || !t.multiply(math.MaxInt, false) {
		panic("a group's outcomes are not known")
	}
	return t
}

// weigh packs what the outcomes of the groups add into keys, and puts the groups into
// classes. It reports whether all outcomes are known and the keys fit.
func (t *Convolution) weigh(of adds) bool {
	vectors := make([][][]int, len(t.groups))
	most := make([]int, len(t.Base))
	for i, gr := range t.groups {
		if gr.Role != graph.Lead {
			continue
		}
		if gr.Outcomes == nil {
			return false
		}
		if v := t.shifted(gr, of, most); slices.ContainsFunc(v, varied) {
			vectors[i] = v
		}
	}
	t.radix = make([]uint64, len(t.Base))
	product := uint64(1)
	for i, n := range most {
		t.radix[i] = product
		high, low := bits.Mul64(product, uint64(n)+1)
		if high > 0 || low > math.MaxInt64 {
			return false
		}
		product = low
	}
	t.classify(vectors)
	return true
}

// shifted returns what each outcome of a group adds beyond what all do, and adds
// the latter to the base and the most to most.
func (t *Convolution) shifted(gr Group, of adds, most []int) [][]int {
	vectors := make([][]int, len(gr.Outcomes))
	for i, o := range gr.Outcomes {
		vectors[i] = make([]int, len(most))
		of(gr, o, vectors[i])
	}
	for d := range most {
		lo, hi := vectors[0][d], vectors[0][d]
		for _, v := range vectors {
			lo, hi = min(lo, v[d]), max(hi, v[d])
		}
		for _, v := range vectors {
			v[d] -= lo
		}
		t.Base[d] += lo
		most[d] += hi - lo
	}
	return vectors
}

func varied(vector []int) bool { return slices.ContainsFunc(vector, func(n int) bool { return n > 0 }) }

// classify puts groups that add the same into one class, in the order of their
// first member.
func (t *Convolution) classify(vectors [][][]int) {
	at := map[string]int{}
	t.Keys = make([][]uint64, len(vectors))
	for i, list := range vectors {
		if list == nil {
			continue
		}
		for _, v := range list {
			t.Keys[i] = append(t.Keys[i], t.key(v))
		}
		effects := effectsOf(t.groups[i], t.Keys[i])
		name := fmt.Sprint(effects)
		j, ok := at[name]
		if !ok {
			j = len(t.classes)
			at[name] = j
			t.classes = append(t.classes, class{effects: effects})
		}
		t.classes[j].members = append(t.classes[j].members, i)
	}
}

// effectsOf returns what the outcomes of a group add, ascending.
func effectsOf(gr Group, keys []uint64) []effect {
	var list []effect
	for i, o := range gr.Outcomes {
		e := effect{key: keys[i], ways: 1, moves: gr.Changes(o)}
		at, ok := slices.BinarySearchFunc(list, e.key, func(e effect, key uint64) int { return cmp.Compare(e.key, key) })
		if !ok {
			list = slices.Insert(list, at, e)
			continue
		}
		list[at].ways++
		list[at].moves = min(list[at].moves, e.moves)
	}
	return list
}

// key packs a vector into one number, so that keys add up as vectors do.
func (t *Convolution) key(vector []int) uint64 {
	key := uint64(0)
	for i, n := range vector {
		key += uint64(n) * t.radix[i]
	}
	return key
}

// multiply fills in the layers, unless that takes more work than the limit.
func (t *Convolution) multiply(limit int, counted bool) bool {
	ways := func(n int) *big.Int {
		if !counted {
			return nil
		}
		return big.NewInt(int64(n))
	}
	one := newLayer(1)
	one.add(0, ways(1), 0)
	t.layers = []layer{one}
	for i := range t.classes {
		c := &t.classes[i]
		single := newLayer(len(c.effects))
		for _, e := range c.effects {
			single.add(e.key, ways(e.ways), e.moves)
		}
		c.layers = []layer{one}
		for j := range c.members {
			if !t.spend(c.layers[j], single, limit) {
				return false
			}
			c.layers = append(c.layers, c.layers[j].times(single))
		}
		all := c.layers[len(c.members)]
		if !t.spend(t.layers[i], all, limit) {
			return false
		}
		t.layers = append(t.layers, t.layers[i].times(all))
	}
	return true
}

func (t *Convolution) spend(a, b layer, limit int) bool {
	t.work += len(a.Keys) * len(b.Keys)
	return t.work <= limit
}

// Sums returns the layer of all groups.
func (t *Convolution) Sums() layer { return t.layers[len(t.layers)-1] }

// Vector returns the sums that a key stands for.
func (t *Convolution) Vector(key uint64, sums []int) {
	for i := len(sums) - 1; i >= 0; i-- {
		sums[i] = t.Base[i] + int(key/t.radix[i])
		key %= t.radix[i]
	}
}
