package section

import (
	"slices"

	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// mostLost says with whom most tasks are lost and, of rules that nobody declared,
// what that assumes; nothing when all rules that decide it are declared.
func mostLost(p messages.Printer, losses []loss.Loss, inForce *loss.Loss) []document.Block {
	if !slices.ContainsFunc(losses, func(l loss.Loss) bool { return l.Undeclared }) {
		return nil
	}
	said := func(l *loss.Loss) document.Phrase {
		most, who := 0, []string(nil)
		for _, o := range l.Organizations {
			if n := len(o.Lost); n > most {
				most, who = n, nil
			}
			if len(o.Lost) == most && most > 0 {
				who = append(who, o.Organization)
			}
		}
		if most == 0 {
			return p.Say("no task")
		}
		return p.Many(most, "{1} task, with {2}", "{1} tasks, with {2}", someOrganizations(p, who))
	}
	var list []instead
	for i, l := range losses {
		if l.Undeclared {
			list = append(list, instead{Rules: l.Rules, Says: said(&losses[i])})
		}
	}
	now := said(inForce)
	return []document.Block{{Text: p.Sentences(p.Say("The most that one loss costs is {1}.", now), p.Assumed(inForce.Rules, p.Telling(inForce.Rules, now, list)))}}
}

// lossRules says which rules are in force, or taken since nobody declared any. One that
// decides nothing here is left out, since losses do not tell whether anybody stated it.
func lossRules(p messages.Printer, losses []loss.Loss, inForce *loss.Loss) document.Phrase {
	r := rules.RulesInForce{Rules: inForce.Rules}
	for _, l := range losses {
		if l.Undeclared {
			r.LeadsAssumed = r.LeadsAssumed || l.Rules.Leads != r.Leads
			r.SupportAssumed = r.SupportAssumed || l.Rules.Support != r.Support
		}
	}
	leads, support := rules.Decide(p.Graph)
	return p.RulesThatDecide(r, leads, support)
}

// lossOtherwise says what the loss of an organization does under other rules.
func lossOtherwise(p messages.Printer, losses []loss.Loss, inForce *loss.Loss, at int) []instead {
	said := func(o loss.OrganizationLoss) document.Phrase {
		tasks := p.Many(len(o.Lost), "{1} task lost", "{1} tasks lost")
		if len(p.Graph.Flows()) == 0 {
			return tasks
		}
		return p.List([]document.Phrase{tasks, p.Many(len(o.Broken), "{1} flow broken", "{1} flows broken")})
	}
	var list []instead
	for _, l := range losses {
		if l.Undeclared {
			list = append(list, instead{Rules: l.Rules, Says: said(l.Organizations[at])})
		}
	}
	return p.Telling(inForce.Rules, said(inForce.Organizations[at]), list)
}

// lossesOtherwise says it of every organization whose loss other rules change,
// unless the other reading of joint leads, which stands beside it, is all there is.
func lossesOtherwise(p messages.Printer, losses []loss.Loss, inForce, other *loss.Loss) []document.Block {
	if !slices.ContainsFunc(losses, func(l loss.Loss) bool { return l.Undeclared && l.Rules != other.Rules }) {
		return nil
	}
	t := &document.Table{
		Caption: p.Plain("What the loss of each organization does under rules that nobody declared"),
		Columns: []document.Column{p.Left("Organization"), p.Wide("What it would do")},
	}
	for i, o := range inForce.Organizations {
		if list := lossOtherwise(p, losses, inForce, i); len(list) > 0 {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: p.Organization(o.Organization)}, ifCells(p, inForce.Rules, list)}})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []document.Block{{Table: t}}
}

// setsOtherwise appends to a conclusion about several organizations what it is
// under other rules: of brief, where that is another.
func setsOtherwise(p messages.Printer, s loss.LossSets, said document.Phrase, brief func(loss.LossSet) document.Phrase) document.Phrase {
	var list []instead
	for _, l := range s.Readings {
		if l.Undeclared {
			list = append(list, instead{Rules: l.Rules, Says: brief(l)})
		}
	}
	return p.Sentences(said, p.Assumed(s.Readings[0].Rules, p.Telling(s.Readings[0].Rules, brief(s.Readings[0]), list)))
}

// brief names the smallest sets and their size.
func brief(p messages.Printer, c loss.CriticalSets) document.Phrase {
	if c.Size == nil {
		return p.Say("no loss does")
	}
	return p.Say("{1} ({2})||how many organizations, and which", within(p, c.Size), smallest(p, c))
}

// briefRobust names what can be missing, and how many.
func briefRobust(p messages.Printer, r loss.RobustSet) document.Phrase {
	if r.Size.Exact && r.Size.Lower == 0 {
		return p.Say("nobody")
	}
	return p.Say("{1} ({2})||how many organizations, and which", within(p, &r.Size), setList(p, r.Sets, r.Count, r.Complete))
}

// briefFactor names who loses more than half of the tasks, and how many they are.
func briefFactor(p messages.Printer, t loss.TruckFactor) document.Phrase {
	if t.Size == nil {
		return p.Say("no loss does")
	}
	return p.Say("{1} ({2})||how many organizations, and which", within(p, t.Size), setPhrase(p, t.Organizations))
}
