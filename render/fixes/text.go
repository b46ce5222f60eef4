package fixes

import (
	"io"
	"strings"

	"tasuki/analysis/fix"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/render/consequences"
	"tasuki/render/document"
	"tasuki/render/document/text"
	"tasuki/render/messages"
)

// Text writes a fix as text for a terminal. The command, where there is one, is what shows what follows
// from its marks; it is not shown where there are none. Errors are those of w.
func Text(w io.Writer, g *graph.Graph, f fix.Fix, command string, lang messages.Language) error {
	return text.WriteText(w, Blocks(messages.Printer{Graph: g, Language: lang}, f, command))
}

// shown is how many marks, and how many flows, are listed.
const shown = 20

// Blocks returns a fix in words: the answer, the rules by which it is so, what no mark
// changes, the marks, and the check of them.
func Blocks(p messages.Printer, f fix.Fix, command string) []document.Block {
	blocks := []document.Block{{Text: p.Sentences(answer(p, f), apart(p, f))}, {Text: inForce(p, f)}}
	add := func(head document.Phrase, items []document.Phrase) {
		if len(items) > 0 {
			blocks = append(blocks, document.Block{Head: head}, document.Block{Items: cut(p, items)})
		}
	}
	add(p.Say("What no mark changes"), hopeless(p, f))
	add(p.Say("Under other rules"), otherwise(p, f))
	blocks = append(blocks, marks(p, f)...)
	if !f.Reached || len(f.Marks) == 0 && len(f.Hopeless) > 0 {
		return blocks
	}
	if len(f.Marks) > 0 {
		blocks = append(blocks, document.Block{Head: p.Say("Checked by a second analysis")}, document.Block{Text: checked(p, f)},
			document.Block{Table: consequences.Figures(p, p.Plain("Figures before and after"), [2]document.Column{p.Left("Before"), p.Left("After")}, figures(f))})
	}
	if items := rests(p, f); len(items) > 0 {
		blocks = append(blocks, document.Block{Text: p.Say("What this rests on:")}, document.Block{Items: items})
	}
	if len(f.Marks) > 0 && command != "" {
		blocks = append(blocks, document.Block{Text: p.Say("This shows what follows:")}, document.Block{Code: command})
	}
	return blocks
}

// cut leaves out items beyond the first.
func cut(p messages.Printer, items []document.Phrase) []document.Phrase {
	if more := len(items) - shown; more > 0 {
		items = append(items[:shown:shown], p.Say("and {1} more (--output json lists all)", more))
	}
	return items
}

// target says what is to be reached, as a clause.
func target(p messages.Printer, f fix.Fix) document.Phrase {
	var flows document.Phrase
	switch n := len(f.Target.Flows); {
	case n == 1:
		flows = p.Say("no single organization stops {1}", p.FlowName(f.Target.Flows[0]))
	case n > 1:
		flows = p.Say("no single organization stops any of {1} flows", n)
	}
	if f.Target.AtMost == nil {
		return flows
	}
	share := p.Say("nobody leads more than {1} of the led tasks", messages.Percentage(*f.Target.AtMost))
	if flows == nil {
		return share
	}
	return p.Say("{1} and {2}||two targets", flows, share)
}

// answer says in one sentence how many marks it takes.
func answer(p messages.Printer, f fix.Fix) document.Phrase {
	said := target(p, f)
	switch {
	case f.Share != nil && !f.Share.Possible:
		return p.Say("That {1} cannot be reached: {2} organizations lead all of these tasks among them, and share them equally at best.", said, len(p.Graph.Organizations()))
	case f.None, f.Reached && f.Size.Upper == 0 && len(f.Hopeless) > 0:
		return p.Say("No mark leads to the target that {1}.", said)
	case !f.Reached:
		return p.Many(f.Least, "No marks were found so that {2}; fewer than {1} does not do.", "No marks were found so that {2}; fewer than {1} do not do.", said)
	case f.Size.Upper == 0:
		return p.Say("It is so already that {1}: no mark is needed.", said)
	case f.Size.Exact:
		return p.Many(f.Size.Upper, "It takes {1} more mark so that {2}.", "It takes {1} more marks, and no fewer, so that {2}.", said)
	}
	return p.Say("{1} more marks do, so that {3}; at least {2} are needed. The search ended after {4} steps.", f.Size.Upper, f.Size.Lower, said, f.Steps)
}

// apart says how much of the target no mark reaches, and what the flows have that nobody leads.
func apart(p messages.Printer, f fix.Fix) document.Phrase {
	var said document.Phrase
	if f.Loose {
		said = p.Say("Some of the marks may not be needed: leaving them out one by one would take too long.")
	}
	if n := flowsOf(f.Hopeless); n > 0 && f.Reached && f.Size.Upper > 0 {
		said = p.Sentences(said, p.Many(n, "{1} flow stays apart, in part or wholly: no mark changes what is listed below.", "{1} flows stay apart, in part or wholly: no mark changes what is listed below."))
	}
	return said
}

// flowsOf counts the flows of which something cannot be changed.
func flowsOf(list []fix.Hopeless) int {
	seen := map[string]bool{}
	for _, h := range list {
		seen[h.Flow] = true
	}
	return len(seen)
}

// inForce says by which rules all is judged, and which marks can help under them.
func inForce(p messages.Printer, f fix.Fix) document.Phrase {
	said := p.RulesInForce(f.Rules)
	if len(f.Target.Flows) > 0 {
		said = p.Sentences(said, helps(p, f))
	}
	if f.Share != nil && f.Rules.Leads == graph.EachLead {
		said = p.Sentences(said, p.Say("A second lead takes a part of a task, and of the share; it does not replace the first."))
	}
	return p.Sentences(said, consequences.AsRead(p))
}

// helps says which marks keep a task whoever is missing.
func helps(p messages.Printer, f fix.Fix) document.Phrase {
	if len(f.Helps) == 0 {
		return p.Say("Under these rules neither a supporter nor a second lead keeps a flow from being stopped.")
	}
	if len(f.Helps) == 2 {
		return p.Say("One supporter more, or a second lead, keeps a task whoever is missing; supporters are proposed.")
	}
	if f.Helps[0] == graph.Lead {
		return p.Say("A second lead keeps a task whoever is missing; a supporter does not.")
	}
	return p.Say("One supporter more keeps a task whoever is missing; a second lead does not.")
}

// hopeless says what stops flows whatever marks are added, organizations of one flow and
// reason together.
func hopeless(p messages.Printer, f fix.Fix) []document.Phrase {
	var items []document.Phrase
	for i := 0; i < len(f.Hopeless); {
		h, orgs, tasks := f.Hopeless[i], []string{}, []string{}
		for ; i < len(f.Hopeless) && f.Hopeless[i].Flow == h.Flow && f.Hopeless[i].Reason == h.Reason; i++ {
			orgs = append(orgs, f.Hopeless[i].Organization)
			tasks = append(tasks, f.Hopeless[i].Tasks...)
		}
		switch h.Reason {
		case fix.NotWorking:
			items = append(items, p.Say("{1}: nothing is left of it even with everybody present", p.Flow(h.Flow)))
		case fix.ByRules:
			items = append(items, p.Say("{1}: stopped by {2}", p.Flow(h.Flow), idList(p, orgs)))
		case fix.NobodyElse:
			items = append(items, p.Say("{1}: stopped by {2}, since all others lead or support {3} already", p.Flow(h.Flow), idList(p, orgs), taskList(p, tasks)))
		}
	}
	return items
}

// otherwise says what it takes under other rules.
func otherwise(p messages.Printer, f fix.Fix) []document.Phrase {
	var items []document.Phrase
	for _, u := range f.Otherwise {
		takes := p.Say("the target is not reached")
		switch {
		case u.Holds && len(f.Marks) > 0:
			takes = p.Say("the marks below reach the target, too")
		case u.Size == nil:
		case u.Stopped > 0 && u.Size.Upper == 0:
			takes = p.Say("no mark helps either")
		case u.Size.Exact:
			takes = p.Many(u.Size.Upper, "{1} mark does", "{1} marks do")
		default:
			takes = p.Say("{1} marks do, and at least {2} are needed", u.Size.Upper, u.Size.Lower)
		}
		if u.Size != nil && u.Stopped > 0 && u.Size.Upper > 0 && !u.Holds {
			takes = p.Many(u.Stopped, "{2}, but for {1} pair of a flow and who stops it", "{2}, but for {1} pairs of a flow and who stops it", takes)
		}
		if u.Size != nil && u.Size.Upper > 0 && !u.Holds {
			takes = p.Say("{1}; {2} shows them", takes, document.Phrase{{Text: flags(f.Rules.Rules, u.Rules), Style: document.CodeStyle}})
		}
		items = append(items, p.If(f.Rules.Rules, rules.Instead[document.Phrase]{Rules: u.Rules, Says: takes}))
	}
	return items
}

// flags returns the flags that ask for other rules.
func flags(now, other rules.Rules) string {
	var list []string
	if other.Leads != now.Leads {
		list = append(list, "--leads "+string(other.Leads))
	}
	if other.Support != now.Support {
		list = append(list, "--support "+string(other.Support))
	}
	return strings.Join(list, " ")
}

// idList lists organizations by ID.
func idList(p messages.Printer, list []string) document.Phrase {
	return p.List(messages.Each(list, func(id string) document.Phrase { return document.Phrase{{Text: id, Style: document.IDStyle}} }))
}

// taskList lists tasks, each once.
func taskList(p messages.Printer, ids []string) document.Phrase {
	var once []string
	for _, id := range ids {
		if !strings.Contains("\x00"+strings.Join(once, "\x00")+"\x00", "\x00"+id+"\x00") {
			once = append(once, id)
		}
	}
	return p.List(messages.Each(once, p.Task))
}
