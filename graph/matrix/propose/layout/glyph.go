package layout

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/sign"
)

// findGlyphs chooses the notation of the sheet, with the glyphs that occur in
// it, and the columns where marks stand. It reports whether there are at least
// two marks, one of which may be a sign that nothing is known of.
func (p *proposal) findGlyphs() bool {
	most := 0
	p.glyphs, p.notation, most = sign.Choose(p.sheet.Rows, p.isTitle, p.sheet.Legend)
	if p.notation.Pure {
		p.sheet.Rows = sign.AsTicks(p.sheet.Rows, p.isTitle, p.sheet.Legend, p.notation)
		p.printed, p.glyphs = p.glyphs, matrix.Glyphs{Lead: []string{sign.Tick}}
	}
	p.readGlyphs()
	if p.glyphs.Blank = append(p.glyphs.Blank, p.findFillers()...); len(p.glyphs.Blank) > 0 {
		p.readGlyphs()
	}
	return most > 1 || most == 1 && p.signs() > 0
}

// readGlyphs reads the sheet anew, after the glyphs have changed.
func (p *proposal) readGlyphs() {
	p.table = sign.TableOf(p.glyphs, p.sheet.Legend)
	p.kinds = sign.NewKinds(p.table)
	clear(p.marked)
	p.core = p.markColumns(p.sheet.Rows)
}

// glyphsAsPrinted returns what the glyphs mean as the file has them.
func (p *proposal) glyphsAsPrinted() matrix.Glyphs {
	g := p.glyphs
	if p.notation.Pure {
		g.Lead, g.Blank = p.printed.Lead, slices.Concat(p.printed.Blank, g.Blank)
	}
	return g
}

func (p *proposal) assumeGlyphs() {
	p.note(sign.Assumptions(p.glyphsAsPrinted(), p.notation, len(p.sheet.Legend.Entries) > 0)...)
}
