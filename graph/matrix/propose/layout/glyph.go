package layout

import "tasuki/graph/matrix/propose/sign"

// findGlyphs chooses the notation of the sheet, with the glyphs that occur in
// it, and the columns where marks stand. It reports whether there are at least
// two marks, one of which may be a sign that nothing is known of.
func (p *proposal) findGlyphs() bool {
	most := 0
	p.glyphs, p.notation, most = sign.Choose(p.sheet.Rows, p.isTitle, p.sheet.Legend)
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

func (p *proposal) assumeGlyphs() {
	p.note(sign.Assumptions(p.glyphs, p.notation, len(p.sheet.Legend.Entries) > 0)...)
}
