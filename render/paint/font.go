package paint

import (
	_ "embed" // the font file
	"slices"
	"sync"

	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"tasuki/render/layout"
	"tasuki/render/packed"
	"tasuki/render/paint/pen"
)

// typeface is the name under which canvases know the font.
const typeface = "tasuki"

// Font is a font that pictures are painted with.
type Font struct{ parsed *opentype.Font }

//go:embed mplus-1p-regular.ttf.gz
var mplus1p string

// DefaultFont is M+ 1p, a free Japanese font that comes with the program.
var DefaultFont = sync.OnceValue(func() *Font {
	f, err := ParseFont(packed.Bytes(mplus1p), 0)
	if err != nil {
		panic(err)
	}
	return f
})

// Width returns how wide a line is at a size, both in points. What the font lacks is as wide
// as an em.
func (f *Font) Width(text string, size float64) float64 {
	var b sfnt.Buffer
	sum := fixed.Int26_6(0)
	for _, r := range shown(text) {
		i, err := f.parsed.GlyphIndex(&b, r)
		if err != nil || i == 0 {
			sum += fixed.I(1000)
			continue
		}
		if advance, err := f.parsed.GlyphAdvance(&b, i, fixed.I(1000), 0); err == nil {
			sum += advance
		}
	}
	return float64(sum) / 64 / 1000 * size
}

// Missing returns the characters of text that the font cannot show, each once,
// in the order of their code points. What is not seen is never missing.
func (f *Font) Missing(text string) []rune {
	var missing []rune
	for _, r := range shown(text) {
		if !f.has(r) {
			missing = append(missing, r)
		}
	}
	slices.Sort(missing)
	return slices.Compact(missing)
}

// perEm is how many units of the font an em has.
func (f *Font) perEm() int { return int(f.parsed.UnitsPerEm()) }

// has reports whether the font can show a character.
func (f *Font) has(r rune) bool {
	var b sfnt.Buffer
	i, err := f.parsed.GlyphIndex(&b, r)
	return err == nil && i != 0
}

// outline returns the outline of a character that begins at a place: of a box with its number
// if the font lacks it.
func (f *Font) outline(r rune, at layout.Point, size float64) pen.Path {
	if !f.has(r) {
		return boxed(r, at, size)
	}
	return f.glyph(r, size).Placed(at, 1)
}

// glyph returns the outline of a character of the font that begins at the origin. It is empty
// for one that the font lacks or has no outline for.
func (f *Font) glyph(r rune, size float64) pen.Path {
	var b sfnt.Buffer
	i, err := f.parsed.GlyphIndex(&b, r)
	if err != nil || i == 0 {
		return nil
	}
	em := f.perEm()
	segments, err := f.parsed.LoadGlyph(&b, i, fixed.I(em), nil)
	if err != nil {
		return nil
	}
	place := func(p fixed.Point26_6) layout.Point {
		return layout.Point{X: float64(p.X) / 64 / float64(em) * size, Y: -float64(p.Y) / 64 / float64(em) * size}
	}
	var out pen.Path
	for _, s := range segments {
		a := place(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			out = append(out, pen.Step{Kind: 'M', To: a})
		case sfnt.SegmentOpLineTo:
			out = append(out, pen.Step{Kind: 'L', To: a})
		case sfnt.SegmentOpQuadTo:
			from, to := out[len(out)-1].To, place(s.Args[1])
			out = append(out, pen.Step{Kind: 'C', By: [2]layout.Point{pen.Between(from, a, 2.0/3), pen.Between(to, a, 2.0/3)}, To: to})
		case sfnt.SegmentOpCubeTo:
			out = append(out, pen.Step{Kind: 'C', By: [2]layout.Point{a, place(s.Args[1])}, To: place(s.Args[2])})
		}
	}
	return out
}
