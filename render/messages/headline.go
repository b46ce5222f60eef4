package messages

import (
	"slices"
	"strings"

	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/render/document"
)

// Reason says in one line how sure a headline is, and why.
func (p Printer) Reason(h findings.Headline) document.Phrase {
	badge := p.Badge(h.Certainty)
	if len(h.Why) == 0 {
		return badge
	}
	return p.Say("{1}: {2}.||how sure, and why", badge, p.Statement(h.Why))
}

// headline returns what a clause of a headline says: in plain words, with names alone, in
// no more than 25 words or, in Japanese, 80 characters whatever the names are.
func (p Printer) headline(c findings.Clause) string {
	switch c.Code {
	case findings.LeadsMost:
		return p.Plain("{1} leads {2} of {3} tasks ({4})", p.short(c.Args[0]), c.Args[1], c.Args[2], p.argument(c.Args[3]))
	case findings.TiedLead:
		return p.Plain("{1} organizations lead most, {2} of {3} tasks each: a tie, so none is a bottleneck", c.Args...)
	case findings.DropsOut, findings.DropsOutAtEnds:
		return p.dropsOut(c)
	case findings.TiedStops:
		return p.Plain("Any one of {1} organizations stops {2} of {3} flows when it drops out", c.Args...)
	case findings.TiedStopsAtEnds:
		return p.Plain("Any one of {1} organizations stops {2} of {3} flows when it drops out, but only at their start or goal", c.Args...)
	case findings.NobodyLeads:
		return p.Plain("Nobody leads {1} of {2} tasks", c.Args...)
	case findings.FlowsUnknown:
		return p.Plain("No flow is declared, so it is not known what stops when a party drops out")
	case findings.StopsNone:
		return p.Count(c.Args[0].(int), "The only flow goes on whichever organization drops out", "All {1} flows go on whichever organization drops out")
	case findings.TakeOver, findings.TakeOverAny:
		return p.takeOver(c)
	}
	return p.whyHeadline(c)
}

// dropsOut says which flows stop when an organization drops out.
func (p Printer) dropsOut(c findings.Clause) string {
	stopped, all := c.Args[1].(int), c.Args[2].(int)
	_, again := c.Args[0].(findings.Again)
	who := p.Plain("it||who drops out")
	if !again {
		who = p.short(c.Args[0])
	}
	text := p.Plain("If {1} drops out, {2} of {3} flows stop", who, stopped, all)
	if stopped == all {
		text = p.Count(all, "If {2} drops out, the only flow stops", "If {2} drops out, all {1} flows stop", who)
	}
	if c.Code == findings.DropsOutAtEnds {
		return p.Plain("{1}, only at their start or goal", text)
	}
	return text
}

// takeOver says how much of the work of an organization others are ready to take over.
func (p Printer) takeOver(c findings.Clause) string {
	ready, led := c.Args[1].(int), c.Args[2].(int)
	switch _, again := c.Args[0].(findings.Again); {
	case c.Code == findings.TakeOverAny && ready == 0:
		return p.Plain("No other party is ready to take over any task whose lead drops out")
	case c.Code == findings.TakeOverAny:
		return p.Plain("Whoever drops out, another party is ready to take over {1} of {2} led tasks", ready, led)
	case again && ready == 0:
		return p.Plain("No other party is ready to take over")
	case ready == 0:
		return p.Plain("No other party is ready to take over from {1}", p.short(c.Args[0]))
	case again:
		return p.Plain("Others are ready to take over {1} of its {2} tasks", ready, led)
	}
	return p.Plain("Others are ready to take over {1} of the {2} tasks of {3}", ready, led, p.short(c.Args[0]))
}

// whyHeadline says what a headline rests on; nothing of another code.
func (p Printer) whyHeadline(c findings.Clause) string {
	switch c.Code {
	case findings.TiedAre:
		var names []string
		for _, id := range c.Args[0].([]string) {
			names = append(names, p.short(rules.Subject{Kind: rules.AboutOrganization, ID: id}))
		}
		return p.few(names)
	case findings.TasksByReading:
		return p.Plain("{1} to {2} tasks, by reading", c.Args...)
	case findings.StopsInside:
		return p.Plain("{1} of the {2} stop even if only work between start and goal is lost", c.Args...)
	case findings.OtherUnder:
		return p.Plain("a rule that nobody declared would change it")
	case findings.ReadyInstead:
		return p.Count(c.Args[0].(int), "{1} task||counted", "{1} tasks||counted")
	case findings.HelpedBy:
		r := rules.Rules{Leads: graph.LeadRule(c.Args[1].(string)), Support: graph.SupportRule(c.Args[2].(string))}
		return p.Plain("others lead or support {1} of them too, but the rules are that {2} and that {3}", c.Args[0], p.premise(leadPremise(r)).String(), p.premise(supportPremise(r)).String())
	}
	return ""
}

// What a name may take of a sentence that is to stay short.
const (
	longestName  = 8  // words
	longestSigns = 80 // characters, or a quarter where words have no spaces between them
)

// short returns the name of an organization for a short sentence: without its ID, unless
// another has the same name, and cut when it is long.
func (p Printer) short(about any) string {
	id := about.(rules.Subject).ID
	i, ok := p.Graph.OrganizationIndex(id)
	if !ok {
		return p.cut(id, longestName)
	}
	name := p.cut(p.Graph.Organizations()[i].Name.In(p.Lang), longestName)
	if name == "" {
		return p.cut(id, longestName)
	}
	for j, o := range p.Graph.Organizations() {
		if j != i && p.cut(o.Name.In(p.Lang), longestName) == name {
			return p.cut(name, longestName-2) + p.Plain(" ({1})||ID", p.cut(id, 3))
		}
	}
	return name
}

// Party names an organization in a short sentence, and links to it.
func (p Printer) Party(id string) document.Phrase {
	return document.Phrase{{Text: p.short(rules.Subject{Kind: rules.AboutOrganization, ID: id}), Href: "#" + p.OrganizationAnchor(id)}}
}

// ShortTask names a task as [Printer.Task] does, what is long in it cut.
func (p Printer) ShortTask(id string) document.Phrase {
	said := p.Task(id)
	said[0].Text = p.cut(said[0].Text, longestName/2)
	for i := range said[1:] {
		said[i+1].Text = " " + p.cut(strings.TrimSpace(said[i+1].Text), longestName)
	}
	return said
}

// cut shortens a name to a number of words, and shows that it did.
func (p Printer) cut(name string, words int) string {
	signs, list := []rune(name), strings.Fields(name)
	most := longestSigns * words / longestName
	if p.Lang == graph.Japanese {
		most /= 2
	}
	if slices.ContainsFunc(signs, func(r rune) bool { return r > 0x2E7F }) {
		most = longestSigns / 4 * words / longestName
	}
	switch {
	case len(list) > words && strings.IndexAny(name, "(（") > 0:
		return p.cut(strings.TrimSpace(name[:strings.IndexAny(name, "(（")]), words) + " …"
	case len(list) > words:
		return p.cut(strings.Join(list[:words-1], " "), words) + " …"
	case len(signs) > most:
		return string(signs[:most-1]) + "…"
	}
	return name
}
