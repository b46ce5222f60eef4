package report

import (
	"encoding/json"
	"io"

	"tasuki/analysis/findings"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/messages"
)

// Review is everything that is computed about a graph.
type Review struct {
	findings.Basis
	Headlines []Headline        `json:"headlines"`
	Actions   []findings.Action `json:"actions"` // what to do first, three at most
	Findings  []Finding         `json:"findings"`
	findings.Figures
}

// Headline is one of the most important things found.
type Headline struct {
	Rule      string              `json:"rule"`
	Subject   rules.Subject       `json:"subject"`
	Message   graph.Name          `json:"message"` // a short sentence
	Why       graph.Name          `json:"why"`     // how sure it is and why; empty where there is nothing to be sure of
	Certainty placement.Certainty `json:"certainty"`
	Assumes   []rules.Rules       `json:"assumes,omitempty"` // under which it is another, and that may hold since nobody declared them
}

// Finding is a judgement about valid data.
type Finding struct {
	ID        string              `json:"id"`             // the rule and digits that say what it is about; the same whatever the order, the names and the numbers
	Rule      string              `json:"rule"`           // one of [findings.LintRules]
	Part      string              `json:"part,omitempty"` // of a finding about tasks that decisions divide: by which decisions
	Severity  findings.Severity   `json:"severity"`
	Usual     findings.Severity   `json:"usual_severity,omitempty"` // what the rule itself says, where a decision has changed it
	Subject   rules.Subject       `json:"subject"`
	Message   graph.Name          `json:"message"`
	Evidence  []string            `json:"evidence"` // IDs of tasks; for flow-stopped-by-organization, of flows; by ID, but for flow-stopped-by-task in the order of the way
	Certainty placement.Certainty `json:"certainty"`
	DependsOn []string            `json:"depends_on"`        // tasks with an uncertain mark that it depends on, by ID
	Assumes   []rules.Rules       `json:"assumes,omitempty"` // under which it is another, and that may hold since nobody declared them
	Query     string              `json:"query"`             // the query of the catalogue that reproduces it, as in LintRule

	Acceptance *findings.Acceptance `json:"acceptance,omitempty"` // left out: nobody has accepted it
}

// ReviewOf returns a review with what it says, as it is printed.
func ReviewOf(g *graph.Graph, r findings.Review) Review {
	out := Review{r.Basis, []Headline{}, r.Actions, FindingsOf(g, r.Findings), r.Figures}
	for _, h := range r.Headlines {
		out.Headlines = append(out.Headlines, Headline{h.Rule, h.Subject, inBoth(g, h.Message), inBoth(g, h.Why), h.Certainty, h.Assumes})
	}
	return out
}

// FindingsOf returns findings with what they say, as they are printed.
func FindingsOf(g *graph.Graph, list []findings.Finding) []Finding {
	out := []Finding{}
	for _, f := range list {
		out = append(out, Finding{f.ID, f.Rule, f.Part, f.Severity, f.Usual, f.Subject, inBoth(g, f.Message), f.Evidence, f.Certainty, f.DependsOn, f.Assumes, f.Query, f.Acceptance})
	}
	return out
}

// inBoth says a statement in the languages that names come in.
func inBoth(g *graph.Graph, s findings.Statement) graph.Name {
	in := func(lang graph.Lang) string {
		return messages.Printer{Graph: g, Language: messages.In(lang)}.Statement(s)
	}
	return graph.Name{JA: in(graph.Japanese), EN: in(graph.English)}
}

// ResultsJSON writes a review as canonical JSON: one line, lists and keys in
// the order of the types, numbers unrounded.
func ResultsJSON(w io.Writer, g *graph.Graph, r findings.Review) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(ReviewOf(g, r)); err != nil {
		return said.Errorf("encoding the review: %w", err)
	}
	return nil
}
