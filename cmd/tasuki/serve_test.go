package main

import (
	"slices"
	"testing"
)

// TestWatched holds that what a dataset is read from is what is looked at for changes.
func TestWatched(t *testing.T) {
	for _, c := range []struct {
		path, reading string
		want          []string
	}{
		{pension, "", []string{pension}},
		{pension + "/matrix.tsv", "", []string{pension + "/matrix.tsv", pension + "/matrix.reading.yaml", pension + "/matrix.reading.yml", pension + "/reading.yaml", pension + "/reading.yml"}},
		{pension + "/matrix.tsv", "r.yaml", []string{"r.yaml", pension + "/matrix.tsv"}},
		{"-", "", nil},
		{"neo4j://127.0.0.1#pension", "", nil},
	} {
		f := serveFlags{}
		f.dataset.Reading = c.reading
		if got := f.watched(c.path); !slices.Equal(got, c.want) {
			t.Errorf("watched(%q, %q) = %q, want %q", c.path, c.reading, got, c.want)
		}
	}
}
