package files

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/graph/storetest"
)

// TestStore runs what every store passes where there is no server.
func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) graph.Store { return &folderStore{t.TempDir() + "/new"} }, "")
}

// folderStore keeps datasets in a folder, which the first Replace creates if it has
// to, each as one canonical JSON file. Its facts are the entries of a dataset's lists;
// what it says of itself is one more.
type folderStore struct{ folder string }

// path returns the file of a dataset. Escaping gives each name one file, in
// this folder and no other.
func (s *folderStore) path(name string) string {
	return filepath.Join(s.folder, url.PathEscape(name)+".json")
}

// Load returns the dataset called name, in canonical order.
func (s *folderStore) Load(ctx context.Context, name string) (graph.Dataset, error) {
	d, err := s.load(ctx, name)
	if err != nil {
		return graph.Dataset{}, said.Errorf("loading dataset %q: %w", name, err)
	}
	return d, nil
}

func (s *folderStore) load(ctx context.Context, name string) (graph.Dataset, error) {
	if err := ctx.Err(); err != nil {
		return graph.Dataset{}, err
	}
	p, err := loadJSON(input{path: s.path(name)})
	return p.facts.Canonical(), err
}

// Replace makes d the dataset called name: its file is replaced in one step. A
// dataset that is not valid is refused.
func (s *folderStore) Replace(ctx context.Context, name string, d graph.Dataset) (graph.Changes, error) {
	done, err := s.replace(ctx, name, d)
	if err != nil {
		return graph.Changes{}, said.Errorf("storing dataset %q: %w", name, err)
	}
	return done, nil
}

func (s *folderStore) replace(ctx context.Context, name string, d graph.Dataset) (graph.Changes, error) {
	if name == "" {
		return graph.Changes{}, said.New("a dataset in a store needs a name")
	}
	g, err := graph.New(d)
	if err != nil {
		return graph.Changes{}, err
	}
	after, err := entries(g.Dataset())
	if err != nil {
		return graph.Changes{}, err
	}
	var before map[string]string
	switch old, err := s.load(ctx, name); {
	case err == nil:
		if before, err = entries(old); err != nil {
			return graph.Changes{}, err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return graph.Changes{}, err
	}
	done := count(before, after)
	if done == (graph.Changes{}) {
		return done, nil
	}
	var b bytes.Buffer
	if err := graph.Encode(&b, g.Dataset()); err != nil {
		return graph.Changes{}, err
	}
	return done, s.write(ctx, name, b.Bytes())
}

// write replaces the file of a dataset: a file that is whole and on the disk
// takes the name of the old one.
func (s *folderStore) write(ctx context.Context, name string, data []byte) (err error) {
	if err := os.MkdirAll(s.folder, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(s.folder, ".tasuki-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close(), ctx.Err())
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), s.path(name))
}

// count compares the facts of two datasets.
func count(before, after map[string]string) graph.Changes {
	var c graph.Changes
	for key, fact := range after {
		old, there := before[key]
		switch {
		case !there:
			c.Created++
		case old != fact:
			c.Changed++
		}
	}
	for key := range before {
		if _, stays := after[key]; !stays {
			c.Deleted++
		}
	}
	return c
}

// entries returns the facts of d as JSON, by what identifies them.
func entries(d graph.Dataset) (map[string]string, error) {
	all := map[string]string{}
	var failed error
	add := func(fact any, key ...string) {
		k, err1 := json.Marshal(key)
		text, err2 := json.Marshal(fact)
		failed = errors.Join(failed, err1, err2)
		all[string(k)] = string(text)
	}
	add(graph.Dataset{Name: d.Name, Rules: d.Rules, Account: d.Account}, "dataset")
	for _, o := range d.Organizations {
		add(o, "organization", o.ID)
	}
	for kind, terms := range map[string][]graph.Term{
		"phase": d.Phases, "category": d.Categories, "environment": d.Environments, "site": d.Sites, "component": d.Components,
	} {
		for _, t := range terms {
			add(t, kind, t.ID)
		}
	}
	for _, t := range d.Tasks {
		add(t, "task", t.ID)
	}
	for _, a := range d.Assignments {
		add(a, "assignment", a.Task, a.Organization, string(a.Role))
	}
	for _, h := range d.Handoffs {
		add(h, "handoff", h.From, h.To, string(h.Kind))
	}
	for _, f := range d.Flows {
		add(f, "flow", f.ID)
	}
	for _, s := range d.Supplies {
		add(s, "supply", s.Environment, s.Site, s.Component, s.Organization)
	}
	return all, failed
}
