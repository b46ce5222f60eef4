package bpmn

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/graph/storetest"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

func encoded(t *testing.T, d graph.Dataset) string {
	t.Helper()
	if d.Account != nil {
		a := *d.Account
		a.Elements = nil
		if len(a.Assumptions)+len(a.WithoutMarks)+len(a.UnusedHeadings)+len(a.Outside)+len(a.Unread) == 0 && a.Rows.In+a.Marks.In == 0 {
			d.Account = nil
		} else {
			d.Account = &a
		}
	}
	var b bytes.Buffer
	if err := graph.Encode(&b, d.Canonical()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// outline says what BPMN itself can carry: organizations, tasks, who leads them first, and
// how the handoffs of each flow belong together.
func outline(d graph.Dataset) []string {
	var list []string
	d = d.Canonical()
	for _, o := range d.Organizations {
		list = append(list, fmt.Sprintf("organization %q in %q: %q", o.ID, o.Parent, o.Name))
	}
	first := map[string]bool{}
	for _, t := range d.Tasks {
		list = append(list, fmt.Sprintf("task %q: %q", t.ID, t.Name))
	}
	for _, a := range d.Assignments {
		if a.Role == graph.Lead && !first[a.Task] {
			first[a.Task] = true
			list = append(list, fmt.Sprintf("lead of %q: %q", a.Task, a.Organization))
		}
	}
	for _, h := range d.Handoffs {
		list = append(list, fmt.Sprintf("handoff %q to %q, %s", h.From, h.To, h.Kind))
	}
	for _, f := range d.Flows {
		list = append(list, fmt.Sprintf("flow %q: %q from %q to %q", f.ID, f.Name, f.Start, f.Goal))
		for _, k := range graph.Forks(f) {
			var branches []string
			for _, b := range k.Branches {
				var ways []string
				for _, h := range b.Handoffs {
					ways = append(ways, fmt.Sprintf("%q %s", h.To, h.Kind))
				}
				slices.Sort(ways)
				branches = append(branches, fmt.Sprintf("%v optional %v", ways, b.Optional))
			}
			slices.Sort(branches)
			list = append(list, fmt.Sprintf("  %q in %q to %v", k.Task, f.ID, branches))
		}
	}
	return list
}

// written writes a dataset, and reads it back with and without what stands beside the model.
func written(t *testing.T, d graph.Dataset) (whole, plain graph.Dataset) {
	t.Helper()
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	text, err := Write(g, graph.English)
	if err != nil {
		t.Fatal(err)
	}
	whole, err = Read("x.bpmn", text, nil)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if again, _ := Write(g, graph.English); !bytes.Equal(text, again) {
		t.Error("two writings differ")
	}
	cut, _, _ := strings.Cut(string(text), "<bpmn:extensionElements>")
	_, rest, _ := strings.Cut(string(text), "</bpmn:extensionElements>")
	plain, err = Read("x.bpmn", []byte(cut+rest), nil)
	if err != nil {
		t.Fatal(err)
	}
	return whole, plain
}

// TestRoundTrip writes random datasets and reads them back: all of them, and without what
// stands beside the model what BPMN can carry.
func TestRoundTrip(t *testing.T) {
	for seed := range uint64(seeds.Size(100, 10)) {
		d := storetest.Random(seed, 4+int(seed%9))
		if _, err := graph.New(d); err != nil {
			t.Fatal(err)
		}
		whole, plain := written(t, d)
		if got, want := encoded(t, whole), encoded(t, d); got != want {
			t.Fatalf("-seed=%d: read back\n%s\nwant\n%s", seed, got, want)
		}
		got, want := outline(plain), outline(d)
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || got[i] != want[i] {
				t.Fatalf("-seed=%d: without the facts beside the model\n%s\nwant\n%s", seed, strings.Join(got[min(i, len(got)):], "\n"), strings.Join(want[min(i, len(want)):], "\n"))
			}
		}
	}
}

// TestOtherFactsBesideAModel puts other facts beside a model that is as it was: what the
// picture shows counts.
func TestOtherFactsBesideAModel(t *testing.T) {
	g := graphtext.Graph(t, "org shown\norg other\n1: shown*\n2: other*\nflow f from 1 to 2: 1 -> 2")
	text, err := Write(g, graph.English)
	if err != nil {
		t.Fatal(err)
	}
	head, facts, _ := strings.Cut(string(text), "facts=")
	changed := strings.Replace(facts, "&#34;organization&#34;:&#34;shown&#34;", "&#34;organization&#34;:&#34;other&#34;", 1)
	if changed == facts {
		t.Fatalf("the facts do not stand where they are looked for: %s", facts)
	}
	d, err := Read("x.bpmn", []byte(head+"facts="+changed), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range d.Assignments {
		if a.Task == "1" && a.Organization != "shown" {
			t.Errorf("%s leads task 1, whose lane is that of shown", a.Organization)
		}
	}
	if d.Account == nil || !strings.Contains(fmt.Sprint(said.Texts(d.Account.Assumptions)), "was not read") {
		t.Errorf("nothing says so: %v", d.Account)
	}
}
