// Package schema holds what files that people write must look like, reads them as YAML,
// and says of every place where one differs which value it is and where it stands.
package schema

import (
	_ "embed"
	"encoding/json"

	"tasuki/graph"
	"tasuki/graph/said"
)

// defs are the definitions that the published schemas share. Each schema is
// one of them with all the others beside it.
//
//go:embed defs.json
var defs []byte

// Kinds lists the kinds of file that have a schema.
func Kinds() []string {
	return []string{"dataset", "reading", "scenario", "acceptance", "numbers", "mapping"}
}

// Of returns the JSON Schema (draft 2020-12) of a kind of file.
func Of(kind string) ([]byte, error) {
	for _, k := range Kinds() {
		if k == kind {
			return graph.JSONText(map[string]any{
				"$schema": "https://json-schema.org/draft/2020-12/schema",
				"$id":     "tasuki:" + kind,
				"title":   "Tasuki " + kind,
				"$ref":    "#/$defs/" + kind,
				"$defs":   json.RawMessage(defs),
			})
		}
	}
	return nil, said.Errorf("no schema of kind %q: use one of %v", kind, Kinds())
}
