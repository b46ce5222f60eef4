package drillpack

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/messages"
)

// TestCardsSayWhatReceiversMayKnow reads the cards of random drills: one for every event
// but absences and work that changes no hands, in their order; none names who is out, what
// is expected, or what an event is called.
func TestCardsSayWhatReceiversMayKnow(t *testing.T) {
	eachDrill(t, func(g *graph.Graph, plan drill.Plan, lang messages.Language) {
		p, cards := drillerOf(g, plan, lang), map[string]string{}
		for _, deck := range DrillCards(g, plan, lang) {
			for _, c := range deck.Cards {
				if _, twice := cards[c.Title]; twice {
					t.Errorf("there are two of %q", c.Title)
				}
				cards[c.Title] = strings.Join([]string{c.Title, fmt.Sprint(c.Fields), c.Text, fmt.Sprint(c.Blanks)}, "\n")
			}
		}
		for _, e := range plan.Events {
			title := lang.Plain("Inject card No. {1}", fmt.Sprint(e.Number))
			text, dealt := cards[title]
			stays := e.Kind == drill.HandoffEvent && (e.Unled || fmt.Sprint(e.From) == fmt.Sprint(e.To))
			if dealt == (e.Kind == drill.AbsenceEvent || e.Kind == drill.NoticeEvent || stays) {
				t.Errorf("the %s event %d has a card: %v", e.Kind, e.Number, dealt)
			}
			if !dealt {
				continue
			}
			for _, id := range plan.Absent {
				if strings.Contains(text, p.names([]string{id})) {
					t.Errorf("%s names %s, which is out:\n%s", title, id, text)
				}
			}
			for _, secret := range []string{p.expected(e), p.event(e)} {
				if secret != "" && strings.Contains(strings.ReplaceAll(text, p.inject(e), ""), secret) || secret != "" && secret != p.event(e) && strings.Contains(text, secret) {
					t.Errorf("%s tells %q", title, secret)
				}
			}
			said := p.inject(e)
			if e.Kind == drill.NoWayEvent {
				said = p.halted(e)
				if strings.Contains(text, p.inject(e)) {
					t.Errorf("%s tells controllers' condition:\n%s", title, text)
				}
			}
			if !strings.Contains(text, said) {
				t.Errorf("%s lacks its text:\n%s", title, text)
			}
		}
	})
}

// TestPlayersAreThoseWhoArePresent compares who gets a file with the marks.
func TestPlayersAreThoseWhoArePresent(t *testing.T) {
	eachDrill(t, func(g *graph.Graph, plan drill.Plan, lang messages.Language) {
		players := map[string]bool{}
		for _, id := range Players(g, plan) {
			players[id] = true
		}
		flow, _ := g.Flow(plan.Flow)
		want := map[string]bool{}
		for _, task := range graph.FlowTasks(flow) {
			for _, a := range g.Dataset().Assignments {
				if a.Task == task && (a.Role == graph.Lead || a.Role == graph.Support) {
					want[a.Organization] = true
				}
			}
		}
		for _, id := range plan.Escalation.Without {
			delete(want, id)
		}
		if fmt.Sprint(players) != fmt.Sprint(want) {
			t.Errorf("%v play, want %v", players, want)
		}
	})
}
