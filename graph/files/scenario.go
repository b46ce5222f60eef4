package files

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tasuki/graph"
)

// ScenarioFile is a scenario as it was read, before it is known which flow it
// is about.
type ScenarioFile struct {
	graph.Scenario
	doc  *document
	path string
}

// OpenScenario reads the scenario at path. Faults of its form are an error that
// wraps graph.Problems.
func OpenScenario(path string) (ScenarioFile, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return ScenarioFile{}, fmt.Errorf("loading scenario: %w", err)
	}
	s := ScenarioFile{doc: parse(filepath.Base(path), text), path: path}
	if ps := s.doc.check("scenario"); len(ps) > 0 {
		return ScenarioFile{}, s.describe(ps.Err())
	}
	if err := s.doc.decode(&s.Scenario); err != nil {
		return ScenarioFile{}, s.describe(err)
	}
	return s, nil
}

// For returns the scenario as one of a flow. What in it does not fit the flow
// and the graph is an error that wraps graph.Problems, each with its place.
func (s ScenarioFile) For(g *graph.Graph, flow string) (graph.Scenario, error) {
	faults := s.Check(g, flow)
	for i := range faults {
		faults[i].Source = s.doc.locate(faults[i].Path)
	}
	return s.Scenario, s.describe(faults.Err())
}

func (s ScenarioFile) describe(err error) error {
	var ps graph.Problems
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ps):
		return fmt.Errorf("loading scenario %q: nothing was planned because of %d problems:\n%w", s.path, len(ps), ps)
	}
	return fmt.Errorf("loading scenario %q: %w", s.path, err)
}
