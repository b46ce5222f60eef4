package samples

import (
	"tasuki/graph"
	"tasuki/render/messages"
)

// Languages returns the languages that golden files are kept in. Others may be
// added without one.
func Languages() []messages.Language {
	return []messages.Language{messages.In(graph.English), messages.In(graph.Japanese)}
}
