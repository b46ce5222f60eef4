package render

// shorten leaves one table of a section in sight and folds the others under
// their captions. What stands in a part of its own stays as it is.
func shorten(blocks []block) []block {
	seen := false
	short := make([]block, len(blocks))
	for i, b := range blocks {
		short[i] = b
		switch {
		case b.Table == nil:
		case !seen, b.Table.Caption == "":
			seen = true
		default:
			t := *b.Table
			t.Caption, t.Label = "", t.Caption
			short[i] = block{Group: &group{Title: words(t.Label), Folded: true, Blocks: []block{{Table: &t}}}}
		}
	}
	return short
}
