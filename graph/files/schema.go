package files

import (
	_ "embed"
	"encoding/json"

	"tasuki/graph"
	"tasuki/graph/said"
)

// defs are the definitions that the published schemas share. Each schema is
// one of them with all the others beside it.
//
//go:embed schema/defs.json
var defs []byte

// SchemaKinds lists the kinds of file that have a schema.
func SchemaKinds() []string {
	return []string{"dataset", "reading", "scenario", "acceptance", "numbers", "mapping"}
}

// Schema returns the JSON Schema (draft 2020-12) of a kind of file.
func Schema(kind string) ([]byte, error) {
	for _, k := range SchemaKinds() {
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
	return nil, said.Errorf("no schema of kind %q: use one of %v", kind, SchemaKinds())
}
