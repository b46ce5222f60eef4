package drawings

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/diagram"
	"tasuki/render/messages/catalogue"
)

// TestLadderOfBranches places what is done at the same time side by side, and joins it.
func TestLadderOfBranches(t *testing.T) {
	g := graphtext.Graph(t, `
		rules each none
		1: a*
		2: b*
		3: c*
		4: a*
		5: d*
		6: e*?f
		7: a*
		flow f from 1 to 4: 1 -@x-> 2 -> 4, 1 -@y-> 3 -> 5 -> 4, 1 -report@z?-> 7, 1 -@x-> 6 -> 4
	`)
	e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	d := Ladder(g, e, catalogue.In(graph.English))
	var got []string
	for _, n := range d.Nodes {
		if strings.HasPrefix(n.ID, "ladder 1 path 1 ") {
			got = append(got, fmt.Sprintf("%s at %d,%d", n.Head, n.Lane, n.Row))
		}
	}
	if want := []string{"1. a at 0,1", "2. b at 0,2", "3. c at 1,2", "4. d at 1,3", "5. a at 0,4", "6. a at 2,2"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	gates := 0
	for _, n := range diagram.Gated(d).Nodes {
		if n.Class == diagram.AllGate && strings.HasPrefix(n.ID, "ladder 1 path 1 ") {
			gates++
		}
	}
	if gates != 2 {
		t.Errorf("%d gates where branches part and meet, want 2", gates)
	}
	if text := fmt.Sprint(d.Nodes); !strings.Contains(text, "Alternate 1, without b") || !strings.Contains(text, "6 ? (or f)") {
		t.Errorf("it does not say whom the alternate does without, or who may lead 6: %s", text)
	}
}

// The notes of a ladder speak of alternates, and of their sign, where they are drawn.
func TestLadderNotesSpeakOfWhatIsDrawn(t *testing.T) {
	for flow, want := range map[string][3]bool{
		"1 -@x-> 2 -> 4, 1 -@y-> 3 -> 4": {false, false, true},
		"1 -> 2 -> 4, 1 -> 3 -> 4":       {true, true, false},
		"1 -> 2 -> 3 -> 4":               {false, false, false},
	} {
		g := graphtext.Graph(t, "1: a*\n2: b*\n3: c*\n4: a*\nflow f from 1 to 4: "+flow)
		e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{})
		if err != nil {
			t.Fatal(err)
		}
		notes := strings.Join(Ladder(g, e, catalogue.In(graph.English)).Notes, " ")
		got := [3]bool{strings.Contains(notes, "Paths are ordered"), strings.Contains(notes, "A plus sign"), strings.Contains(notes, "side by side")}
		if got != want {
			t.Errorf("%s: order, plus sign, side by side: %v, want %v: %s", flow, got, want, notes)
		}
	}
}
