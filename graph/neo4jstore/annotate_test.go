package neo4jstore

import (
	"reflect"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/storetest"
)

func TestAnnotate(t *testing.T) {
	s := connect(t)
	name := newPrefix(t, s) + "a"
	d := storetest.Random(11, 20)
	if _, err := s.Replace(t.Context(), name, d); err != nil {
		t.Fatal(err)
	}
	hash, err := graph.Hash(d)
	if err != nil {
		t.Fatal(err)
	}
	a, b := d.Tasks[0].ID, d.Tasks[1].ID
	found := func() map[string]any {
		all := map[string]any{}
		for _, row := range query(t, s, `
			MATCH (n {dataset: $dataset})
			RETURN labels(n)[0] + n.id, [k IN keys(n) WHERE k STARTS WITH "tasuki_" | [k, n[k]]]`, map[string]any{"dataset": name}) {
			for _, pair := range row[1].([]any) {
				all[row[0].(string)+" "+pair.([]any)[0].(string)] = pair.([]any)[1]
			}
		}
		return all
	}
	if err := s.Annotate(t.Context(), name, hash, Figures{
		"Task":         {a: {"load": 3, "spof_of": []string{"flow"}}, b: {"load": 0.5}},
		"Organization": {d.Organizations[0].ID: {"share": 0.25}},
	}); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"Task" + a + " tasuki_load": int64(3), "Task" + a + " tasuki_spof_of": []any{"flow"}, "Task" + a + " tasuki_content": hash,
		"Task" + b + " tasuki_load": 0.5, "Task" + b + " tasuki_content": hash,
		"Organization" + d.Organizations[0].ID + " tasuki_share":   0.25,
		"Organization" + d.Organizations[0].ID + " tasuki_content": hash,
	}
	if got := found(); !reflect.DeepEqual(got, want) {
		t.Errorf("the figures are %v, want %v", got, want)
	}
	if c, err := s.Replace(t.Context(), name, d); err != nil || c != (graph.Changes{}) {
		t.Errorf("Replace after Annotate: %+v, %v, want no changes", c, err)
	}

	// Another Annotate leaves nothing of the first.
	if err := s.Annotate(t.Context(), name, hash, Figures{"Task": {b: {"depth": 1}}}); err != nil {
		t.Fatal(err)
	}
	want = map[string]any{"Task" + b + " tasuki_depth": int64(1), "Task" + b + " tasuki_content": hash}
	if got := found(); !reflect.DeepEqual(got, want) {
		t.Errorf("the figures are %v, want %v", got, want)
	}

	for says, call := range map[string]func() error{
		"has changed":    func() error { return s.Annotate(t.Context(), name, "other", Figures{"Task": {a: {"load": 1}}}) },
		"0 of 1 figures": func() error { return s.Annotate(t.Context(), name, hash, Figures{"Task": {"none": {"load": 1}}}) },
		"does not exist": func() error { return s.Annotate(t.Context(), name+"none", hash, nil) },
	} {
		if err := call(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("Annotate: %v, want an error that says %q", err, says)
		}
	}
	if got := found(); !reflect.DeepEqual(got, want) {
		t.Errorf("after refusals the figures are %v, want %v", got, want)
	}
}

// TestAnnotateAfterEdits takes figures for facts that were changed by hand.
func TestAnnotateAfterEdits(t *testing.T) {
	s := connect(t)
	name := newPrefix(t, s) + "a"
	d := storetest.Random(12, 20)
	if _, err := s.Replace(t.Context(), name, d); err != nil {
		t.Fatal(err)
	}
	query(t, s, `MATCH (n:Task {dataset: $dataset, id: $id}) SET n.name_en = "by hand"`, map[string]any{"dataset": name, "id": d.Tasks[0].ID})
	edited, err := s.Load(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	hash, err := graph.Hash(edited)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Annotate(t.Context(), name, hash, nil); err != nil {
		t.Fatal(err)
	}
	if _, stored, err := s.load(t.Context(), name, false); err != nil || !stored {
		t.Errorf("the content hash is not that of the facts (%v)", err)
	}
}
