package neo4jstore

// Part is a label of nodes, or a type of relationships between two labels, in
// the model that this package keeps datasets in.
type Part struct {
	Name       string   // the label or the type
	From, To   string   // the labels at the ends of a relationship; empty for a node
	Key        []string // properties that tell nodes of the label, or relationships of the type between the same two nodes, apart
	Properties []string // the others, in the order of the model
}

// Parts returns the model: the labels, then the types, each once for every pair
// of labels that it joins. That every relationship bears the mark, tasuki, is not
// said again in each.
func Parts() []Part {
	var parts []Part
	for _, s := range model() {
		own := s.keys
		if !s.isNode() {
			own -= 2 // the ends
		}
		p := Part{Name: s.kind, From: s.from, To: s.to, Key: s.columns[:own], Properties: s.columns[own:]}
		if s.isNode() {
			p.Key = append([]string{mark}, p.Key...)
			p.Properties = append([]string{"dataset"}, p.Properties...)
		}
		if s.keys == 0 {
			p.Properties = append(p.Properties[:len(p.Properties):len(p.Properties)], bookkeeping...)
		}
		parts = append(parts, p)
	}
	return parts
}

// bookkeeping are the properties of the dataset's node that loads write about
// it, and that are no facts.
var bookkeeping = []string{"content", "verified", "load", "loaded"}
