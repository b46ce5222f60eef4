package fixes_test

import (
	"strings"
	"testing"

	"tasuki/analysis/fix"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/fixes"
	"tasuki/render/messages"
)

const work = `
org client client "Client"
org a "Alpha"
org b "Beta"
1 "Report" category=c: a*
2 "Repair" category=c: b*
3 "Close": a* client*
flow fault "A fault" from 1 to 2: 1 -> 2
flow late "A late fault" from 1 to 3: 1 -> 3
`

// said returns what is said of a fix.
func said(t *testing.T, lang graph.Lang, header string, percent float64, flows ...string) string {
	t.Helper()
	g := graphtext.Graph(t, header+work)
	target := fix.Target{Flows: flows}
	if percent > 0 {
		target.AtMost = &percent
	}
	f, err := fix.Of(g, rules.Options{}, target)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := fixes.Text(&b, g, f, "COMMAND", messages.In(lang)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestWhatIsSaid holds the parts of the answer in each case.
func TestWhatIsSaid(t *testing.T) {
	for _, c := range []struct {
		name, header string
		percent      float64
		flows        []string
		says         []string
		never        []string
	}{
		{"exact", "rules any fallback", 0, []string{"fault"}, []string{
			"It takes 2 more marks, and no fewer, so that no single organization stops A fault.", "supporters are proposed",
			"1 Report: Beta (b) as a supporter", "stopped through it today, and without this mark still: A fault (by a)",
			"candidate 1: Beta (b) – 1 task of its category", "candidate 2: Client (client) – 1 task of its flows, 1 task next to it, is the client", "With these marks no single organization stops the flow.", "COMMAND",
		}, []string{"What no mark changes"}},
		{"hopeless", "rules each fallback", 0, []string{"fault", "late"}, []string{
			"no single organization stops any of 2 flows", "Marks to add",
		}, nil},
		{"rules", "rules each none", 0, []string{"fault"}, []string{
			"No mark leads to the target that no single organization stops A fault.", "neither a supporter nor a second lead", "A fault (fault): stopped by a, b",
			"if one of several leads suffices: 2 marks do; --leads any shows them", "if a supporter stands in: 2 marks do; --support fallback shows them",
		}, []string{"COMMAND", "Marks to add", "Checked"}},
		{"assumed", "", 0, []string{"fault"}, []string{"Nobody declared whether one of several leads suffices"}, nil},
		{"share", "rules each none", 40, nil, []string{"so that nobody leads more than 40.0 % of the led tasks.", "for the share", "A second lead takes a part of a task", "The largest share is", "of an organization and a flow that it stops come"}, nil},
		{"impossible", "rules each none", 30, nil, []string{"cannot be reached: 3 organizations lead all of these tasks"}, []string{"COMMAND"}},
		{"already", "rules each none", 60, nil, []string{"It is so already that nobody leads more than 60.0 % of the led tasks: no mark is needed."}, []string{"COMMAND"}},
		{"both", "rules any fallback", 50, []string{"fault"}, []string{"no single organization stops A fault and nobody leads more than 50.0 % of the led tasks"}, nil},
	} {
		text := said(t, graph.English, c.header, c.percent, c.flows...)
		for _, want := range c.says {
			if !strings.Contains(text, want) {
				t.Errorf("%s: does not say %q:\n%s", c.name, want, text)
			}
		}
		for _, no := range c.never {
			if strings.Contains(text, no) {
				t.Errorf("%s: says %q:\n%s", c.name, no, text)
			}
		}
		ja := said(t, graph.Japanese, c.header, c.percent, c.flows...)
		for _, english := range []string{"mark", "task", "stop"} {
			if strings.Contains(ja, english) {
				t.Errorf("%s: Japanese says %q:\n%s", c.name, english, ja)
			}
		}
	}
}
