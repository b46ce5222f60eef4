package answer

import (
	_ "embed"
	"encoding/json"
	"slices"

	"tasuki/graph"
	"tasuki/graph/said"
)

// resultSchemas are the schemas of everything that is printed as JSON. A test
// derives them from the types of the results, and their comments.
//
//go:embed schema/results.json
var resultSchemas []byte

// ResultKinds lists what has a schema: "results" for results.json, each analysis
// by its name, "coverage" for what drills have tested, "after-action" for what a drill has shown, "readiness" for who is reached in a week, "whatif" for what follows from
// changes, "fix" for marks that reach a target, "diff" for what differs between two datasets, "observe" for what a log shows of one, "findings" for what a check finds,
// and "rules" for what it goes by.
func ResultKinds() []string {
	return []string{"results", "bottleneck", "concentration", "loss", "spof", "escalation", "certainty", "coverage", "after-action", "readiness", "whatif", "fix", "diff", "observe", "findings", "rules"}
}

// ResultSchema returns the JSON Schema (draft 2020-12) of what a kind of result
// is printed as.
func ResultSchema(kind string) ([]byte, error) {
	if !slices.Contains(ResultKinds(), kind) {
		return nil, said.Errorf("no schema of result %q: use one of %v", kind, ResultKinds())
	}
	var all struct {
		Kinds map[string]map[string]any `json:"kinds"`
		Defs  json.RawMessage           `json:"$defs"`
	}
	if err := json.Unmarshal(resultSchemas, &all); err != nil {
		return nil, said.Errorf("reading the schemas of results: %w", err)
	}
	s := all.Kinds[kind]
	s["$schema"], s["$id"] = "https://json-schema.org/draft/2020-12/schema", "tasuki:"+kind
	s["title"], s["$defs"] = "Tasuki "+kind, all.Defs
	return graph.JSONText(s)
}
