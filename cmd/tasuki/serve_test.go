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
		{pension + "/matrix.tsv", "r.yaml", []string{pension + "/matrix.tsv", "r.yaml"}},
		{"-", "", nil},
		{"neo4j://127.0.0.1#pension", "", nil},
	} {
		if got := watched(c.path, c.reading); !slices.Equal(got, c.want) {
			t.Errorf("watched(%q, %q) = %q, want %q", c.path, c.reading, got, c.want)
		}
	}
}
