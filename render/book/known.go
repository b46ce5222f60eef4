package book

import (
	"slices"
	"strings"

	"tasuki/render/document"
)

// know notes the IDs of all that blocks put into the book, and counts what they
// leave out.
func (s *setter) know(blocks []document.Block) {
	for _, b := range blocks {
		switch {
		case b.Facts != nil:
			for _, f := range b.Facts {
				s.ids[f.ID] = true
			}
		case b.Table != nil:
			for _, r := range b.Table.Rows {
				s.ids[r.ID] = true
			}
		case b.Figure != nil:
			s.ids[b.Figure.ID] = true
		case b.Group != nil && leftOut(b.Group):
			s.folded += document.TablesIn(b.Group.Blocks)
		case b.Group != nil:
			s.ids[b.Group.ID] = true
			s.know(b.Group.Blocks)
		}
	}
	delete(s.ids, "")
}

// leftOut reports whether a group is for the screen alone.
func leftOut(g *document.Group) bool { return g.Folded && !g.Printed }

// leadsTo returns where in the book a link of the page leads.
func (s *setter) leadsTo(href string) (id string, ok bool) {
	_, id, ok = strings.Cut(href, "#")
	return id, ok && s.ids[id]
}

// kept returns blocks without lists of links to what is not in the book, and without
// the headings under which nothing is left then: the contents say where all that is.
func (s *setter) kept(blocks []document.Block) []document.Block {
	var list []document.Block
	for _, b := range blocks {
		if b.Items == nil || slices.ContainsFunc(b.Items, s.saysMore) {
			list = append(list, b)
			continue
		}
		for len(list) > 0 && list[len(list)-1].Head != nil {
			list = list[:len(list)-1]
		}
	}
	return list
}

// saysMore reports whether a phrase says more than where something is that is not in
// the book.
func (s *setter) saysMore(p document.Phrase) bool {
	for _, piece := range p {
		if _, ok := s.leadsTo(piece.Href); ok || piece.Href == "" && strings.TrimSpace(piece.Text) != "" {
			return true
		}
	}
	return false
}

// withFiles returns a phrase that names the files behind its links to other pages.
func (s *setter) withFiles(p document.Phrase) document.Phrase {
	var said document.Phrase
	for _, piece := range p {
		said = append(said, piece)
		if id, ok := s.leadsTo(piece.Href); !ok && s.FileOf[id] != "" {
			said = append(said, document.Piece{Text: s.Plain(" ({1})||file", s.FileOf[id])})
		}
	}
	return said
}
