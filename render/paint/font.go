package paint

import (
	_ "embed" // the font file
	"slices"
	"sync"

	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"tasuki/graph/said"
	"tasuki/render/layout"
	"tasuki/render/packed"
)

// typeface is the name under which canvases know the font.
const typeface = "tasuki"

// Font is a TrueType font that pictures are painted with.
type Font struct {
	data   []byte
	parsed *opentype.Font
}

//go:embed mplus-1p-regular.ttf.gz
var mplus1p string

// DefaultFont is M+ 1p, a free Japanese font that comes with the program.
var DefaultFont = sync.OnceValue(func() *Font {
	f, err := ParseFont(packed.Bytes(mplus1p))
	if err != nil {
		panic(err)
	}
	return f
})

// ParseFont reads a font file. It takes TrueType outlines only, since those of
// PostScript cannot be put into a PDF.
func ParseFont(data []byte) (*Font, error) {
	if len(data) < 4 || !slices.Contains([]string{"\x00\x01\x00\x00", "true"}, string(data[:4])) {
		return nil, said.New("reading a font: it has no TrueType outlines; use a .ttf file, not a collection (.ttc) and not PostScript outlines (.otf)")
	}
	parsed, err := opentype.Parse(data)
	if err != nil {
		return nil, said.Errorf("reading a font: %w", err)
	}
	return &Font{data, parsed}, nil
}

// Width returns how wide a line is at a size, both in points.
func (f *Font) Width(text string, size float64) float64 {
	var b sfnt.Buffer
	sum := fixed.Int26_6(0)
	for _, r := range shown(text) {
		// The only error is a glyph that is not there, and glyph 0 always is.
		i, _ := f.parsed.GlyphIndex(&b, r)
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

// has reports whether the font can show a character.
func (f *Font) has(r rune) bool {
	var b sfnt.Buffer
	i, err := f.parsed.GlyphIndex(&b, r)
	return err == nil && i != 0
}

// outline returns the outline of a character of the font that begins at a place.
func (f *Font) outline(r rune, at layout.Point, size float64) path {
	const em = 1000
	var b sfnt.Buffer
	// As with [Font.Width], what has no glyph is glyph 0, whose outline may be
	// empty.
	i, _ := f.parsed.GlyphIndex(&b, r)
	segments, err := f.parsed.LoadGlyph(&b, i, fixed.I(em), nil)
	if err != nil {
		return nil
	}
	place := func(p fixed.Point26_6) layout.Point {
		return layout.Point{X: at.X + float64(p.X)/64/em*size, Y: at.Y - float64(p.Y)/64/em*size}
	}
	var out path
	for _, s := range segments {
		a := place(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			out = append(out, step{kind: 'M', to: a})
		case sfnt.SegmentOpLineTo:
			out = append(out, step{kind: 'L', to: a})
		case sfnt.SegmentOpQuadTo:
			from, to := out[len(out)-1].to, place(s.Args[1])
			out = append(out, step{'C', [2]layout.Point{between(from, a, 2.0/3), between(to, a, 2.0/3)}, to})
		case sfnt.SegmentOpCubeTo:
			out = append(out, step{'C', [2]layout.Point{a, place(s.Args[1])}, place(s.Args[2])})
		}
	}
	return out
}
