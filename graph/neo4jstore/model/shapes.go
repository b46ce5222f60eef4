// Package model says how the facts of a dataset become nodes and relationships, and
// back. It knows no database.
package model

import (
	"fmt"

	"tasuki/graph"
)

// Shape says how the facts of one kind become nodes of one label, or
// relationships of one type between nodes of two labels, and back.
type Shape struct {
	Kind     string   // the label, or the type
	From, To string   // the labels of a relationship's ends
	Columns  []string // the properties
	Types    []Type   // of these; of one that is not written any more, it says nothing
	Keys     int      // how many values identify a fact: its ends, and the first columns
	Former   int      // how many columns, the last, are read but not written any more: those of earlier versions

	// Relationships are read one node at a time, all of those at one of its
	// ends: where ByFrom is false, the node that they point to.
	ByFrom bool

	Count   func(*Facts) int
	Key     func(*Facts, int, []string) []string // what identifies a fact, in the space given
	Put     func(*Facts, int) (ends []string, row []any)
	Differs func(*Facts, int, []any) bool       // whether a row says other than a fact
	Get     func(*Facts, []string, []any) error // adds the fact of some ends and a row
	Move    func(to, from *Facts)               // gives to what is in from
}

// IsNode reports whether the facts are nodes.
func (s *Shape) IsNode() bool { return s.From == "" }

// Describe names a fact, by its ends if it is a relationship, for a message.
func (s *Shape) Describe(ends []string, id any) string {
	if s.IsNode() {
		return fmt.Sprintf("(:%s {id: %q})", s.Kind, id)
	}
	return fmt.Sprintf("(:%s {id: %q})-[:%s]->(:%s {id: %q})", s.From, ends[0], s.Kind, s.To, ends[1])
}

// newShape returns the shape of the facts in list, which visit goes through.
func newShape[T any](kind string, keys int, list func(*Facts) *[]T, visit func(*fields, *T)) *Shape {
	names := &fields{}
	visit(names, new(T))
	return &Shape{
		Kind: kind, Columns: names.columns, Types: names.types, Keys: keys, Former: names.former,
		Count: func(f *Facts) int { return len(*list(f)) },
		Put: func(f *Facts, i int) ([]string, []any) {
			v := &fields{mode: putting, row: make([]any, 0, len(names.columns))}
			visit(v, &(*list(f))[i])
			return v.ends, v.row
		},
		Differs: func(f *Facts, i int, row []any) bool {
			v := fields{mode: comparing, row: row}
			visit(&v, &(*list(f))[i])
			return v.differs
		},
		Key: func(f *Facts, i int, space []string) []string {
			v := fields{mode: keying, key: space[:0:keys]}
			visit(&v, &(*list(f))[i])
			return v.key
		},
		Move: func(to, from *Facts) { *list(to) = *list(from) },
		Get: func(f *Facts, ends []string, row []any) error {
			var fact T
			v := &fields{mode: getting, ends: ends, row: row}
			visit(v, &fact)
			l := list(f)
			*l = append(*l, fact)
			return v.err
		},
	}
}

// between makes s the shape of a relationship.
func (s *Shape) between(from, to string) *Shape {
	s.From, s.To, s.ByFrom = from, to, true
	return s
}

// Shapes lists every shape: first the nodes, then the relationships.
func Shapes() []*Shape {
	shapes := []*Shape{
		newShape("Dataset", 0, func(f *Facts) *[]head { return &f.heads }, visitHead),
		newShape("Organization", 1, func(f *Facts) *[]graph.Organization { return &f.Organizations }, visitOrganization),
		newShape("Phase", 1, func(f *Facts) *[]graph.Term { return &f.Phases }, visitTerm),
		newShape("Category", 1, func(f *Facts) *[]graph.Term { return &f.Categories }, visitTerm),
		newShape("Component", 1, func(f *Facts) *[]graph.Term { return &f.Components }, visitTerm),
		newShape("Environment", 1, func(f *Facts) *[]graph.Term { return &f.Environments }, visitTerm),
		newShape("Site", 1, func(f *Facts) *[]graph.Term { return &f.Sites }, visitTerm),
		newShape("Severity", 1, func(f *Facts) *[]graph.Term { return &f.Severities }, visitTerm),
		newShape("Calendar", 1, func(f *Facts) *[]graph.Calendar { return &f.Calendars }, visitCalendar),
		newShape("Contact", 1, func(f *Facts) *[]contact { return &f.contacts }, visitContact),
		newShape("OutsideReport", 1, func(f *Facts) *[]graph.OutsideReport { return &f.OutsideReports }, visitReport),
		newShape("Task", 1, func(f *Facts) *[]graph.Task { return &f.Tasks }, visitTask),
		newShape("Flow", 1, func(f *Facts) *[]graph.Flow { return &f.Flows }, visitFlow),

		newShape("LEADS", 2, func(f *Facts) *[]*graph.Assignment { return &f.leads }, visitAssignment).between("Organization", "Task"),
		newShape("ACCOUNTABLE_FOR", 2, func(f *Facts) *[]*graph.Assignment { return &f.accountable }, visitAssignment).between("Organization", "Task"),
		newShape("SUPPORTS", 2, func(f *Facts) *[]*graph.Assignment { return &f.supports }, visitAssignment).between("Organization", "Task"),
		newShape("INFORMED", 2, func(f *Facts) *[]*graph.Assignment { return &f.informed }, visitAssignment).between("Organization", "Task"),
		newShape("HANDS_OFF_TO", 4, func(f *Facts) *[]handoff { return &f.handoffs }, visitHandoff).between("Task", "Task"),
		newShape("INCLUDES", 2, func(f *Facts) *[]inclusion { return &f.inclusions }, visitInclusion).between("Flow", "Task"),
		newShape("SUPPLIES", 4, func(f *Facts) *[]graph.Supply { return &f.Supplies }, visitSupply).between("Organization", "Component"),
	}
	for k, label := range []string{"Organization", "Phase", "Category", "Component", "Environment", "Site", "Severity"} {
		shapes = append(shapes, partOf(label, label, func(f *Facts) *[]membership { return &f.parents[k] }))
	}
	return append(shapes,
		newShape("ESCALATES_TO", 2, func(f *Facts) *[]escalation { return &f.escalations }, visitEscalation).between("Organization", "Organization"),
		owned("CALLED_AT", "Organization", "Contact", func(f *Facts) *[]membership { return &f.calls }),
		owned("MAKES", "Organization", "OutsideReport", func(f *Facts) *[]membership { return &f.makers }),
		single("SERVES", "Organization", "Organization", func(f *Facts) *[]membership { return &f.services }),
		single("FOLLOWS", "Organization", "Calendar", func(f *Facts) *[]membership { return &f.clocks }),
		single("ABOUT", "Contact", "Flow", func(f *Facts) *[]membership { return &f.contactFlows }).between("Contact", "Flow"),
		single("ABOUT", "Contact", "Severity", func(f *Facts) *[]membership { return &f.contactSeverities }).between("Contact", "Severity"),
		single("ABOUT", "OutsideReport", "Flow", func(f *Facts) *[]membership { return &f.reportFlows }).between("OutsideReport", "Flow"),
		single("ABOUT", "OutsideReport", "Severity", func(f *Facts) *[]membership { return &f.reportSeverities }).between("OutsideReport", "Severity"),
		partOf("Task", "Phase", func(f *Facts) *[]membership { return &f.phaseTasks }),
		partOf("Task", "Category", func(f *Facts) *[]membership { return &f.categoryTasks }),
	)
}

func partOf(part, whole string, list func(*Facts) *[]membership) *Shape {
	return single("PART_OF", part, whole, list)
}

// single returns the shape of relationships of which a node has one at most.
func single(kind, part, whole string, list func(*Facts) *[]membership) *Shape {
	s := newShape(kind, 2, list, func(f *fields, m *membership) {
		f.end(&m.part)
		f.end(&m.whole)
	}).between(part, whole)
	s.ByFrom = false
	return s
}

// owned returns the shape of relationships that lead to a node from the one that it
// belongs to. They are read by the nodes that they lead to, of which there may be none.
func owned(kind, owner, part string, list func(*Facts) *[]membership) *Shape {
	s := newShape(kind, 2, list, func(f *fields, m *membership) {
		f.end(&m.whole)
		f.end(&m.part)
	}).between(owner, part)
	s.ByFrom = false
	return s
}

func visitHead(f *fields, h *head) {
	f.name(&h.name)
	word(f, "lead_rule", &h.rules.Leads)
	word(f, "support_rule", &h.rules.Support)
	f.remark("rule_basis_", &h.rules.Basis)
	f.text("account", &h.account)
}

func visitOrganization(f *fields, o *graph.Organization) {
	f.text("id", &o.ID)
	f.name(&o.Name)
	word(f, "kind", &o.Kind)
	f.texts("aliases", &o.Aliases)
	word(f, "substitutability", &o.Substitutability)
	word(f, "region", &o.Region)
	word(f, "lei", &o.LEI)
	f.number("rank", &o.Rank)
	f.formerContacts(&o.Contacts)
}

func visitTerm(f *fields, t *graph.Term) {
	f.text("id", &t.ID)
	f.name(&t.Name)
}

func visitTask(f *fields, t *graph.Task) {
	f.text("id", &t.ID)
	f.name(&t.Name)
	word(f, "timing", &t.Timing)
	word(f, "kind", &t.Kind)
	f.source(&t.Source)
}

func visitFlow(f *fields, flow *graph.Flow) {
	f.text("id", &flow.ID)
	f.name(&flow.Name)
	word(f, "tier", &flow.Tier)
	f.number("objective_minutes", &flow.ObjectiveMinutes)
}

func visitAssignment(f *fields, p **graph.Assignment) {
	if *p == nil {
		*p = new(graph.Assignment)
	}
	a := *p
	f.end(&a.Organization)
	f.end(&a.Task)
	word(f, "reading", &a.Reading)
	f.texts("alternatives", &a.Alternatives)
	f.remark("reason_", &a.Reason)
	f.source(&a.Source)
}

func visitHandoff(f *fields, h *handoff) {
	if h.Handoff == nil {
		h.Handoff = new(graph.Handoff)
	}
	f.end(&h.From)
	f.end(&h.To)
	f.text("flow", &h.flow)
	word(f, "kind", &h.Kind)
	f.remark("artifact_", &h.Artifact)
	f.number("minutes", &h.Minutes)
	f.text("branch", &h.Branch)
	f.remark("when_", &h.When)
	f.flag("optional", &h.Optional)
	f.texts("basis_rows", &h.Basis.Rows)
	f.remark("basis_says_", &h.Basis.Says)
	f.flag("inferred", &h.Basis.Inferred)
	f.source(&h.Source)
}

func visitInclusion(f *fields, in *inclusion) {
	f.end(&in.flow)
	f.end(&in.task)
	f.flag("start", &in.start)
	f.flag("goal", &in.goal)
}

func visitSupply(f *fields, s *graph.Supply) {
	f.end(&s.Organization)
	f.end(&s.Component)
	f.text("environment", &s.Environment)
	f.text("site", &s.Site)
	word(f, "reading", &s.Reading)
	f.remark("reason_", &s.Reason)
	f.source(&s.Source)
}
