package schema

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// oldBooleans are texts that readers of YAML 1.1 take for true and false.
var oldBooleans = []string{"yes", "no", "on", "off", "y", "n"}

// ToYAML returns JSON as people write YAML, its keys in the same order. What the list under
// key holds has a line each where it is an object, and over it the head of the same place.
func ToYAML(text []byte, key string, heads []string) ([]byte, error) {
	var root yaml.Node
	if err := yaml.Load(text, &root); err != nil {
		return nil, err
	}
	var block func(n *yaml.Node)
	block = func(n *yaml.Node) {
		n.Style = 0
		if slices.Contains(oldBooleans, strings.ToLower(n.Value)) {
			n.Style = yaml.DoubleQuotedStyle
		}
		for _, inner := range n.Content {
			block(inner)
		}
	}
	block(&root)
	for i := 0; i+1 < len(root.Content[0].Content); i += 2 {
		if root.Content[0].Content[i].Value == key {
			for n, item := range root.Content[0].Content[i+1].Content {
				if item.Kind == yaml.MappingNode {
					item.Style |= yaml.FlowStyle
					item.HeadComment = "# " + heads[n]
				}
			}
		}
	}
	return yaml.Dump(&root, yaml.WithLineWidth(-1), yaml.WithQuotePreference(yaml.QuoteDouble))
}
