package book

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tasuki/render/document"
	"tasuki/render/paint"
)

// sections sets sections, each with its title, which chapters have in the outline
// and above their pages.
func (s *setter) sections(list []document.Section, chapters bool) [][]strip {
	var all [][]strip
	_, height := s.paper.Size()
	for _, section := range list {
		title := s.paragraph(document.Words(section.Title), look{chapterSize, true, ink}, 0, 22)
		for i := range title {
			title[i].keep = true
		}
		title[0].places, title[0].mark, title[0].chapter = []string{section.ID}, section.Title, section.Title
		if chapters {
			title[0].need = (height - top - bottom) / 3
		}
		all = append(all, append(title, s.blocks(s.kept(section.Blocks))...))
	}
	return all
}

// blocks sets blocks one below the other.
func (s *setter) blocks(blocks []document.Block) []strip {
	var list []strip
	for _, b := range blocks {
		list = append(list, s.block(b)...)
	}
	return list
}

func (s *setter) block(b document.Block) []strip {
	switch {
	case b.Head != nil:
		return s.heading(b.Head, b.Level, "")
	case b.Text != nil:
		return s.paragraph(b.Text, look{size: bodySize, color: ink}, 0, 5)
	case b.Note != nil:
		return s.paragraph(b.Note, look{size: noteSize, color: soft}, 0, 4)
	case b.Link != nil:
		return s.paragraph(s.withFiles(b.Link), look{size: noteSize, color: soft}, 0, 4)
	case b.Items != nil:
		return s.list(b.Items, func(int) string { return "–" })
	case b.Steps != nil:
		return s.list(b.Steps, func(i int) string { return fmt.Sprintf("%d.", i+1) })
	case b.Facts != nil && b.Facts[0].Large:
		return s.figures(b.Facts)
	case b.Facts != nil:
		return s.terms(b.Facts)
	case b.Code != "":
		return s.code(b.Code)
	case b.Table != nil:
		return s.table(b.Table)
	case b.Figure != nil:
		return s.figure(b.Figure)
	case b.Group != nil && !leftOut(b.Group):
		return s.group(b.Group, b.Level)
	}
	return nil
}

// heading sets a heading, which stays with what follows it.
func (s *setter) heading(text document.Phrase, level int, id string) []strip {
	size, before := headSize, 14.0
	if level > 3 {
		size, before = minorSize, 10.0
	}
	list := s.paragraph(text, look{size, true, ink}, 0, before)
	for i := range list {
		list[i].keep = true
	}
	if level > 3 {
		list[0].places = slices.DeleteFunc([]string{id}, func(id string) bool { return id == "" })
		return list
	}
	s.headings++
	list[0].mark, list[0].level, list[0].places = text.String(), 1, []string{cmp.Or(id, fmt.Sprint(" ", s.headings))}
	return list
}

// group sets a group below its title. One with nothing in it is left out.
func (s *setter) group(g *document.Group, level int) []strip {
	title := g.Title
	if g.Gist != nil {
		title = append(append(append(document.Phrase{}, title...), document.Piece{Text: " · "}), g.Gist...)
	}
	inside := s.blocks(s.kept(g.Blocks))
	if len(inside) == 0 {
		return nil
	}
	return append(s.heading(title, level, g.ID), inside...)
}

// list sets the entries of a list behind their signs.
func (s *setter) list(items []document.Phrase, sign func(int) string) []strip {
	var list []strip
	from := indent
	if s.measure(sign(len(items)-1), bodySize) > indent-4 {
		from = 1.6 * indent
	}
	for i, item := range items {
		entry := s.paragraph(item, look{size: bodySize, color: ink}, from, 2.5)
		first, mark := entry[0].paint, sign(i)
		entry[0].paint = func(on *leaf, y float64) {
			on.Words = append(on.Words, paint.Word{Text: mark, X: left, Y: y + bodySize*(leading+0.7)/2, Size: bodySize, Color: soft})
			first(on, y)
		}
		// Neither the first nor the last entry stands alone on a page.
		entry[len(entry)-1].keep = len(items) > 1 && (i == 0 || i == len(items)-2)
		list = append(list, entry...)
	}
	list[0].before = 5
	return list
}

// code sets lines as they are, on grey.
func (s *setter) code(text string) []strip {
	var list []strip
	for row := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		from := 6 + s.measure(row[:len(row)-len(strings.TrimLeft(row, " "))], tightSize)*1.6
		for _, l := range s.lines(document.Words(row), look{size: tightSize, color: ink}, s.width-from-6) {
			st := s.lineStrip(l, tightSize, left+from)
			words := st.paint
			st.paint = func(on *leaf, y float64) {
				on.Panels = append(on.Panels, paint.Panel{X: left, Y: y, W: s.width, H: st.height + 0.2, Fill: pale})
				words(on, y)
			}
			st.keep = true
			list = append(list, st)
		}
	}
	list[0].before, list[len(list)-1].keep = 6, false
	return list
}
