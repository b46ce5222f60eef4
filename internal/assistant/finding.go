package assistant

import (
	"context"
	"strings"

	"tasuki/analysis/findings"
	"tasuki/graph/likeness"
	"tasuki/graph/said"
	"tasuki/queries"
	"tasuki/render/report"
)

// judged is a finding, with what reproduces it.
type judged struct {
	report.Finding
	Cypher string `json:"cypher,omitempty"` // reproduces it in Neo4j, with the parameter dataset; of one finding alone
}

func (s *server) finding() tool {
	var list []string
	for _, r := range findings.LintRules() {
		list = append(list, r.ID)
	}
	return tool{
		name: "finding", title: s.Plain("Findings"),
		says: s.Plain("What the rules of a responsibility matrix find: without arguments a list, with an ID, or a rule and a subject, one finding with its evidence and the Cypher that reproduces it."),
		params: []param{
			{name: "id", kind: aText, says: s.Plain("The ID of a finding, as the list has it.")},
			{name: "rule", kind: aText, words: list, says: s.Plain("The rule of the findings.")},
			{name: "subject", kind: aText, says: s.Plain("The ID of the organization or flow that they are about.")},
			{name: "severity", kind: aText, words: []string{string(findings.Info), string(findings.Low), string(findings.Medium), string(findings.High)}, says: s.Plain("The least severity that is listed.")},
		},
		run: func(_ context.Context, a arguments) (answer, error) { return s.selected(a) },
	}
}

// selected returns the findings that a call asks for.
func (s *server) selected(a arguments) (answer, error) {
	all := s.found()
	var chosen []findings.Finding
	var ids []string
	for _, f := range all {
		ids = append(ids, f.ID)
		limit := findings.Severity(a.text("severity"))
		if (!a.given("id") || a.text("id") == f.ID) && (!a.given("rule") || a.text("rule") == f.Rule) &&
			(!a.given("subject") || a.text("subject") == f.Subject.ID) && (limit == "" || f.Severity.AtLeast(limit)) {
			chosen = append(chosen, f)
		}
	}
	switch {
	case len(chosen) == 0 && a.given("id") && len(ids) > 0:
		near := likeness.Order(shortened(a.text("id")), ids)
		return answer{}, said.Errorf("no finding has the ID %q; use the nearest of %d, %s, or another", shortened(a.text("id")), len(ids), strings.Join(near[:min(few, len(near))], ", "))
	case len(chosen) == 0 && a.given("subject"):
		near := likeness.Order(shortened(a.text("rule")+"-"+a.text("subject")), ids)
		return answer{}, said.Errorf("nothing is found about %q; use the ID of a finding instead, such as %s", shortened(a.text("subject")), strings.Join(near[:min(few, len(near))], ", "))
	case len(chosen) == 1 && (a.given("id") || a.given("rule")):
		return s.explained(chosen[0]), nil
	}
	out := answer{lines: append([]string{s.Count(len(chosen), "{1} finding.", "{1} findings, the severest first.")}, s.Tally(chosen)...)}
	result := []judged{}
	for i, f := range report.FindingsOf(s.Graph, chosen) {
		result = append(result, judged{Finding: f})
		out.lines = append(out.lines, "- "+s.Plain("{1} ({2}): {3}", f.ID, s.Plain(string(f.Severity)), s.Statement(chosen[i].Message)))
		out.lines = append(out.lines, s.Decided(chosen[i])...)
	}
	out.result, out.rests.judged = result, true
	return out, nil
}

// shownEvidence is how many tasks or flows a text gives as evidence.
const shownEvidence = 10

// explained says one finding with its evidence and its Cypher.
func (s *server) explained(f findings.Finding) answer {
	j := judged{Finding: report.FindingsOf(s.Graph, []findings.Finding{f})[0]}
	out := answer{lines: []string{s.Plain("{1} ({2}): {3}", j.ID, s.Plain(string(f.Severity)), s.Closed(f.Message)), say(s.Badge(f.Certainty))}}
	out.lines = append(out.lines, s.Decided(f)...)
	if len(f.Evidence) > 0 {
		out.lines = append(out.lines, s.Count(len(f.Evidence), "Evidence:", "Evidence, {1} in all:"))
	}
	for _, id := range f.Evidence[:min(shownEvidence, len(f.Evidence))] {
		if _, ok := s.Graph.TaskIndex(id); ok {
			out.lines = append(out.lines, "- "+say(s.Task(id)))
		} else {
			out.lines = append(out.lines, "- "+say(s.FlowTitle(id)))
		}
	}
	for _, id := range f.Evidence {
		if _, ok := s.Graph.TaskIndex(id); ok {
			out.rests.tasks = append(out.rests.tasks, id)
		} else if fl, ok := s.Graph.Flow(id); ok {
			out.rests.handoffs = append(out.rests.handoffs, fl.Handoffs...)
		}
	}
	out.rests.tasks = append(out.rests.tasks, f.DependsOn...)
	if fl, ok := s.Graph.Flow(f.Subject.ID); ok && len(f.Evidence) == 0 {
		out.rests.handoffs = append(out.rests.handoffs, fl.Handoffs...)
	}
	out.rests.handoffs, out.rests.judged = distinct(out.rests.handoffs), true
	if q, err := queries.Get(f.Query); err == nil {
		j.Cypher = q.Cypher
		out.lines = append(out.lines, s.Plain("The question {1} of the catalogue reproduces it in Neo4j; its Cypher is in the structured answer.", q.Name))
	}
	out.result = j
	return out
}
