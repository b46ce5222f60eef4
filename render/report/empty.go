package report

import (
	"slices"

	"tasuki/render/document"
	"tasuki/render/messages"
)

// withoutEmpty leaves columns that tell nothing apart out of every table, and names them
// once behind it.
func withoutEmpty(p messages.Printer, blocks []document.Block) []document.Block {
	var all []document.Block
	for _, b := range blocks {
		switch {
		case b.Group != nil:
			g := *b.Group
			g.Blocks = withoutEmpty(p, g.Blocks)
			b.Group = &g
		case b.Table != nil:
			t, left := b.Table.WithoutEmpty(messages.Unknown)
			all = append(all, document.Block{Table: &t})
			all = append(all, leftOut(p, left)...)
			continue
		}
		all = append(all, b)
	}
	return all
}

func leftOut(p messages.Printer, left document.LeftOut) []document.Block {
	var said []document.Phrase
	if heads := unique(left.Zero); len(heads) > 0 {
		said = append(said, p.Say("Columns left out, as they are 0 in every row: {1}.", p.List(heads)))
	}
	if heads := unique(left.Unknown); len(heads) > 0 {
		said = append(said, p.Say("Columns left out, as they are not known in any row: {1}.", p.List(heads)))
	}
	if heads := unique(left.Empty); len(heads) > 0 {
		said = append(said, p.Say("Columns left out, as they are empty in every row: {1}.", p.List(heads)))
	}
	if said == nil {
		return nil
	}
	return []document.Block{{Note: p.Sentences(said...)}}
}

// unique returns each text once.
func unique(list []string) []document.Phrase {
	var once []string
	for _, s := range list {
		if !slices.Contains(once, s) {
			once = append(once, s)
		}
	}
	return messages.Each(once, document.Words)
}
