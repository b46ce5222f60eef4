package drill_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/internal/graphtext"
)

func treeText(tree []drill.Call) string {
	var b strings.Builder
	for _, c := range tree {
		fmt.Fprintf(&b, "%s%s", strings.Repeat(".", c.Depth), c.Organization)
		if c.Elsewhere {
			b.WriteString("^" + c.EscalatesTo)
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

func TestCallTree(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"in order of calls", "org a\norg b\norg c\n1: c*\n2: a*\n3: b* a\nflow f from 1 to 3: 1 -> 2 -> 3", "c a b"},
		{"who supports comes last", "org a\norg b\n1: b* a\n2: b*\nflow f from 1 to 2: 1 -> 2", "b a"},
		{"several parents", "org a escalates=h\norg b escalates=h\norg h escalates=top\norg top\n1: a*\n2: b*\nflow f from 1 to 2: 1 -> 2", "a .h ..top b^h"},
		{"to one that takes part", "org a escalates=b\norg b\n1: a*\n2: b*\nflow f from 1 to 2: 1 -> 2", "a^b b"},
		{"a circle", "org a escalates=x\norg x escalates=y\norg y escalates=x\n1: a*\n2: a*\nflow f from 1 to 2: 1 -> 2", "a .x ..y^x"},
		{"who may lead", "org a\norg z\n1: a*\n2: a*?z\nflow f from 1 to 2: 1 -> 2", "a z"},
	} {
		g := graphtext.Graph(t, c.text)
		f, _ := g.Flow("f")
		var may []string
		if strings.Contains(c.text, "?z") {
			may = []string{"z", "a"}
		}
		if got := treeText(drill.CallTree(g, f, may)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestCallTreeHoldsEverybodyOnce compares trees of random escalations with what is reached
// by going on until nothing is new.
func TestCallTreeHoldsEverybodyOnce(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		n := 2 + r.IntN(6)
		var text strings.Builder
		to := map[string]string{}
		for i := range n {
			id := fmt.Sprint("o", i)
			if next := r.IntN(2 * n); next < n && next != i {
				to[id] = fmt.Sprint("o", next)
				fmt.Fprintf(&text, "org %s escalates=%s\n", id, to[id])
			} else {
				fmt.Fprintf(&text, "org %s\n", id)
			}
		}
		in := map[string]bool{}
		for k := range 3 {
			lead := fmt.Sprint("o", r.IntN(n))
			in[lead] = true
			fmt.Fprintf(&text, "%d: %s*\n", k+1, lead)
		}
		text.WriteString("flow f from 1 to 3: 1 -> 2 -> 3\n")
		want := []string{}
		for id := range in {
			for ; id != "" && !slices.Contains(want, id); id = to[id] {
				want = append(want, id)
			}
		}
		g := graphtext.Graph(t, text.String())
		f, _ := g.Flow("f")
		tree := drill.CallTree(g, f, nil)
		var got []string
		for i, c := range tree {
			got = append(got, c.Organization)
			if (c.Depth == 0) != in[c.Organization] {
				t.Errorf("seed %d: %s stands at depth %d", seed, c.Organization, c.Depth)
			}
			if c.Depth > 0 && (tree[i-1].EscalatesTo != c.Organization || tree[i-1].Depth != c.Depth-1) {
				t.Errorf("seed %d: %s stands below %s", seed, c.Organization, tree[i-1].Organization)
			}
			if below := i+1 < len(tree) && tree[i+1].Depth == c.Depth+1; c.EscalatesTo != to[c.Organization] || c.Elsewhere != (c.EscalatesTo != "" && !below) {
				t.Errorf("seed %d: %+v", seed, c)
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("seed %d: %v, want %v\n%s", seed, got, want, text.String())
		}
	}
}
