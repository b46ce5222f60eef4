package section

import (
	"slices"

	"tasuki/analysis/certainty"
	"tasuki/analysis/criticality"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// instead is what is said under rules that nobody declared.
type instead = rules.Instead[document.Phrase]

// ifCells lists what is so under other rules, one by one.
func ifCells(p messages.Printer, inForce rules.Rules, list []instead) document.Cell {
	var c document.Cell
	for _, x := range list {
		c.Items = append(c.Items, p.If(inForce, x))
	}
	return c
}

// stopsOtherwise says without whom a flow has no way left under other rules.
func stopsOtherwise(p messages.Printer, s spof.FlowSPOF) []instead {
	said := func(o spof.Otherwise) document.Phrase {
		switch {
		case len(o.Organizations) > 0:
			return p.Say("no way is left without {1}", p.OrganizationList(o.Organizations))
		case o.Fewest == nil:
			return p.Say("no loss stops it")
		}
		return p.Say("it takes {1} organizations to stop it", within(p, o.Fewest))
	}
	var list []instead
	for _, o := range s.Otherwise {
		list = append(list, instead{Rules: o.Rules, Says: said(o)})
	}
	return p.Telling(s.Rules, said(s.Under(s.Rules)), list)
}

// StopsAssumed says what it assumes without whom a flow has no way left, and what
// would be so under other rules.
func StopsAssumed(p messages.Printer, s spof.FlowSPOF) document.Phrase {
	return p.Assumed(s.Rules, stopsOtherwise(p, s))
}

// scoresOtherwise says how critical an organization is under other rules.
func scoresOtherwise(p messages.Printer, c criticality.Criticality, o criticality.OrganizationCriticality) []instead {
	var list []instead
	for _, x := range c.Otherwise {
		if i := slices.IndexFunc(x.Scores, func(s criticality.OtherScore) bool { return s.Organization == o.Organization }); i >= 0 {
			list = append(list, instead{Rules: x.Rules, Says: document.Words(interval(x.Scores[i].Score))})
		}
	}
	return p.Telling(c.Rules, document.Words(interval(o.Score)), list)
}

// mostCriticalOtherwise says who may be most critical under other rules.
func mostCriticalOtherwise(p messages.Printer, c criticality.Criticality) []instead {
	said := func(first []string) document.Phrase {
		if len(first) == 0 {
			return p.Say("nobody")
		}
		return someOrganizations(p, first)
	}
	var list []instead
	for _, x := range c.Otherwise {
		list = append(list, instead{Rules: x.Rules, Says: said(x.First)})
	}
	return p.Telling(c.Rules, said(c.First), list)
}

// stopsUnder says what the answer to a question about flows is under other rules.
func stopsUnder(p messages.Printer, c certainty.Certainties, x titled) []instead {
	var list []instead
	for _, o := range x.otherwise {
		said := p.OrganizationList(o.Organizations)
		if len(o.Organizations) == 0 {
			said = p.Say("nobody")
		}
		if len(o.Moves) > 0 {
			said = p.Say("{1}, where marks are read otherwise ({2})", said, p.List(moves(p, o.Moves)))
		}
		list = append(list, instead{Rules: o.Rules, Says: said})
	}
	return p.Telling(c.Rules, nil, list)
}

// openRules says which rules nobody declared, and which conclusions that leaves as
// they are.
func openRules(p messages.Printer, c certainty.Certainties) document.Phrase {
	if len(c.Undeclared) == 0 {
		return nil
	}
	return p.Sentences(p.Open(c.Rules, c.Undeclared),
		p.Say("Lead marks, shares and the HHI are the same under each; what is lost, and what stops a flow, is not, and says beside itself what it assumes."))
}

// countedUnder says under which rules readings are counted, where others may hold.
func countedUnder(p messages.Printer, c certainty.Certainties) document.Phrase {
	if len(c.Undeclared) == 0 {
		return nil
	}
	return p.Say("Readings are counted under the rules taken.")
}

// onlyRules says of conclusions that no uncertain mark changes what rules would.
func onlyRules(p messages.Printer, c certainty.Certainties) []document.Block {
	var items []document.Phrase
	for _, x := range titledConclusions(p, c) {
		if len(x.otherwise) > 0 {
			items = append(items, p.Sentences(p.Say("{1}: {2}.", x.title, x.asRead), p.Badge(x.Certainty), p.Assumed(c.Rules, stopsUnder(p, c, x))))
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []document.Block{{Items: items}}
}
