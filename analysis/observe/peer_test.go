package observe_test

import (
	"encoding/json"
	"os"
	"testing"

	"tasuki/analysis/observe"
	"tasuki/analysis/socialnetwork"
	"tasuki/internal/graphtext"
	"tasuki/internal/logtext"
)

// TestPeer answers scripts/compare-pm4py: it reads the log in the file that
// TASUKI_PEER_LOG names, and writes footprints and measures to that of TASUKI_PEER_ANSWER.
func TestPeer(t *testing.T) {
	from, to := os.Getenv("TASUKI_PEER_LOG"), os.Getenv("TASUKI_PEER_ANSWER")
	if from == "" || to == "" {
		t.Skip("TASUKI_PEER_LOG and TASUKI_PEER_ANSWER name no files; scripts/compare-pm4py does")
	}
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	g, l := graphtext.Graph(t, "rules each none\n1: o*\n"), logtext.Read(t, string(text))
	m := logtext.Map(g, l.Names())
	observed, err := observe.Compare(g, l, m)
	if err != nil {
		t.Fatal(err)
	}
	networks := map[string]socialnetwork.Network{}
	for name, o := range map[string]socialnetwork.Options{"direct": {}, "beta": {Beta: 0.5, Depth: 1000}} {
		r, err := socialnetwork.Compute(g, l, m, o)
		if err != nil {
			t.Fatal(err)
		}
		networks[name] = r.Performers
	}
	answer, err := json.Marshal(map[string]any{"footprint": observed.Footprints.Activities, "networks": networks})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, answer, 0o600); err != nil {
		t.Fatal(err)
	}
}
