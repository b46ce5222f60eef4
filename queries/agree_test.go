package queries_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/analysis/observe"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/neo4jstore"
	"tasuki/internal/seeds"
	"tasuki/queries"
)

// datasets is how many random datasets the two engines are compared on.
const datasets = 200

// subject is a dataset that both engines are asked about.
type subject struct {
	g       *graph.Graph
	options rules.Options
	absent  string // an organization
	review  findings.Review
}

func newSubject(g *graph.Graph, o rules.Options, absent string) subject {
	return subject{g, o, absent, analysis.Analyze(g, o)}
}

// params are those of a query: the rules of the options, if it takes them, and
// the absent organization, if it takes any.
func (s subject) params(q queries.Query, dataset string) map[string]any {
	params := map[string]any{"dataset": dataset}
	for _, p := range q.Params {
		switch p.Name {
		case "leads":
			params[p.Name] = orNil(string(s.options.Leads))
		case "support":
			params[p.Name] = orNil(string(s.options.Support))
		case "without", "organizations":
			params[p.Name] = []string{s.absent}
		case "severity":
			params[p.Name] = orNil(s.severity())
		case "limit":
			if params[p.Name] = s.review.Options.Supporters; p.Type == queries.Number {
				params[p.Name] = s.review.Options.LeadLimit
			}
		}
	}
	return params
}

// severity is the last one that the dataset declares, if any.
func (s subject) severity() string {
	list := s.g.Dataset().Severities
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1].ID
}

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// TestAgreesOnPension compares every query that names an analysis with it, on
// the example, under each reading of the rules and with each organization
// absent.
func TestAgreesOnPension(t *testing.T) {
	s := connect(t)
	g, err := files.Open(t.Context(), "../examples/pension", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	name := load(t, s, g.Dataset())
	asked := map[string]bool{}
	for i, o := range g.Organizations()[:seeds.Count(len(g.Organizations()))] {
		options := rules.Options{
			Leads:   []graph.LeadRule{"", graph.AnyLead, graph.EachLead}[i%3],
			Support: []graph.SupportRule{"", graph.Fallback, graph.NoSupport}[i/3%3],
		}
		compareAll(t, s, name, newSubject(g, options, o.ID), asked)
	}
}

// TestAgreesOnRandom does so on random datasets.
func TestAgreesOnRandom(t *testing.T) {
	s := connect(t)
	compared := map[string]int{}
	for seed := range seeds.Each(datasets) {
		g, err := graph.New(randomDataset(seed))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		name := load(t, s, g.Dataset())
		options := rules.Options{
			Leads:      []graph.LeadRule{"", "", graph.AnyLead, graph.EachLead}[seed%4],
			Support:    []graph.SupportRule{"", graph.Fallback, graph.NoSupport}[seed%3],
			Supporters: 1, LeadLimit: 25,
		}
		for query, rows := range compareAll(t, s, name, newSubject(g, options, fmt.Sprintf("o%d", seed%4)), map[string]bool{}) {
			compared[query] += rows
		}
		if t.Failed() {
			t.Fatalf("seed %d: %+v", seed, g.Dataset())
		}
	}
	for query := range expectations() {
		t.Logf("%s: %d rows", query, compared[query])
		if seeds.All() && compared[query] < 20 {
			t.Errorf("query %s: only %d rows were compared; the test shows too little", query, compared[query])
		}
	}
}

// TestEveryAgreementIsTested checks that queries name an analysis exactly when
// this file compares them with it.
func TestEveryAgreementIsTested(t *testing.T) {
	for _, q := range queries.All() {
		_, tested := expectations()[q.Name]
		if _, ofLogs := seen(observe.Result{})[q.Name]; (tested || ofLogs) != (q.Agrees.Analysis != "") {
			t.Errorf("query %s agrees with %q, and is compared: %v", q.Name, q.Agrees.Analysis, tested || ofLogs)
		}
	}
}

// compareAll compares every query that names an analysis with it.
func compareAll(t *testing.T, s *neo4jstore.Store, dataset string, about subject, asked map[string]bool) map[string]int {
	t.Helper()
	return compareEach(t, s, dataset, about, asked, expectations())
}

// compareEach compares each query of the first expectations with them, and with those
// that others have of it. It returns how many rows of each were compared, and leaves out
// what has been asked before.
func compareEach(t *testing.T, s *neo4jstore.Store, dataset string, about subject, asked map[string]bool, expected ...map[string]expectation) map[string]int {
	t.Helper()
	compared := map[string]int{}
	for name := range expected[0] {
		var due []expectation
		for _, all := range expected {
			if e, ok := all[name]; ok && (e.when == nil || e.when(about)) {
				due = append(due, e)
			}
		}
		q, err := queries.Get(name)
		if err != nil {
			t.Fatal(err)
		}
		params := about.params(q, dataset)
		question := name + fmt.Sprint(params)
		if len(due) == 0 || asked[question] {
			continue
		}
		asked[question] = true
		a := ask(t, s, name, params)
		checkShape(t, q, a)
		for _, e := range due {
			compareRows(t, name, a, about, e)
		}
		compared[name] += len(a.rows)
	}
	return compared
}

// compareRows compares an answer with an expectation.
func compareRows(t *testing.T, query string, a answer, about subject, e expectation) {
	t.Helper()
	got, want := [][]any{}, [][]any{}
	for _, row := range a.rows {
		var picked []any
		for _, c := range e.columns {
			picked = append(picked, row[slices.Index(a.columns, c)])
		}
		got = append(got, picked)
	}
	e.rows(about, func(row ...any) { want = append(want, row) })
	if !same(t, got, want) {
		t.Errorf("query %s, options %+v, %s absent: %v\n got %v\nwant %v", query, about.options, about.absent, e.columns, got, want)
	}
}

// same reports whether two sets of rows are equal but for rounding. Numbers are
// left out of the order, so that what rounds differently still meets.
func same(t *testing.T, a, b [][]any) bool {
	x, y := normal(t, a), normal(t, b)
	return slices.EqualFunc(x, y, func(x, y cells) bool {
		return x.text == y.text && slices.EqualFunc(x.numbers, y.numbers, func(p, q float64) bool {
			return math.Abs(p-q) <= 1e-6*max(1, math.Abs(q))
		})
	})
}

// cells are the cells of a row: fractional numbers, and the rest as text.
type cells struct {
	text    string
	numbers []float64
}

func normal(t *testing.T, rows [][]any) []cells {
	t.Helper()
	list := make([]cells, len(rows))
	for i, row := range rows {
		rest := make([]any, len(row))
		for j, v := range row {
			switch v := v.(type) {
			case float64:
				list[i].numbers = append(list[i].numbers, v)
			case *float64:
				if v != nil {
					list[i].numbers = append(list[i].numbers, *v)
				}
			case []string:
				// An empty list and none are the same.
				rest[j] = append([]string{}, v...)
			default:
				rest[j] = v
			}
		}
		text, err := json.Marshal(rest)
		if err != nil {
			t.Fatal(err)
		}
		list[i].text = string(text)
	}
	slices.SortFunc(list, func(a, b cells) int { return cmp.Compare(a.text, b.text) })
	return list
}
