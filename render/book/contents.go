package book

import (
	"strings"

	"tasuki/render/document"
	"tasuki/render/paint"
)

// mostEntries is how many lines the contents may have. With more headings, they
// list chapters alone.
const mostEntries = 40

// contents lists what chapters begin with which page, and says once what is left
// out of them.
func (s *setter) contents(chapters [][]strip) []strip {
	title := s.paragraph(document.Words(s.Plain("Contents")), look{chapterSize, true, ink}, 0, 22)
	for i := range title {
		title[i].keep = true
	}
	title[0].mark, title[0].chapter = s.Plain("Contents"), s.Plain("Contents")
	list, deep := title, s.headings+len(chapters) <= mostEntries
	for i, chapter := range chapters {
		list = append(list, s.entry(document.Words(s.Chapters[i].Title), s.Chapters[i].ID, 0, i == 0)...)
		for _, st := range chapter {
			if deep && st.mark != "" && st.level > 0 {
				list = append(list, s.entry(document.Words(st.mark), st.places[0], indent, false)...)
			}
		}
	}
	_, high := s.paper.Size()
	list[0].need = min(high-top-bottom, heightOf(list))
	if s.folded > 0 {
		note := s.Count(s.folded, "{1} table is not on these pages but in the same folder: {2}.", "{1} tables are not on these pages but in the same folder: {2}.", s.Beside)
		list = append(list, s.paragraph(document.Words(note), look{size: noteSize, color: soft}, 0, 10)...)
	}
	return list
}

// entry is a line of the contents: dots lead from a title to the number of the
// page, and a click leads there.
func (s *setter) entry(title document.Phrase, id string, from float64, first bool) []strip {
	const numbers = 30.0
	size, before := bodySize, 3.0
	if from > 0 {
		size, before = noteSize, 0
	}
	as := look{size: size, color: ink}
	lines := s.lines(title, as, s.width-from-numbers)
	var list []strip
	for i, l := range lines {
		st := s.lineStrip(l, size, left+from)
		st.keep = i < len(lines)-1
		if !st.keep {
			words := st.paint
			st.paint = func(on *leaf, y float64) {
				words(on, y)
				base := y + size*(leading+0.7)/2
				x, end := left+from+l.width+6, left+s.width-numbers+6
				if n := int((end - x) / s.measure(" .", size)); n > 0 {
					dots := strings.Repeat(" .", n)
					on.Words = append(on.Words, paint.Word{Text: dots, X: end - s.measure(dots, size), Y: base, Size: size, Color: rules})
				}
				on.numbers = append(on.numbers, number{left + s.width, base, size, id})
				on.links = append(on.links, link{left, y, s.width, size * leading, id})
			}
		}
		list = append(list, st)
	}
	list[0].before = before
	if first {
		list[0].before = 8
	}
	return list
}
