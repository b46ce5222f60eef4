package graphtext

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/graph"
)

// Graph returns the graph of a text. A text that cannot be read, or that
// states no valid dataset, ends the test.
func Graph(tb testing.TB, text string) *graph.Graph {
	tb.Helper()
	d, err := Parse(text)
	if err != nil {
		tb.Fatal(err)
	}
	g, err := graph.New(d)
	if err != nil {
		tb.Fatalf("making graph of\n%s\n%v", text, err)
	}
	return g
}

// Parse reads a dataset. The error names the first line that cannot be read;
// whether the facts fit together is for [graph.New] to say.
func Parse(text string) (graph.Dataset, error) {
	p := parser{}
	for i, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := p.line(line); err != nil {
			return graph.Dataset{}, fmt.Errorf("reading line %d, %q: %w", i+1, line, err)
		}
	}
	return p.data, nil
}

type parser struct{ data graph.Dataset }

func (p *parser) line(line string) error {
	first, rest, _ := strings.Cut(line, " ")
	switch first {
	case "rules":
		leads, support, ok := strings.Cut(rest, " ")
		if !ok {
			return fmt.Errorf("want: rules LEADS SUPPORT")
		}
		p.data.Rules.Leads, p.data.Rules.Support = graph.LeadRule(leads), graph.SupportRule(strings.TrimSpace(support))
		return nil
	case "org":
		return p.organization(rest)
	case "calendar":
		return p.calendar(rest)
	case "report":
		return p.report(rest)
	case "phase":
		return declare(&p.data.Phases, rest)
	case "category":
		return declare(&p.data.Categories, rest)
	case "flow":
		return p.flow(rest)
	case "handoffs:":
		handoffs, err := handoffs(rest)
		p.data.Handoffs = append(p.data.Handoffs, handoffs...)
		return err
	}
	return p.task(line)
}

// organization reads "ID KIND KEY=VALUE "NAME" < PARENT"; all but the ID may be
// missing.
func (p *parser) organization(line string) error {
	line, name := cutQuoted(line)
	line, parent, _ := strings.Cut(line, "<")
	fields := strings.Fields(line)
	if len(fields) == 0 {
		return fmt.Errorf("want: org ID KIND KEY=VALUE \"NAME\" < PARENT")
	}
	o := p.mention(fields[0])
	for i, field := range fields[1:] {
		key, value, pair := strings.Cut(field, "=")
		switch {
		case !pair && i == 0:
			o.Kind = graph.Kind(field)
		case key == "subst":
			o.Substitutability = graph.Substitutability(value)
		case strings.HasPrefix(key, "contacts"):
			if err := p.contacts(o, strings.TrimPrefix(key, "contacts"), value); err != nil {
				return err
			}
		case key == "escalates":
			to, level, _ := strings.Cut(value, "^")
			o.EscalatesTo = to
			o.EscalatesToLevel, _ = strconv.Atoi(level)
		case key == "calendar":
			o.Calendar = value
		case key == "region":
			o.Region = graph.Region(value)
		case key == "lei":
			o.LEI = value
		case key == "serves":
			o.Serves = value
		case key == "rank":
			o.Rank, _ = strconv.Atoi(value)
		default:
			return fmt.Errorf("%q is not a kind, subst=, contacts=, escalates=, calendar=, region=, lei=, serves= or rank=", field)
		}
	}
	if name != "" {
		o.Name = graph.Text(name)
	}
	if parent = strings.TrimSpace(parent); parent != "" {
		o.Parent = parent
		p.mention(parent)
	}
	return nil
}

// mention returns the organization called id, declared if need be. It is valid
// until the next one is declared.
func (p *parser) mention(id string) *graph.Organization {
	list := &p.data.Organizations
	i := slices.IndexFunc(*list, func(o graph.Organization) bool { return o.ID == id })
	if i < 0 {
		i = len(*list)
		*list = append(*list, graph.Organization{ID: id, Name: graph.Text(id)})
	}
	return &(*list)[i]
}

// declare reads "ID < PARENT".
func declare(terms *[]graph.Term, line string) error {
	id, parent, _ := strings.Cut(line, "<")
	id, parent = strings.TrimSpace(id), strings.TrimSpace(parent)
	if id == "" {
		return fmt.Errorf("want: ID < PARENT")
	}
	if parent != "" {
		term(terms, parent)
	}
	term(terms, id)
	i := slices.IndexFunc(*terms, func(t graph.Term) bool { return t.ID == id })
	(*terms)[i].Parent = parent
	return nil
}

// term declares the term called id, unless it is.
func term(terms *[]graph.Term, id string) {
	if !slices.ContainsFunc(*terms, func(t graph.Term) bool { return t.ID == id }) {
		*terms = append(*terms, graph.Term{ID: id, Name: graph.Text(id)})
	}
}

// task reads "ID KEY=VALUE "NAME": MARK MARK".
func (p *parser) task(line string) error {
	head, marks, ok := strings.Cut(line, ":")
	head, name := cutQuoted(head)
	fields := strings.Fields(head)
	if !ok || len(fields) == 0 {
		return fmt.Errorf("want: TASK KEY=VALUE \"NAME\": MARK MARK")
	}
	t := graph.Task{ID: fields[0], Name: graph.Text(fields[0])}
	if name != "" {
		t.Name = graph.Text(name)
	}
	for _, field := range fields[1:] {
		key, value, _ := strings.Cut(field, "=")
		switch key {
		case "phase":
			t.Phase = value
			term(&p.data.Phases, value)
		case "category":
			t.Category = value
			term(&p.data.Categories, value)
		case "timing":
			t.Timing = graph.Timing(value)
		default:
			return fmt.Errorf("%q is not phase=, category= or timing=", field)
		}
	}
	p.data.Tasks = append(p.data.Tasks, t)
	for _, mark := range strings.Fields(marks) {
		if err := p.mark(t.ID, mark); err != nil {
			return err
		}
	}
	return nil
}

var markForm = regexp.MustCompile(`^([^*~!?|]+)([*~!]?)(?:\?([^*~!?]+))?$`)

// mark reads "ORG", "ORG*", "ORG~" or "ORG!", perhaps with "?ORG|ORG" behind it.
func (p *parser) mark(task, text string) error {
	m := markForm.FindStringSubmatch(text)
	if m == nil {
		return fmt.Errorf("%q is not a mark such as ops, ops*, ops~, ops! or ops*?hw|dev", text)
	}
	a := graph.Assignment{Task: task, Organization: m[1], Role: graph.Support, Reading: graph.Printed}
	switch m[2] {
	case "*":
		a.Role = graph.Lead
	case "~":
		a.Role = graph.Informed
	case "!":
		a.Role = graph.Accountable
	}
	p.mention(m[1])
	if m[3] != "" {
		a.Reading, a.Alternatives = graph.Uncertain, strings.Split(m[3], "|")
		for _, id := range a.Alternatives {
			p.mention(id)
		}
	}
	p.data.Assignments = append(p.data.Assignments, a)
	return nil
}

var flowForm = regexp.MustCompile(`^(\S+)(?: tier=(\S+))?(?: objective=(\d+))?(?: "([^"]*)")? from ([^:]+?) to ([^:]+?)(?: all ([^:]+?))?(?: any ([^:]+?))?:(.*)$`)

// flow reads "ID tier=TIER objective=MINUTES "NAME" from TASKS to TASKS all TASKS any
// TASKS: HANDOFFS".
func (p *parser) flow(line string) error {
	m := flowForm.FindStringSubmatch(line)
	if m == nil {
		return fmt.Errorf("want: flow ID \"NAME\" from TASKS to TASKS: HANDOFFS")
	}
	f := graph.Flow{ID: m[1], Name: graph.Text(m[1]), Tier: graph.Tier(m[2]), Start: list(m[5]), Goal: list(m[6])}
	f.ObjectiveMinutes, _ = strconv.Atoi(m[3])
	if m[4] != "" {
		f.Name = graph.Text(m[4])
	}
	for rule, tasks := range map[graph.ForkRule]string{graph.AllOf: m[7], graph.AnyOf: m[8]} {
		for _, task := range list(tasks) {
			if f.Forks == nil {
				f.Forks = map[string]graph.ForkRule{}
			}
			f.Forks[task] = rule
		}
	}
	var err error
	f.Handoffs, err = handoffs(m[9])
	p.data.Flows = append(p.data.Flows, f)
	return err
}

// list splits at commas.
func list(text string) []string {
	var items []string
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// cutQuoted returns a text without its part in quotes, and that part.
func cutQuoted(text string) (rest, quoted string) {
	before, after, ok := strings.Cut(text, `"`)
	if !ok {
		return strings.TrimSpace(text), ""
	}
	quoted, behind, _ := strings.Cut(after, `"`)
	return strings.TrimSpace(before + behind), quoted
}
