package socialnetwork

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"tasuki/graph/eventlog"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// TestDivisionsAgree shares cases out to three collectors by chance, and merges them.
func TestDivisionsAgree(t *testing.T) {
	g := graphtext.Graph(t, "rules each none\n1: a* b c\n")
	m := &eventlog.Map{Organizations: []int{0, 1, 2, 0, eventlog.Unmapped}}
	name := func(i uint32) string { return fmt.Sprint(i) }
	for seed := range seeds.Each(300) {
		r := rand.New(rand.NewPCG(seed, 13))
		o := Options{Beta: 0.5, Depth: 3, Causal: true}
		causal := &follows{}
		var cases []eventlog.Case
		for range 1 + r.IntN(20) {
			var c eventlog.Case
			for range r.IntN(8) {
				c.Events = append(c.Events, eventlog.Event{Activity: uint32(r.IntN(3)), Performer: uint32(r.IntN(5))})
			}
			cases = append(cases, c)
			causal.Add(c)
		}
		fresh := func() *collector {
			c := &collector{g: g, m: m, options: o}
			for i := range c.kinds {
				c.kinds[i] = &kind{depth: o.reach(), most: MostPairs, causal: causal}
			}
			return c
		}
		whole, first := fresh(), fresh()
		parts := []*collector{first, first.twin(), first.twin()}
		for _, c := range cases {
			whole.Add(c)
			parts[r.IntN(3)].Add(c)
		}
		parts[1].Merge(parts[2])
		parts[0].Merge(parts[1])
		for i, k := range whole.kinds {
			want, got := k.result(Performer, o, name), parts[0].kinds[i].result(Performer, o, name)
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d: divided\n%+v\nwhole\n%+v", seed, got, want)
			}
		}
	}
}

// TestFollowsMerge adds what each half has met.
func TestFollowsMerge(t *testing.T) {
	one, two := &follows{}, &follows{}
	one.Add(eventlog.Case{Events: []eventlog.Event{{Activity: 0}, {Activity: 1}}})
	two.Add(eventlog.Case{Events: []eventlog.Event{{Activity: 1}, {Activity: eventlog.Nobody}, {Activity: 2}, {Activity: 1}}})
	one.Merge(two)
	if !one.related(0, 1) || one.related(1, 0) || one.related(1, 2) || one.related(0, eventlog.Nobody) {
		t.Errorf("causal relations are wrong: %v", one.pairs.Keys())
	}
}

// TestCrowded keeps nothing of too many pairs, in whatever part of the log they are met, and
// counts the rest.
func TestCrowded(t *testing.T) {
	crowd := func(n int) eventlog.Case {
		var c eventlog.Case
		for i := range n {
			c.Events = append(c.Events, eventlog.Event{Performer: uint32(i)})
		}
		return c
	}
	m := &eventlog.Map{}
	for _, x := range []struct {
		sizes   []int
		crowded bool
	}{{[]int{5, 3}, false}, {[]int{3, 6}, true}, {[]int{6, 3}, true}} {
		parts := []*collector{}
		for _, n := range x.sizes {
			c := &collector{m: m, kinds: [2]*kind{{depth: 1, most: 10}, {depth: 1, most: 10}}}
			c.Add(crowd(n))
			c.Add(eventlog.Case{Events: []eventlog.Event{{Performer: 0}, {Performer: 0}}})
			parts = append(parts, c)
		}
		parts[0].Merge(parts[1])
		r := parts[0].kinds[0].result(Performer, Options{}, func(i uint32) string { return fmt.Sprint(i) })
		if r.Crowded != x.crowded || (len(r.Pairs) == 0) != x.crowded || r.Handover.Self.Part != 2 || r.Cases != 4 {
			t.Errorf("parts of %v: crowded %v with %d pairs, %d to oneself, %d cases", x.sizes, r.Crowded, len(r.Pairs), r.Handover.Self.Part, r.Cases)
		}
	}
}
