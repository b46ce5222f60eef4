package ladder_test

import (
	"bytes"
	"strings"
	"testing"

	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/internal/samples"
	"tasuki/render/document/text"
	"tasuki/render/messages"
	"tasuki/render/report/ladder"
)

// TestLaddersSayNothingFalse holds what ladders of the examples once said and what is not so,
// in both languages; what is to be said stands beside it.
func TestLaddersSayNothingFalse(t *testing.T) {
	for _, c := range []struct {
		example, flow string
		o             escalation.EscalationOptions
		never, always func(p messages.Printer, e escalation.Escalation) string
	}{
		{
			"helpdesk", "outage", escalation.EscalationOptions{From: "F-3", Options: rules.Options{Paths: 1}},
			func(p messages.Printer, _ escalation.Escalation) string {
				return p.Say("There is no other path from {1}.", "F-3").String()
			},
			func(p messages.Printer, _ escalation.Escalation) string {
				return p.Say("There are other paths from {1}; the number of paths asked for (--paths) leaves them out.", "F-3").String()
			},
		},
		{
			"pension", "software-fault", escalation.EscalationOptions{Without: []string{"dev"}},
			func(p messages.Printer, e escalation.Escalation) string {
				return p.Say("Without {1} ({2}), the flow keeps all its tasks.", p.OrganizationList(e.Without), p.Premises(e.Rules).String()).String()
			},
			func(p messages.Printer, e escalation.Escalation) string {
				tasks := []string{"3-42", "3-43", "3-45", "3-49", "3-50", "3-51", "3-52", "3-53"}
				return p.Many(8, "If uncertain marks are read otherwise, {1} more task may be lost: {2}.", "If uncertain marks are read otherwise, {1} more tasks may be lost: {2}.", p.List(messages.Each(tasks, p.Task))).String()
			},
		},
	} {
		g := open(t, c.example)
		e, err := escalation.Escalations(g, c.flow, c.o)
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range samples.Languages() {
			var b bytes.Buffer
			p := messages.Printer{Graph: g, Language: lang}
			if err := text.WriteText(&b, ladder.EscalationsAnswered(p, []escalation.Escalation{e})); err != nil {
				t.Fatal(err)
			}
			if never := c.never(p, e); strings.Contains(b.String(), never) {
				t.Errorf("%s: it says %q", c.flow, never)
			}
			if always := c.always(p, e); !strings.Contains(b.String(), always) {
				t.Errorf("%s: it does not say %q", c.flow, always)
			}
		}
	}
	// All that needs the agency or a second task stands on the path of a virus.
	g := open(t, "pension")
	e, err := escalation.Escalations(g, "virus-detection", escalation.EscalationOptions{Options: rules.Options{Paths: 1}})
	if err != nil {
		t.Fatal(err)
	}
	tasks := strings.Join(ladder.TasksOf(e.Ladders[0].Paths[0]), " ")
	for _, id := range []string{"3-112", "3-155", "3-156"} {
		if !strings.Contains(tasks, id) {
			t.Errorf("the path of a virus is %s, without %s", tasks, id)
		}
	}
}
