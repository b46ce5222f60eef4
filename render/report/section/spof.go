package section

import (
	"slices"

	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/grounds"
	"tasuki/render/report/pages"
)

// Spofs lists what every way of each flow passes, flow by flow, and what holds
// all handoffs together.
func Spofs(p messages.Printer, points spof.PointsOfFailure, drawings []document.Drawing) []document.Block {
	if len(points.Flows) == 0 {
		return append(Undeclared(p, p.Say("Single points of failure need flows, and none is declared.")), structure(p, points.Structure)...)
	}
	blocks := []document.Block{
		{Text: p.Say("A flow has a single point of failure where every way from its start to its goal passes one task, or a task of one organization.")},
		{Table: spofTable(p, points.Flows)},
	}
	blocks = append(blocks, p.OpenTasks()...)
	for _, s := range points.Flows {
		blocks = append(blocks, document.Block{Group: &document.Group{
			ID: messages.AnchorOf("flow", s.Flow), Page: pages.FlowPage(s.Flow), Title: p.FlowTitle(s.Flow), Folded: true, Printed: true, Gist: spofGist(p, s),
			Blocks: slices.Concat(FlowFigures(p, drawings, document.FlowDrawing, s.Flow), spofBlocks(p, s), callNext(p, s.Flow)),
		}})
	}
	return append(blocks, structure(p, points.Structure)...)
}

// spofTable sets the flows side by side.
func spofTable(p messages.Printer, flows []spof.FlowSPOF) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Single points of failure, flow by flow"),
		Columns: []document.Column{
			p.Left("Flow"), p.Right("Tasks"), p.Right("Unavoidable tasks"),
			p.Right("Fewest organizations"), p.Wide("Organizations without which no way is left"),
		},
	}
	open := slices.ContainsFunc(flows, func(s spof.FlowSPOF) bool { return len(s.Otherwise) > 0 })
	if open {
		t.Columns = append(t.Columns, p.Wide("Under rules that nobody declared"))
	}
	var several, sole []document.Row
	for _, s := range flows {
		row := document.Row{Cells: spofCells(p, s)}
		if open {
			row.Cells = append(row.Cells, ifCells(p, s.Rules, stopsOtherwise(p, s)))
		}
		if grounds.SoleLead(p, s.Flow) != "" {
			sole = append(sole, row)
		} else {
			several = append(several, row)
		}
	}
	t.Rows = grounds.Apart(p, several, sole)
	return t
}

// spofCells gives the figures of a flow.
func spofCells(p messages.Printer, s spof.FlowSPOF) []document.Cell {
	fewest := messages.Unknown
	if c := s.OrganizationCut; c != nil {
		if fewest = messages.Whole(c.Size.Lower); !c.Size.Exact {
			fewest += "–" + messages.Whole(c.Size.Upper)
		}
	}
	var stops []string
	for _, o := range s.Organizations {
		stops = append(stops, o.Organization)
	}
	return []document.Cell{
		{Text: p.FlowName(s.Flow)}, document.Text(messages.Whole(len(s.Tasks) + len(s.Ends) + len(s.OtherTasks))), document.Text(messages.Whole(len(s.Tasks))),
		document.Text(fewest), {Text: p.OrganizationList(stops)},
	}
}

func spofBlocks(p messages.Printer, s spof.FlowSPOF) []document.Block {
	blocks := []document.Block{
		{Text: p.Sentences(p.Say("From {1} to {2}.", grounds.Alternatives(p, s.Start, p.Task), grounds.Alternatives(p, s.Goal, p.Task)), grounds.SplitNote(p, s))},
		{Text: taskCut(p, s)},
	}
	if len(s.Tasks) > 0 {
		blocks = append(blocks, document.Block{Table: unavoidable(p, s)})
	}
	blocks = append(blocks, document.Block{Text: p.Sentences(organizationCut(p, s), StopsAssumed(p, s))})
	if len(s.Organizations) > 0 {
		blocks = append(blocks, document.Block{Table: stopping(p, s)})
	}
	for _, g := range []*document.Group{grounds.Starts(p, s), avoidable(p, s), needed(p, s), dominance(p, s), undirected(p, s)} {
		if len(g.Blocks) > 0 {
			blocks = append(blocks, document.Block{Group: g})
		}
	}
	return append(blocks, flowHandoffs(p, s.Flow))
}

// spofGist says in a few words what a flow cannot do without.
func spofGist(p messages.Printer, s spof.FlowSPOF) document.Phrase {
	return p.List([]document.Phrase{
		p.Many(len(s.Tasks), "{1} unavoidable task", "{1} unavoidable tasks"),
		p.Many(len(s.Organizations), "{1} organization that stops it", "{1} organizations that each stop it"),
	})
}

// unavoidable lists the tasks that every way passes.
func unavoidable(p messages.Printer, s spof.FlowSPOF) *document.Table {
	caption := p.Plain("Tasks that every way passes, in this order")
	if s.Splits {
		caption = p.Plain("Tasks that every solution needs")
	}
	t := &document.Table{
		Caption: caption,
		Columns: []document.Column{p.Left("Task"), p.Left("Leads")},
	}
	for _, id := range s.Tasks {
		var leads []string
		if i, ok := p.Graph.TaskIndex(id); ok {
			for _, org := range p.Graph.Leads(i) {
				leads = append(leads, p.Graph.Organizations()[org].ID)
			}
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: p.Task(id)}, p.OrganizationCell(leads)}})
	}
	return t
}

// stopping lists the organizations that a flow cannot do without.
func stopping(p messages.Printer, s spof.FlowSPOF) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Organizations without which no way is left ({1})", p.Premises(s.Rules).String()),
		Columns: []document.Column{p.Left("Organization"), p.Left("Its loss stops the flow"), p.Left("Tasks lost with it")},
	}
	for _, o := range s.Organizations {
		where := p.Say("between the ends")
		if o.AtEndsOnly {
			where = p.Say("only where it starts or ends")
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: p.Organization(o.Organization)}, {Text: where}, p.TaskCell(o.Lost)}})
	}
	return t
}

// avoidable gives the way that is left without each other task and
// organization.
func avoidable(p messages.Printer, s spof.FlowSPOF) *document.Group {
	g := &document.Group{Title: p.Say("What the flow can do without, and the way that is left"), Folded: true}
	add := func(caption, head string, name func(string) document.Phrase, list ...spof.Avoidance) {
		t := &document.Table{Caption: caption, Columns: []document.Column{{Head: head}, p.Wide("Way that is left")}}
		for _, a := range list {
			way := grounds.Left(p, a.Remaining)
			if len(a.Way) == 0 {
				way = p.Say("no way is left")
			}
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: name(a.ID)}, {Text: way}}})
		}
		if len(list) > 0 {
			g.Blocks = append(g.Blocks, document.Block{Table: t})
		}
	}
	add(p.Plain("Organizations that the flow can do without"), p.Plain("Organization"), p.Organization, s.OtherOrganizations...)
	add(p.Plain("Tasks that the flow can do without"), p.Plain("Task"), p.Task, s.OtherTasks...)
	add(p.Plain("Starts and goals: a flow begins and ends there by definition"), p.Plain("Task"), p.Task, s.Ends...)
	return g
}

// flowHandoffs lists the handoffs of a flow with what each rests on.
func flowHandoffs(p messages.Printer, id string) document.Block {
	f, _ := p.Graph.Flow(id)
	t := &document.Table{
		Caption: p.Plain("Handoffs of the flow"),
		Columns: []document.Column{p.Left("From"), p.Left("To"), p.Left("Handed over"), p.Wide("Basis")},
	}
	inferred := 0
	for _, h := range f.Handoffs {
		basis := p.List(messages.Each(h.Basis.Rows, p.TaskID))
		if says := h.Basis.Says.In(p.Lang); says != "" {
			if len(basis) > 0 {
				basis = append(basis, document.Piece{Text: " "})
			}
			basis = append(basis, document.Piece{Text: says})
		}
		if h.Basis.Inferred {
			inferred++
			basis = append(p.Say("Inferred: "), basis...)
		}
		switch {
		case h.Source.Line == 0:
		case len(basis) > 0:
			basis = p.Say("{1} (stated at {2})", basis, Place(h.Source))
		default:
			basis = p.Say("Stated at {1}", Place(h.Source))
		}
		handed := HandedOver(p, h)
		if h.Branch != "" {
			handed = append(handed, document.Words(p.Plain(" (branch {1})", h.Branch))...)
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: p.Task(h.From)}, {Text: p.Task(h.To)}, {Text: handed}, {Text: basis},
		}})
	}
	return document.Block{Group: &document.Group{
		Title:  p.Many(len(f.Handoffs), "Its {1} handoff and what it rests on ({2} inferred)", "Its {1} handoffs and what they rest on ({2} inferred)", inferred),
		Folded: true, Blocks: []document.Block{{Table: t}},
	}}
}

// callNext leads to the ladder of a flow.
func callNext(p messages.Printer, id string) []document.Block {
	return []document.Block{{Link: document.Phrase{{Text: p.Plain("Whom to call next in this flow"), Href: "#" + messages.AnchorOf("escalation", id)}}}}
}

// HandedOver says what a handoff passes on, as what, and on which terms.
func HandedOver(p messages.Printer, h graph.Handoff) document.Phrase {
	said := passedOn(p, h)
	if terms := messages.Terms(h.When.In(p.Lang), h.Optional, p.Language); terms != "" {
		said = append(document.Words(terms), said...)
	}
	return said
}

func passedOn(p messages.Printer, h graph.Handoff) document.Phrase {
	kind := p.Plain(string(h.Kind))
	artifact := h.Artifact.In(p.Lang)
	switch {
	case artifact == "":
		return document.Words(kind)
	case messages.NamesKind(artifact, kind):
		return document.Words(artifact)
	}
	return p.Say("{1} ({2})", artifact, kind)
}
