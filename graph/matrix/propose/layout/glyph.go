package layout

import (
	"slices"
	"strings"

	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/propose/sign"
	"tasuki/graph/matrix/propose/word"
)

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
	p.table = p.glyphs.Table()
	p.kinds = sign.NewKinds(p.table)
	clear(p.marked)
	p.core = p.markColumns(p.sheet.Rows)
}

func (p *proposal) assumeGlyphs() {
	var means []string
	for _, list := range []struct {
		glyphs []string
		role   string
	}{{p.glyphs.Lead, "lead"}, {p.glyphs.Accountable, "accountable"}, {p.glyphs.Support, "support"}, {p.glyphs.Informed, "informed"}, {p.glyphs.Blank, "an empty cell"}} {
		if len(list.glyphs) > 0 {
			means = append(means, word.Quoted(list.glyphs)+" as "+list.role)
		}
	}
	p.assume(`glyphs: %s; change under "glyphs"`, strings.Join(means, ", "))
	if p.glyphs.AccountableLeads {
		p.assume(`glyphs: %s leads only where a row has no lead mark; change "accountable_leads" under "glyphs"`, word.Quoted(p.glyphs.Accountable))
	}
	about := func(glyph string) bool {
		return slices.Contains(slices.Concat(p.glyphs.Lead, p.glyphs.Accountable, p.glyphs.Support, p.glyphs.Informed, p.glyphs.Blank), glyph)
	}
	others := len(p.glyphs.Accountable) + len(p.glyphs.Support) + len(p.glyphs.Informed)
	if others == 0 && len(p.sheet.Legend.Entries) == 0 && !slices.ContainsFunc(p.glyphs.Lead, func(glyph string) bool { return !cell.IsSymbol(glyph) }) {
		p.notation.Says, p.notation.For = cell.OneKind, nil
	}
	if p.notation.Says != "" && (len(p.notation.For) == 0 || slices.ContainsFunc(p.notation.For, about)) {
		p.assume(`glyphs: %s; change under "glyphs"`, p.notation.Says)
	}
}
