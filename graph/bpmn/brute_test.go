package bpmn

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/seeds"
)

// TestGatewaysBruteForce compares, on random models of tasks and gateways, from which tasks
// work comes to an end when any set of tasks is lost: by the gateways as they stand in the
// model, and by the branches that they have become.
func TestGatewaysBruteForce(t *testing.T) {
	for seed := range uint64(seeds.Size(300, 30)) {
		r := rand.New(rand.NewPCG(seed, 0))
		tasks, gates := 3+r.IntN(4), 1+r.IntN(5)
		var b strings.Builder
		var names []string
		for i := range tasks {
			names = append(names, fmt.Sprintf("t%d", i))
			fmt.Fprintf(&b, `<task id="t%d" name="t%d"/>`, i, i)
		}
		for i := range gates {
			names = append(names, fmt.Sprintf("g%d", i))
			fmt.Fprintf(&b, `<%s id="g%d" name="g%d"/>`, []string{"exclusiveGateway", "parallelGateway"}[r.IntN(2)], i, i)
		}
		b.WriteString(`<endEvent id="e" name="e"/>`)
		for i := range tasks + 2*gates + r.IntN(4) {
			from, to := names[tasks+r.IntN(gates)], names[r.IntN(len(names))]
			if i < len(names) { // none is without a way on
				from = names[i]
			}
			if r.IntN(4) == 0 {
				to = "e"
			}
			fmt.Fprintf(&b, `<sequenceFlow id="f%d" sourceRef="%s" targetRef="%s"/>`, i, from, to)
		}
		m, err := parse("x.bpmn", []byte(defined(b.String())))
		if err != nil {
			t.Fatal(err)
		}
		want := map[int]map[string]bool{}
		for lost := range 1 << tasks {
			want[lost] = comes(m, lost)
		}
		m.rewire()
		forms := m.forms()
		for lost := range 1 << tasks {
			got := comesBy(m, forms, lost)
			for i := range tasks {
				if id := fmt.Sprintf("t%d", i); got[id] != want[lost][id] {
					t.Fatalf("-seed=%d: without %b %s comes to the end: %v, want %v\n%s", seed, lost, id, got[id], want[lost][id], strings.ReplaceAll(b.String(), "><", ">\n<"))
				}
			}
		}
	}
}

// gone reports whether a node is among the lost tasks.
func gone(n *node, lost int) bool {
	i := 0
	_, err := fmt.Sscanf(n.id, "t%d", &i)
	return err == nil && lost>>i&1 == 1
}

// comes evaluates the model: all that leaves a task or a parallel gateway, one that leaves
// another. What leads a task to itself says nothing.
func comes(m *model, lost int) map[string]bool {
	ok := map[string]bool{"e": true}
	for range len(m.nodes) + 1 {
		for _, n := range m.nodes {
			all, one, count := true, false, 0
			for _, e := range n.out {
				if e.to == n {
					continue
				}
				count++
				all = all && ok[e.to.id]
				one = one || ok[e.to.id]
			}
			if n.kind == "exclusiveGateway" {
				all = one
			}
			if n.id != "e" {
				ok[n.id] = !gone(n, lost) && count > 0 && all
			}
		}
	}
	return ok
}

// comesBy evaluates branches: of each one alternative.
func comesBy(m *model, forms map[*node]form, lost int) map[string]bool {
	ok := map[string]bool{"e": true}
	for range len(m.nodes) + 1 {
		for n, f := range forms {
			all := len(f) > 0
			for _, b := range f {
				one := false
				for _, w := range b.ways {
					one = one || ok[w.to.id]
				}
				all = all && one
			}
			if n.id != "e" {
				ok[n.id] = !gone(n, lost) && all
			}
		}
	}
	return ok
}

// FuzzBPMN reads whatever it is given within its bounds: it says what is wrong, or returns
// facts of which every element is accounted for.
func FuzzBPMN(f *testing.F) {
	f.Add([]byte(defined(`<startEvent id="s"/><task id="a"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/>`)))
	f.Add([]byte(defined(`<subProcess id="u"><task id="a"/></subProcess><boundaryEvent id="b" attachedToRef="u"/><parallelGateway id="g"/>`)))
	f.Add([]byte("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<16 {
			t.Skip()
		}
		d, err := Read("x.bpmn", text, nil)
		if err != nil {
			return
		}
		if _, err := graph.New(d); err != nil && !strings.Contains(err.Error(), "control character") {
			t.Errorf("the facts are not sound: %v", err)
		}
		for _, e := range d.Account.Elements {
			n := e.Mapped
			for _, l := range e.Left {
				n += len(l.IDs)
			}
			if n != e.In {
				t.Errorf("%s: %d in, %d accounted for", e.Type, e.In, n)
			}
		}
	})
}
