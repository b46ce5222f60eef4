package book

import (
	"io"
	"slices"

	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/paint"
)

// Book is what is set.
type Book struct {
	Kind, Title string // what it is, and of which dataset
	messages.Language
	Brief     []document.Section                                         // begins the book
	Chapters  []document.Section                                         // follow the contents; where there are none, there are no contents
	Drawn     func(paint.Painter, document.Drawing) (paint.Figure, bool) // what a drawing shows
	Elsewhere int                                                        // tables on pages that are not in the book
	Beside    string                                                     // these pages, such as “Tasks (tasks.html)”
	FileOf    map[string]string                                          // of what is on them, by ID
}

// Write sets a book on paper and writes it as a PDF. Equal books give equal bytes.
func (b Book) Write(w io.Writer, painter paint.Painter, paper paint.Paper) error {
	return painter.Book(w, b.set(painter, paper))
}

// set puts a book on pages.
func (b Book) set(painter paint.Painter, paper paint.Paper) paint.Book {
	if painter.StandIns == nil {
		painter.StandIns = &paint.StandIns{}
	}
	s := newSetter(b, painter, paper)
	brief, chapters := s.sections(b.Brief, false), s.sections(b.Chapters, true)
	var between []strip
	if len(b.Chapters) > 0 {
		between = s.contents(chapters)
	}
	between = append(between, s.missing()...)

	f := newFlow(s)
	f.run(s.opening())
	f.run(slices.Concat(brief...))
	f.finish()
	f.run(between)
	for _, chapter := range chapters {
		f.run(chapter)
		f.finish()
	}
	return f.book()
}

// opening is what the first page begins with.
func (s *setter) opening() []strip {
	var list []strip
	for _, line := range s.lines(document.Words(s.Kind), look{size: noteSize, color: soft}, s.width) {
		list = append(list, s.lineStrip(line, noteSize, left))
	}
	for _, line := range s.lines(document.Words(s.Title), look{size: openingSize, bold: true, color: ink}, s.width) {
		list = append(list, s.lineStrip(line, openingSize, left))
	}
	for i := range list {
		list[i].keep = true
	}
	return list
}

// missing says what the font lacks.
func (s *setter) missing() []strip {
	note := messages.StandInNote(s.StandIns.List(), s.Language)
	if note == "" {
		return nil
	}
	return s.paragraph(document.Words(note), look{size: noteSize, color: soft}, 0, 6)
}
