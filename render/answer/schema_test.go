package answer_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"tasuki/analysis"
	"tasuki/analysis/bottleneck"
	"tasuki/analysis/difference"
	"tasuki/analysis/drill"
	"tasuki/analysis/fix"
	"tasuki/analysis/lint"
	"tasuki/analysis/loss"
	"tasuki/analysis/overlay"
	"tasuki/analysis/readiness"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/graph/acceptance"
	"tasuki/internal/golden"
	"tasuki/internal/goschema"
	"tasuki/internal/graphtext"
	"tasuki/internal/samples"
	"tasuki/render/answer"
	"tasuki/render/report"
)

// results computes each kind of result.
var results = map[string]func(g *graph.Graph) any{
	"results":       func(g *graph.Graph) any { return report.ReviewOf(g, analysis.Analyze(g, rules.Options{})) },
	"bottleneck":    func(g *graph.Graph) any { return bottleneck.Bottlenecks(g, rules.Options{}) },
	"concentration": func(g *graph.Graph) any { return analysis.ReviewConcentration(g, rules.Options{}) },
	"loss":          func(g *graph.Graph) any { return loss.LossesOf(g, rules.Options{}) },
	"spof":          func(g *graph.Graph) any { return must(spof.PointsOfFailureOf(g, rules.Options{})) },
	"escalation":    func(g *graph.Graph) any { return analysis.Analyze(g, rules.Options{}).Escalations },
	"certainty":     func(g *graph.Graph) any { return analysis.ReviewCertainty(g, rules.Options{}) },
	"coverage": func(g *graph.Graph) any {
		return drill.CoverageOf(g, []drill.Entry{{Flow: "fault", From: "1", To: "2", Outcome: drill.Confirmed}, {}}, "2027-03-05")
	},
	"after-action": func(g *graph.Graph) any {
		return drill.AfterActionOf(g, []drill.Entry{{Time: "2026-03-04", Flow: "fault", From: "1", To: "2", Outcome: drill.Confirmed, Number: 7, Minutes: 3, Evaluator: "E", Finding: "F", Owner: "O", Due: "2026-03-05"}, {}}, 0, "2027-03-05")
	},
	"readiness": func(g *graph.Graph) any { return must(readiness.Of(g, readiness.Options{Day: "2026-10-19"})) },
	"diff": func(g *graph.Graph) any {
		d := g.Dataset()
		d.Tasks = slices.Clone(d.Tasks)
		d.Tasks[0].Name = graph.Name{EN: "Another name"}
		return difference.Of(g, must(graph.New(d)), rules.Options{})
	},
	"observe": func(g *graph.Graph) any { return samples.Observation(g) },
	"rules":   func(*graph.Graph) any { return report.Rules() },
	"findings": func(g *graph.Graph) any {
		r := analysis.Analyze(g, rules.Options{})
		accepted := acceptance.File{Severity: []acceptance.Setting{{Rule: "no-flows", Severity: "off"}, {Rule: "task-without-lead", Scope: acceptance.Scope{Task: "1"}, Severity: "low"}}}
		for _, f := range r.Findings {
			accepted.Accept = append(accepted.Accept, acceptance.Entry{Finding: f.ID, Reason: graph.Text("R"), Owner: graph.Text("O"), Expires: "2027-03-31"})
		}
		return report.FindingsOf(g, lint.Apply(&r, g, accepted, "").Findings)
	},
	"fix": func(g *graph.Graph) any {
		percent := 40.0
		return must(fix.Of(g, rules.Options{}, fix.Target{Flows: []string{"fault"}, AtMost: &percent}))
	},
	"whatif": func(g *graph.Graph) any {
		o := must(overlay.Apply(g.Dataset(), []overlay.Change{{Kind: overlay.LeadRule, To: "any"}}))
		return must(difference.Follow(g, o, rules.Options{}))
	},
}

func must[T any](result T, err error) T {
	if err != nil {
		panic(err)
	}
	return result
}

// TestResultSchemaIsThatOfTheTypes derives the published schemas anew.
func TestResultSchemaIsThatOfTheTypes(t *testing.T) {
	// Comments are found by the names of types: of a plan, which has no schema,
	// those of the analyses count.
	schemas, err := goschema.New(folders(t)...)
	if err != nil {
		t.Fatal(err)
	}
	g, kinds := samples.RelayGraph(t), goschema.Schema{}
	for _, kind := range answer.ResultKinds() {
		kinds[kind] = schemas.Of(reflect.TypeOf(results[kind](g)))
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(goschema.Schema{"kinds": kinds, "$defs": schemas.Definitions}); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "../schema/results.json", b.Bytes())
}

// TestResultsFitTheirSchema checks what is printed against what is published,
// and that a field which no schema knows would be found.
func TestResultsFitTheirSchema(t *testing.T) {
	for _, kind := range answer.ResultKinds() {
		text, err := answer.ResultSchema(kind)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource("tasuki:"+kind, doc); err != nil {
			t.Fatal(err)
		}
		schema := c.MustCompile("tasuki:" + kind)
		for _, g := range []*graph.Graph{samples.RelayGraph(t), graphtext.Graph(t, "1:")} {
			text, err := json.Marshal(results[kind](g))
			if err != nil {
				t.Fatal(err)
			}
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("%s does not fit its schema: %v", kind, err)
			}
		}
		if schema.Validate(map[string]any{"colour": "red"}) == nil {
			t.Errorf("the schema of %s takes anything", kind)
		}
	}
}

func TestEveryKindOfResultIsKnown(t *testing.T) {
	if _, err := answer.ResultSchema("nonsense"); err == nil {
		t.Error("a schema of nonsense")
	}
	if len(results) != len(answer.ResultKinds()) || slices.ContainsFunc(answer.ResultKinds(), func(k string) bool { return results[k] == nil }) {
		t.Errorf("the kinds are %v", answer.ResultKinds())
	}
}

// folders returns the folders whose types can stand in a result.
func folders(t *testing.T) []string {
	t.Helper()
	list, err := filepath.Glob("../../analysis/*")
	if err != nil {
		t.Fatal(err)
	}
	return append(list, "../../analysis", "../../graph", "../../graph/eventlog", "../report")
}
