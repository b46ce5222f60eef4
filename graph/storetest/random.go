package storetest

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"tasuki/graph"
	"tasuki/graph/said"
)

// Random returns a valid dataset of about size tasks that uses every field, in
// no particular order: the same for the same seed.
func Random(seed uint64, size int) graph.Dataset {
	r := random{rand.New(rand.NewPCG(seed, 3))}
	d := graph.Dataset{
		Name:          r.name(),
		Rules:         graph.Rules{Leads: pick(r, "", graph.AnyLead, graph.EachLead), Support: pick(r, "", graph.Fallback, graph.NoSupport), Basis: r.remark()},
		Organizations: r.organizations(1 + size/10),
		Phases:        r.terms("phase", size/20),
		Categories:    r.terms("category", size/5),
		Environments:  r.terms("environment", 2),
		Sites:         r.terms("site", 2),
		Components:    r.terms("component", 1+size/10),
	}
	for i := range size {
		d.Tasks = append(d.Tasks, graph.Task{
			ID: r.id("", i), Name: r.name(), Phase: r.maybe(d.Phases), Category: r.maybe(d.Categories),
			Timing: pick(r, "", graph.Daily, graph.Monthly, graph.Yearly, graph.AsNeeded, graph.Once), Kind: pick(r, "", graph.Gateway), Source: r.source(),
		})
	}
	for _, task := range d.Tasks {
		d.Assignments = append(d.Assignments, r.assignments(task.ID, d.Organizations)...)
	}
	if size > 1 {
		d.Handoffs = r.handoffs(d.Tasks, size/4)
		for i := range 1 + size/20 {
			d.Flows = append(d.Flows, r.flow(i, d.Tasks))
		}
	}
	d.Supplies = r.supplies(d)
	calls(&d, seed)
	if r.IntN(3) > 0 {
		d.Account = &graph.Account{
			Rows: graph.RowCount{In: size + 1, Loaded: size, Rejected: 1, AccountableLeads: 1}, Marks: graph.MarkCount{In: 6, Printed: 3, Realigned: 2, Uncertain: 1},
			Supplies: len(d.Supplies), WithoutMarks: []string{"o"}, Assumptions: assumptions(),
			UnusedHeadings: []graph.Heading{{Text: "監視", Organization: d.Organizations[0].ID, Source: r.source()}},
			Outside:        []graph.Source{r.source()},
			Elements:       []graph.ElementCount{{Type: "task", In: 3, Mapped: 1, Left: []graph.LeftOut{{Reason: assumptions()[0], IDs: []string{"Activity_1", "m.bpmn:7"}}}}},
		}
		for _, task := range d.Tasks[:min(1, len(d.Tasks))] {
			d.Account.Marks.In, d.Account.Marks.Unread = 7, 1
			d.Account.Unread = []graph.UnreadMark{{Task: task.ID, Organization: d.Organizations[0].ID, Source: r.source(), Reason: graph.Name{JA: "取り消し", EN: "struck out"}}}
		}
	}
	for _, shuffle := range []func(){
		func() { mix(r, d.Tasks) }, func() { mix(r, d.Assignments) }, func() { mix(r, d.Organizations) }, func() { mix(r, d.Flows) },
	} {
		shuffle()
	}
	return d
}

// assumptions are a text and a note of every kind of argument.
func assumptions() []said.Note {
	return []said.Note{
		said.Notef("each"), said.Notef(`"none" <&> 100 %d`),
		said.Notef("%q of %s, %d times: %s", "<o> \"&", said.Word("lead"), 3, said.Join(", ", []said.Note{said.Notef("line %d", 1), said.Notef("監視")})),
	}
}

type random struct{ *rand.Rand }

func mix[T any](r random, list []T) {
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

func pick[T any](r random, from ...T) T { return from[r.IntN(len(from))] }

// id returns an ID that a careless store would break on.
func (r random) id(kind string, i int) string {
	form := pick(r, "%s%d", "%s3-%d", "%s 監視%d", "%s'%d'", `%s"%d`, "%s`%d`", "%s$%d", `%s\%d`, "%s{%d}", "%s/%d#", "%s%%%d", "%s--%d //")
	return fmt.Sprintf(form, kind, i)
}

func (r random) name() graph.Name {
	ja, en := pick(r, "障害の切り分け", "運用業者", "𠮷野家🦊", "ａ"), pick(r, "Triage", "O'Brien \\ \"Ops\"", "x) DETACH DELETE n //")
	return pick(r, graph.Name{JA: ja}, graph.Name{EN: en}, graph.Name{JA: ja, EN: en})
}

func (r random) remark() graph.Name {
	if r.IntN(2) == 0 {
		return graph.Name{}
	}
	return r.name()
}

func (r random) source() graph.Source {
	switch r.IntN(3) {
	case 0:
		return graph.Source{}
	case 1:
		return graph.Source{File: "matrix.tsv", Line: 1 + r.IntN(1000), Column: 1 + r.IntN(20), Mark: "○"}
	default:
		return graph.Source{File: "表:1.xlsx", Sheet: "シート 1", Line: 7, Column: 1 << 14}
	}
}

func (r random) organizations(n int) []graph.Organization {
	var list []graph.Organization
	for i := range n {
		o := graph.Organization{ID: r.id("o", i), Name: r.name(), Kind: pick(r, "", graph.Client, graph.Vendor, graph.Incumbent)}
		if i > 0 && r.IntN(3) == 0 {
			o.Parent = list[r.IntN(i)].ID
		}
		o.Substitutability = pick(r, "", graph.NotSubstitutable, graph.EasilySubstitutable, graph.NotAssessed)
		for range r.IntN(3) {
			o.Contacts = append(o.Contacts, graph.Contact{Name: r.remark(), WaitMinutes: r.IntN(3) * 15})
		}
		if i > 0 && r.IntN(3) == 0 {
			o.EscalatesTo = list[r.IntN(i)].ID
		}
		r.register(&o, list, i)
		for k := range r.IntN(3) {
			k = 2 - k // not in order
			o.Aliases = append(o.Aliases, fmt.Sprintf("別名 %d.%d", i, k))
		}
		list = append(list, o)
	}
	return list
}

func (r random) terms(kind string, n int) []graph.Term {
	var list []graph.Term
	for i := range n {
		t := graph.Term{ID: r.id(kind, i), Name: r.name()}
		if i > 0 && r.IntN(2) == 0 {
			t.Parent = list[r.IntN(i)].ID
		}
		list = append(list, t)
	}
	return list
}

func (r random) maybe(terms []graph.Term) string {
	if len(terms) == 0 || r.IntN(4) == 0 {
		return ""
	}
	return terms[r.IntN(len(terms))].ID
}

// assignments gives each role of a task to some organizations; one may hold
// several roles.
func (r random) assignments(task string, orgs []graph.Organization) []graph.Assignment {
	var list []graph.Assignment
	for _, role := range []graph.Role{graph.Lead, graph.Accountable, graph.Support, graph.Informed} {
		for _, i := range r.Perm(len(orgs))[:r.IntN(min(4, len(orgs)+1))] {
			a := graph.Assignment{Task: task, Organization: orgs[i].ID, Role: role, Reading: pick(r, graph.Printed, graph.Realigned), Source: r.source()}
			if len(orgs) > 1 && r.IntN(5) == 0 {
				a.Reading, a.Reason = graph.Uncertain, r.remark()
				a.Alternatives = []string{orgs[(i+1)%len(orgs)].ID}
			}
			list = append(list, a)
		}
	}
	return list
}

func (r random) handoff(from, to string, tasks []graph.Task) graph.Handoff {
	h := graph.Handoff{
		From: from, To: to, Artifact: r.remark(), Minutes: r.IntN(3) * 10,
		Kind:   pick(r, graph.Request, graph.Report, graph.Instruction, graph.Delivery, graph.Decision, graph.Sequence),
		Basis:  graph.Basis{Says: r.remark(), Inferred: r.IntN(2) == 0},
		Source: r.source(),
	}
	for _, i := range r.Perm(len(tasks))[:r.IntN(2)] {
		h.Basis.Rows = append(h.Basis.Rows, tasks[i].ID)
	}
	return h
}

func (r random) handoffs(tasks []graph.Task, n int) []graph.Handoff {
	var list []graph.Handoff
	for range n {
		i, j := r.IntN(len(tasks)), r.IntN(len(tasks))
		if i == j {
			continue
		}
		h := r.handoff(tasks[i].ID, tasks[j].ID, tasks)
		if !slices.ContainsFunc(list, func(g graph.Handoff) bool { return g.From == h.From && g.To == h.To && g.Kind == h.Kind }) {
			list = append(list, h)
		}
	}
	return list
}

// flow returns a flow along a chain of tasks.
func (r random) flow(i int, tasks []graph.Task) graph.Flow {
	chain := r.Perm(len(tasks))[:2+r.IntN(min(8, len(tasks)-1))]
	f := graph.Flow{
		ID: r.id("flow", i), Name: r.name(), Start: []string{tasks[chain[0]].ID},
		Tier: pick(r, "", graph.Critical, graph.Important, graph.Other), ObjectiveMinutes: r.IntN(2) * 120,
	}
	for k := 1; k < len(chain); k++ {
		f.Handoffs = append(f.Handoffs, r.handoff(tasks[chain[k-1]].ID, tasks[chain[k]].ID, tasks))
		if k == len(chain)-1 || r.IntN(5) == 0 {
			f.Goal = append(f.Goal, tasks[chain[k]].ID)
		}
	}
	r.branch(&f)
	return f
}

func (r random) supplies(d graph.Dataset) []graph.Supply {
	var list []graph.Supply
	for _, c := range d.Components {
		for _, environment := range []string{"", d.Environments[0].ID, d.Environments[1].ID}[:r.IntN(4)] {
			list = append(list, graph.Supply{
				Environment: environment, Site: r.maybe(d.Sites), Component: c.ID, Organization: d.Organizations[r.IntN(len(d.Organizations))].ID,
				Reading: pick(r, graph.Printed, graph.Realigned, graph.Uncertain), Reason: r.remark(), Source: r.source(),
			})
		}
	}
	return list
}
