package report

import (
	"bytes"
	"strings"
	"testing"

	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/internal/golden"
	"tasuki/internal/graphtext"
	"tasuki/internal/samples"
	"tasuki/render/drawings"
	"tasuki/render/encode"
	"tasuki/render/messages"
)

// call declares contacts and times, and leaves out some of each.
const call = `
rules each none
org user client "Users"
org desk vendor contacts=Clerk/5,Chief escalates=hw "Desk"
org hw vendor contacts=Line/20,/10,Head escalates=desk "Hardware"
org sw vendor escalates=net "Software"
org net vendor contacts=/5 escalates=sw "Network"
org out vendor contacts=Nobody "Out"
1 "Report": user*
2 "Triage": desk*
3 "Repair": hw* sw*
4 "Wait":
5 "Test": sw*
6 "Confirm": user*
7 "Check": out*
flow fault objective=60 "Fault" from 1 to 6: 1 -report:10-> 2 "slip", 2 -request:20-> 3, 3 -> 6, 2 -request:5-> 4, 4 -> 5, 5 -report:1-> 6, 1 -> 7 -> 6
`

// TestDryRuns shows paths by the clock with every kind of event and of gap.
func TestDryRuns(t *testing.T) {
	g := graphtext.Graph(t, call)
	for _, x := range []struct {
		name    string
		options escalation.EscalationOptions
	}{
		{"all", escalation.EscalationOptions{To: "3"}},
		{"long", escalation.EscalationOptions{From: "desk", Without: []string{"hw", "out"}}},
		{"longer", escalation.EscalationOptions{Without: []string{"out"}}},
		{"blocked", escalation.EscalationOptions{Without: []string{"hw", "sw", "out"}}},
		{"nowhere", escalation.EscalationOptions{From: "6", To: "1"}},
	} {
		list, err := escalation.AllEscalations(g, x.options)
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range samples.Languages() {
			var b bytes.Buffer
			if err := EscalationText(&b, g, list, lang); err != nil {
				t.Fatal(err)
			}
			golden.Check(t, "text/dryrun-"+x.name+"-"+string(lang.Lang)+".txt", b.Bytes())
		}
	}
}

// TestLadderShowsWhomToCall looks for contacts, waits and minutes in the
// drawing.
func TestLadderShowsWhomToCall(t *testing.T) {
	g := graphtext.Graph(t, call)
	e, err := escalation.Escalations(g, "fault", escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for lang, words := range map[messages.Language][]string{
		messages.In(graph.English):  {"Nobody", "objective 60 min", "at least 0 min", "Clerk (5 min)", "slip, 10 min"},
		messages.In(graph.Japanese): {"連絡先", "目標 60分"},
	} {
		dot := strings.NewReplacer(`\l`, " ", `\n`, " ").Replace(encode.DOT(drawings.Ladder(g, e, lang)))
		for _, w := range words {
			if !strings.Contains(dot, w) {
				t.Errorf("the ladder in %s does not say %q", lang.Lang, w)
			}
		}
	}
}
