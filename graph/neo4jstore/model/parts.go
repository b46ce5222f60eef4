package model

// Mark is the property that holds the name of the dataset on every node and
// relationship that the store wrote, and that it alone writes. Others share the
// labels, the types and the property dataset, so none of these says whose a thing
// is.
const Mark = "tasuki"

// Part is a label of nodes, or a type of relationships between two labels, in
// the model that the store keeps datasets in.
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
	for _, s := range Shapes() {
		own := s.Keys
		if !s.IsNode() {
			own -= 2 // the ends
		}
		p := Part{Name: s.Kind, From: s.From, To: s.To, Key: s.Columns[:own], Properties: s.Columns[own : len(s.Columns)-s.Former]}
		if s.IsNode() {
			p.Key = append([]string{Mark}, p.Key...)
			p.Properties = append([]string{"dataset"}, p.Properties...)
		}
		if s.Keys == 0 {
			p.Properties = append(p.Properties[:len(p.Properties):len(p.Properties)], Bookkeeping()...)
		}
		parts = append(parts, p)
	}
	return parts
}

// Bookkeeping returns the properties of the dataset's node that loads write about
// it, and that are no facts.
func Bookkeeping() []string { return []string{"content", "verified", "load", "loaded"} }
