package files

import (
	"errors"
	"path/filepath"

	"tasuki/graph"
	"tasuki/graph/files/schema"
	"tasuki/graph/numbers"
	"tasuki/graph/said"
)

// ScenarioFile is a scenario as it was read, before it is known which flow it
// is about.
type ScenarioFile struct {
	graph.Scenario
	doc  *schema.Document
	path string
}

// OpenScenario reads the scenario at path. Faults of its syntax are an error that
// wraps graph.Problems. What does not fit the schema is found by For, together
// with what does not fit the graph.
func OpenScenario(path string) (ScenarioFile, error) {
	text, err := input{path: path}.read(schema.MaxBytes)
	if err != nil {
		return ScenarioFile{}, said.Errorf("loading scenario: %w", err)
	}
	s := ScenarioFile{doc: schema.Parse(filepath.Base(path), text), path: path}
	if s.doc.Faults().Count() > 0 {
		return ScenarioFile{}, s.describe(s.doc.Faults().Err())
	}
	s.doc.Check("scenario")
	s.doc.Settle()
	if err := s.doc.Decode(&s.Scenario); err != nil {
		return ScenarioFile{}, s.describe(err)
	}
	return s, nil
}

// For returns the scenario as one of a flow. What in it does not fit the schema,
// the flow and the graph is an error that wraps graph.Problems, each with its
// place: of one value only the first that is wrong. Out are the organizations that are out
// in place of those of the scenario, when there are any.
func (s ScenarioFile) For(g *graph.Graph, flow string, out ...string) (graph.Scenario, error) {
	faults := s.doc.Faults()
	for _, f := range s.Check(g, flow, out...) {
		if s.doc.Fits(f.Path) {
			f.Source = s.doc.Locate(f.Path)
			faults = append(faults, f)
		}
	}
	return s.Scenario, s.describe(faults.Err())
}

// Reached returns an error that wraps graph.Problems, each with its place, where controllers
// are reached by lines that a file of numbers lacks.
func (s ScenarioFile) Reached(n numbers.File) error {
	faults := n.Lacks(s.Scenario)
	for i := range faults {
		faults[i].Source = s.doc.Locate(faults[i].Path)
	}
	return s.describe(faults.Err())
}

func (s ScenarioFile) describe(err error) error {
	var ps graph.Problems
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ps):
		return said.Errorf("loading scenario %q: nothing was planned because of %d problems:\n%w", s.path, ps.Count(), ps)
	}
	return said.Errorf("loading scenario %q: %w", s.path, err)
}
