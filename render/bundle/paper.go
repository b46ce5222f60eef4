package bundle

import (
	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/render/book"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/paint"
	"tasuki/render/report"
)

// bookOf returns what is printed of a review as a book, with the drawings that stand
// in it.
func bookOf(g *graph.Graph, review findings.Review, drawn []Drawn, lang messages.Language, on report.OnPaper) book.Book {
	return book.Book{
		Kind: lang.Plain("Risk review"), Title: messages.Printer{Graph: g, Language: lang}.Title(review.Name), Language: lang, Brief: on.Brief, Chapters: on.Chapters, Elsewhere: on.Elsewhere, Beside: on.Beside, FileOf: on.Places,
		Drawn: func(p paint.Painter, shown document.Drawing) (paint.Figure, bool) {
			for _, d := range drawn {
				switch {
				case d.File != shown.File:
				case d.chart != nil:
					return p.ChartFigure(*d.chart), true
				default:
					return p.Figure(d.picture), true
				}
			}
			return paint.Figure{}, false
		},
	}
}
