package drillpack

import (
	"slices"
	"strconv"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// DrillCards returns the cards of a drill in two decks, without those that are empty: what
// controllers bring in at its time, and what players hand on to each other, for when it
// does not come. On a card stands what its receiver may know, and not what is expected.
// That somebody does not answer is for controllers to play, and has no card.
func DrillCards(g *graph.Graph, plan drill.Plan, lang messages.Language) []document.Deck {
	p := drillerOf(g, plan, lang)
	decks := []document.Deck{
		{Size: p.size(), Note: p.Plain("Injects: cut apart, and hand each over, or read it out, at its time.")},
		{Size: p.size(), Note: p.Plain("Handoffs: hand one over only when it does not come from the players themselves.")},
	}
	for _, e := range plan.Events {
		switch {
		case e.Kind == drill.AbsenceEvent, e.Kind == drill.NoticeEvent:
		case e.Kind != drill.HandoffEvent:
			decks[0].Cards = append(decks[0].Cards, p.card(e))
		case !e.Unled && !slices.Equal(e.From, e.To):
			decks[1].Cards = append(decks[1].Cards, p.card(e))
		}
	}
	return slices.DeleteFunc(decks, func(d document.Deck) bool { return len(d.Cards) == 0 })
}

// card is the card of an event.
func (p driller) card(e drill.Event) document.Card {
	to := p.Plain("All")
	if len(e.To) > 0 {
		to = p.apart(e.To, p.Plain(", "))
	}
	means, text := p.eventMeans(e), p.inject(e)
	if means == "" {
		means = p.Plain("□ telephone  □ e-mail  □ chat  □ by hand")
	}
	switch e.Kind { // when it is handed over is for controllers to know
	case drill.NoWayEvent:
		text = p.halted(e)
	case drill.EndEvent:
		text = p.Plain("The exercise is over. Stop all calls, and hand in your logs.")
	}
	return document.Card{
		Title: p.Plain("Inject card No. {1}", strconv.Itoa(e.Number)),
		Fields: []document.CardField{
			{Name: p.Plain("Time"), Value: p.scenarioTime(e.Minute)}, {Name: p.Plain("To"), Value: to}, {Name: p.Plain("From"), Value: p.fromParty(e, p.Plain(", "))},
			{Name: p.Plain("Means"), Value: means},
		},
		Text:   text,
		Blanks: []string{p.Plain("Received (time, name)")},
	}
}
