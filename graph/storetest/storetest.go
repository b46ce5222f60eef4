// Package storetest is the suite that every graph.Store passes: what goes in
// comes out, a Replace is all or nothing, and it tells what it did.
package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"testing"

	"tasuki/graph"
)

// Run tests the store that open returns. Every name that it uses begins with
// prefix.
func Run(t *testing.T, open func(*testing.T) graph.Store, prefix string) {
	for _, test := range []struct {
		name string
		run  func(*suite)
	}{
		{"what goes in comes out", (*suite).roundTrip},
		{"the same again changes nothing", (*suite).idempotent},
		{"what changes is counted", (*suite).counts},
		{"other datasets stay", (*suite).others},
		{"a missing dataset", (*suite).missing},
		{"what cannot be kept is refused", (*suite).refused},
		{"a cancelled replace", (*suite).cancelled},
		{"replaces at once", (*suite).concurrent},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(&suite{t, open(t), prefix + t.Name()}) })
	}
}

type suite struct {
	*testing.T
	store graph.Store
	name  string
}

// Encode returns the canonical JSON of d.
func Encode(t testing.TB, d graph.Dataset) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := graph.Encode(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (s *suite) replace(name string, d graph.Dataset) graph.Changes {
	s.Helper()
	c, err := s.store.Replace(s.Context(), name, d)
	if err != nil {
		s.Fatal(err)
	}
	return c
}

// holds checks that the dataset called name is d, byte for byte.
func (s *suite) holds(name string, d graph.Dataset) {
	s.Helper()
	got, err := s.store.Load(s.Context(), name)
	if err != nil {
		s.Fatal(err)
	}
	if got, want := Encode(s, got), Encode(s, d); !bytes.Equal(got, want) {
		at := 0
		for at < min(len(got), len(want)) && got[at] == want[at] {
			at++
		}
		from := max(0, at-200)
		s.Fatalf("dataset %q differs at byte %d:\n got …%s\nwant …%s", name, at, got[from:min(len(got), at+200)], want[from:min(len(want), at+200)])
	}
}

func (s *suite) roundTrip() {
	for _, size := range []int{0, 1, 2, 10, 60} {
		for seed := range uint64(6) {
			d := Random(seed, size)
			if _, err := graph.New(d); err != nil {
				s.Fatalf("seed %d, size %d: the suite's own data is wrong: %v", seed, size, err)
			}
			before := Encode(s, d)
			s.replace(s.name, d)
			s.holds(s.name, d)
			if !bytes.Equal(Encode(s, d), before) {
				s.Fatal("Replace changed its argument")
			}
		}
	}
	s.replace(s.name, graph.Dataset{})
	s.holds(s.name, graph.Dataset{})
}

func (s *suite) idempotent() {
	d := Random(1, 60)
	first := s.replace(s.name, d)
	if first.Created == 0 || first.Changed != 0 || first.Deleted != 0 {
		s.Errorf("the first Replace reports %+v, want created facts only", first)
	}
	slices.Reverse(d.Assignments)
	slices.Reverse(d.Tasks)
	if second := s.replace(s.name, d); second != (graph.Changes{}) {
		s.Errorf("the same again reports %+v, want no changes", second)
	}
	s.holds(s.name, d)
}

func (s *suite) counts() {
	d := Random(2, 60)
	d.Account = &graph.Account{}
	s.replace(s.name, d)
	for _, step := range []struct {
		what   string
		change func()
		want   graph.Changes
	}{
		{"a new name", func() { d.Tasks[3].Name = graph.Name{JA: "新しい"} }, graph.Changes{Changed: 1}},
		{"a new reason", func() { d.Assignments[5].Reason = graph.Name{EN: "new"} }, graph.Changes{Changed: 1}},
		{"another name of the dataset", func() { d.Name = graph.Name{EN: "other"} }, graph.Changes{Changed: 1}},
		{"another account", func() { d.Account = &graph.Account{Supplies: 9} }, graph.Changes{Changed: 1}},
		{"one task more", func() { d.Tasks = append(d.Tasks, graph.Task{ID: "new", Name: graph.Text("new")}) }, graph.Changes{Created: 1}},
		{"one assignment more", func() {
			d.Assignments = append(d.Assignments, graph.Assignment{Task: "new", Organization: d.Organizations[0].ID, Role: graph.Lead, Reading: graph.Printed})
		}, graph.Changes{Created: 1}},
		{"another role", func() { d.Assignments[len(d.Assignments)-1].Role = graph.Informed }, graph.Changes{Created: 1, Deleted: 1}},
		{"both gone", func() {
			d.Tasks, d.Assignments = d.Tasks[:len(d.Tasks)-1], d.Assignments[:len(d.Assignments)-1]
		}, graph.Changes{Deleted: 2}},
	} {
		step.change()
		if got := s.replace(s.name, d); got != step.want {
			s.Errorf("%s: Replace reports %+v, want %+v", step.what, got, step.want)
		}
		s.holds(s.name, d)
	}
	s.replace(s.name, Random(3, 40))
	s.holds(s.name, Random(3, 40))
}

func (s *suite) others() {
	// The same IDs in every dataset, and names that a careless store confuses.
	all := map[string]graph.Dataset{}
	for i, name := range []string{"a", "A b", "a/b", "a#b", "../a", "データ", "a%2Fb", `a"'\`, "a'})-[]-() //"} {
		name = s.name + name
		all[name] = Random(uint64(i%2), 20)
		all[name].Tasks[0].Name = graph.Text(fmt.Sprint(i))
		s.replace(name, all[name])
	}
	s.replace(s.name+"a", graph.Dataset{})
	all[s.name+"a"] = graph.Dataset{}
	for name, d := range all {
		s.holds(name, d)
	}
}

func (s *suite) missing() {
	if _, err := s.store.Load(s.Context(), s.name+"none"); !errors.Is(err, fs.ErrNotExist) {
		s.Errorf("Load of a missing dataset: %v, want fs.ErrNotExist", err)
	}
	if _, err := s.store.Replace(s.Context(), "", graph.Dataset{}); err == nil {
		s.Error("Replace took a dataset without a name")
	}
}

func (s *suite) refused() {
	d := Random(4, 20)
	s.replace(s.name, d)
	for what, spoil := range map[string]func(*graph.Dataset){
		"a task twice":         func(d *graph.Dataset) { d.Tasks = append(d.Tasks, d.Tasks[0]) },
		"an assignment twice":  func(d *graph.Dataset) { d.Assignments = append(d.Assignments, d.Assignments[0]) },
		"a dangling task":      func(d *graph.Dataset) { d.Assignments[0].Task = "none" },
		"a dangling category":  func(d *graph.Dataset) { d.Tasks[0].Category = "none" },
		"a dangling component": func(d *graph.Dataset) { d.Supplies[0].Component = "none" },
		"an unknown role":      func(d *graph.Dataset) { d.Assignments[0].Role = "boss" },
	} {
		bad := Random(4, 20)
		bad.Organizations = append(bad.Organizations, graph.Organization{ID: "new", Name: graph.Text("new")})
		spoil(&bad)
		if _, err := s.store.Replace(s.Context(), s.name, bad); err == nil {
			s.Errorf("Replace took %s", what)
		}
		s.holds(s.name, d)
	}
}

func (s *suite) cancelled() {
	d := Random(5, 20)
	s.replace(s.name, d)
	ctx, cancel := context.WithCancel(s.Context())
	cancel()
	if _, err := s.store.Replace(ctx, s.name, Random(6, 20)); !errors.Is(err, context.Canceled) {
		s.Errorf("Replace with a cancelled context: %v, want context.Canceled", err)
	}
	s.holds(s.name, d)
}

// concurrent replaces one dataset by several others at once, and reads it
// meanwhile: it is always one of them.
func (s *suite) concurrent() {
	versions := map[string]bool{}
	for seed := range uint64(4) {
		versions[string(Encode(s, Random(seed, 30)))] = true
	}
	s.replace(s.name, Random(0, 30))
	var group sync.WaitGroup
	for seed := range uint64(4) {
		group.Go(func() {
			for range 3 {
				if _, err := s.store.Replace(s.Context(), s.name, Random(seed, 30)); err != nil {
					s.Error(err)
				}
			}
		})
		group.Go(func() {
			for range 5 {
				d, err := s.store.Load(s.Context(), s.name)
				if err != nil {
					s.Error(err)
				} else if !versions[string(Encode(s, d))] {
					s.Error("Load returned a mixture")
				}
			}
		})
	}
	group.Wait()
}
