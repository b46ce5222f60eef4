package graph

import "tasuki/graph/said"

// ElementCount says what became of the elements of one type of the models that a dataset was
// read from. It holds
//
//	In = Mapped + the number of IDs in Left
type ElementCount struct {
	Type   string    `json:"type"` // as the notation of the model calls it
	In     int       `json:"in"`
	Mapped int       `json:"mapped"` // became a fact, or a part of one
	Left   []LeftOut `json:"left_out,omitempty"`
}

// LeftOut are elements that became no fact, for one reason.
type LeftOut struct {
	Reason said.Note `json:"reason"`
	IDs    []string  `json:"ids"` // in the order of the file; of an element without one its file and line
}

// AddElements returns the counts of two accounts: of each type those of a, then those of b,
// as one where they are of one type.
func AddElements(a, b []ElementCount) []ElementCount {
	var sum []ElementCount
	at := map[string]int{}
	for _, list := range [][]ElementCount{a, b} {
		for _, c := range list {
			i, known := at[c.Type]
			if !known {
				at[c.Type] = len(sum)
				sum = append(sum, c)
				continue
			}
			s := &sum[i]
			s.In, s.Mapped = s.In+c.In, s.Mapped+c.Mapped
			s.Left = append(s.Left[:len(s.Left):len(s.Left)], c.Left...)
		}
	}
	return sum
}
