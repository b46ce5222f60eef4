package render

import (
	"slices"

	"tasuki/analysis/spof"
)

// spofs lists what every way of each flow passes, flow by flow, and what holds
// all handoffs together.
func (p reporter) spofs(points spof.PointsOfFailure, drawings []Drawing) []block {
	if len(points.Flows) == 0 {
		return append(p.undeclared(p.say("Single points of failure need flows, and none is declared.")), p.structure(points.Structure)...)
	}
	blocks := []block{
		{Text: p.say("A flow has a single point of failure where every way from its start to its goal passes one task, or a task of one organization.")},
		{Table: p.spofTable(points.Flows)},
	}
	for _, s := range points.Flows {
		blocks = append(blocks, block{Group: &group{
			ID: anchor("flow", s.Flow), Title: p.flowTitle(s.Flow), Folded: true, Printed: true, Gist: p.spofGist(s),
			Blocks: slices.Concat(p.figures(drawings, FlowDrawing, s.Flow), p.spof(s), p.callNext(s.Flow)),
		}})
	}
	return append(blocks, p.structure(points.Structure)...)
}

// spofTable sets the flows side by side.
func (p reporter) spofTable(flows []spof.FlowSPOF) *table {
	t := &table{
		Caption: p.plain("Single points of failure, flow by flow"),
		Columns: []column{
			p.left("Flow"), p.right("Tasks"), p.right("Unavoidable tasks"), p.right("Independent ways"),
			p.right("Fewest organizations"), p.left("Organizations without which no way is left"),
		},
	}
	for _, s := range flows {
		ways, fewest := unknown, unknown
		if s.Cut != nil {
			ways = whole(len(s.Cut.Ways))
		}
		if c := s.OrganizationCut; c != nil {
			if fewest = whole(c.Size.Lower); !c.Size.Exact {
				fewest += "–" + whole(c.Size.Upper)
			}
		}
		var stops []string
		for _, o := range s.Organizations {
			stops = append(stops, o.Organization)
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: p.flow(s.Flow)}, text(whole(len(s.Tasks) + len(s.Ends) + len(s.OtherTasks))), text(whole(len(s.Tasks))),
			text(ways), text(fewest), p.organizationCell(stops),
		}})
	}
	return t
}

func (p reporter) spof(s spof.FlowSPOF) []block {
	blocks := []block{
		{Text: p.say("From {1} to {2}.", p.alternatives(s.Start), p.alternatives(s.Goal))},
		{Text: p.taskCut(s)},
	}
	if len(s.Tasks) > 0 {
		blocks = append(blocks, block{Table: p.unavoidable(s.Tasks)})
	}
	blocks = append(blocks, block{Text: p.organizationCut(s)})
	if len(s.Organizations) > 0 {
		blocks = append(blocks, block{Table: p.stopping(s)})
	}
	for _, g := range []*group{p.avoidable(s), p.needed(s), p.dominance(s), p.undirected(s)} {
		if len(g.Blocks) > 0 {
			blocks = append(blocks, block{Group: g})
		}
	}
	return append(blocks, p.flowHandoffs(s.Flow))
}

// spofGist says in a few words what a flow cannot do without.
func (p reporter) spofGist(s spof.FlowSPOF) phrase {
	return p.list([]phrase{
		p.many(len(s.Tasks), "{1} unavoidable task", "{1} unavoidable tasks"),
		p.many(len(s.Organizations), "{1} organization that stops it", "{1} organizations that each stop it"),
	})
}

// alternatives names tasks of which one is enough.
func (p reporter) alternatives(ids []string) phrase {
	var all phrase
	for i, id := range ids {
		if i > 0 {
			all = append(all, p.say(" or ")...)
		}
		all = append(all, p.task(id)...)
	}
	return all
}

// unavoidable lists the tasks that every way passes.
func (p reporter) unavoidable(ids []string) *table {
	t := &table{
		Caption: p.plain("Tasks that every way passes, in this order"),
		Columns: []column{p.left("Task"), p.left("Leads")},
	}
	for _, id := range ids {
		var leads []string
		if i, ok := p.g.TaskIndex(id); ok {
			for _, org := range p.g.Leads(i) {
				leads = append(leads, p.g.Organizations()[org].ID)
			}
		}
		t.Rows = append(t.Rows, row{Cells: []cell{{Text: p.task(id)}, p.organizationCell(leads)}})
	}
	return t
}

// stopping lists the organizations that a flow cannot do without.
func (p reporter) stopping(s spof.FlowSPOF) *table {
	t := &table{
		Caption: p.plain("Organizations without which no way is left ({1})", ruleOf(s.Rules.Leads, s.Rules.Support)),
		Columns: []column{p.left("Organization"), p.left("Its loss stops the flow"), p.left("Tasks lost with it")},
	}
	for _, o := range s.Organizations {
		where := p.say("between the ends")
		if o.AtEndsOnly {
			where = p.say("only where it starts or ends")
		}
		t.Rows = append(t.Rows, row{Cells: []cell{{Text: p.organization(o.Organization)}, {Text: where}, p.taskCell(o.Lost)}})
	}
	return t
}

// avoidable gives the way that is left without each other task and
// organization.
func (p reporter) avoidable(s spof.FlowSPOF) *group {
	g := &group{Title: p.say("What the flow can do without, and the way that is left"), Folded: true}
	add := func(caption, head string, name func(string) phrase, list ...spof.Avoidance) {
		t := &table{Caption: caption, Columns: []column{{Head: head}, p.wide("Way that is left")}}
		for _, a := range list {
			way := p.way(a.Way)
			if len(a.Way) == 0 {
				way = p.say("no way is left")
			}
			t.Rows = append(t.Rows, row{Cells: []cell{{Text: name(a.ID)}, {Text: way}}})
		}
		if len(list) > 0 {
			g.Blocks = append(g.Blocks, block{Table: t})
		}
	}
	add(p.plain("Organizations that the flow can do without"), p.plain("Organization"), p.organization, s.OtherOrganizations...)
	add(p.plain("Tasks that the flow can do without"), p.plain("Task"), p.task, s.OtherTasks...)
	add(p.plain("Starts and goals: a flow begins and ends there by definition"), p.plain("Task"), p.task, s.Ends...)
	return g
}

// flowHandoffs lists the handoffs of a flow with what each rests on.
func (p reporter) flowHandoffs(id string) block {
	f, _ := p.g.Flow(id)
	t := &table{
		Caption: p.plain("Handoffs of the flow"),
		Columns: []column{p.left("From"), p.left("To"), p.left("Handed over"), p.wide("Basis")},
	}
	inferred := 0
	for _, h := range f.Handoffs {
		basis := p.list(each(h.Basis.Rows, p.taskID))
		if says := h.Basis.Says.In(p.lang); says != "" {
			basis = append(append(basis, piece{Text: " "}), piece{Text: says})
		}
		if h.Basis.Inferred {
			inferred++
			basis = append(p.say("Inferred: "), basis...)
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: p.task(h.From)}, {Text: p.task(h.To)}, {Text: p.handedOver(h)}, {Text: basis},
		}})
	}
	return block{Group: &group{
		Title:  p.many(len(f.Handoffs), "Its {1} handoff and what it rests on ({2} inferred)", "Its {1} handoffs and what they rest on ({2} inferred)", inferred),
		Folded: true, Blocks: []block{{Table: t}},
	}}
}

// callNext leads to the ladder of a flow.
func (p reporter) callNext(id string) []block {
	return []block{{Link: phrase{{Text: p.plain("Whom to call next in this flow"), Href: "#" + anchor("escalation", id)}}}}
}
