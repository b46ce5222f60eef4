package book

import (
	"tasuki/render/document"
	"tasuki/render/paint"
)

// abreast is how many key figures stand side by side.
const abreast = 4

// figures sets key figures in boxes side by side.
func (s *setter) figures(facts []document.Fact) []strip {
	const gap, pad, large = 8.0, 7.0, 15.0
	width := (s.width - (abreast-1)*gap) / abreast
	var list []strip
	for from := 0; from < len(facts); from += abreast {
		row := facts[from:min(from+abreast, len(facts))]
		var values, terms [][]line
		high, low := 0, 0
		for _, f := range row {
			values = append(values, s.lines(f.Value, look{large, true, ink}, width-2*pad))
			terms = append(terms, s.lines(document.Words(f.Term), look{noteSize, false, soft}, width-2*pad))
			high, low = max(high, len(values[len(values)-1])), max(low, len(terms[len(terms)-1]))
		}
		height := 2*pad + float64(high)*large*leading + float64(low)*noteSize*leading
		list = append(list, strip{before: gap, height: height, paint: func(on *leaf, y float64) {
			for i := range row {
				x := left + float64(i)*(width+gap)
				on.Panels = append(on.Panels, paint.Panel{X: x, Y: y, W: width, H: height, Line: rules})
				s.stack(on, values[i], x+pad, y+pad, large)
				s.stack(on, terms[i], x+pad, y+pad+float64(high)*large*leading, noteSize)
			}
		}})
	}
	return list
}

// stack writes lines below each other.
func (s *setter) stack(on *leaf, lines []line, x, y, size float64) {
	for i, l := range lines {
		s.write(on, l, x, y+float64(i)*size*leading, size)
	}
}

// terms sets terms, each with what is said of it.
func (s *setter) terms(facts []document.Fact) []strip {
	var list []strip
	for _, f := range facts {
		said := append(document.Phrase{{Text: f.Term, Style: document.StrongStyle}, {Text: s.Plain(": ")}}, f.Value...)
		entry := s.paragraph(said, look{size: bodySize, color: ink}, 0, 4)
		if f.ID != "" {
			entry[0].places = []string{f.ID}
		}
		list = append(list, entry...)
	}
	return list
}
