package xlsx

import (
	"archive/zip"
	"strconv"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// bits is a set of small numbers, which takes no room up to its first member.
type bits []uint64

func (b *bits) add(n int) {
	for n/64 >= len(*b) {
		*b = append(*b, 0)
	}
	(*b)[n/64] |= 1 << (n % 64)
}

func (b bits) has(n int) bool { return n >= 0 && n/64 < len(b) && b[n/64]&(1<<(n%64)) != 0 }

// fontStyles are the cell styles whose fonts tell something: that texts are struck
// out, or that they are signs.
type fontStyles struct {
	known  bool
	struck bits
	bold   bits
	signs  map[int]string // the font of each style that has signs for letters
}

// read reads the styles when the first is asked for.
func (k *fontStyles) read(style int, part *zip.File) error {
	if k.known || style == 0 || part == nil {
		return nil
	}
	r := styleReader{}
	if err := parts.Walk(part, parts.MaxHeld, r.visit); err != nil {
		return err
	}
	k.known, k.struck, k.bold, k.signs = true, r.struck, r.bold, r.signs
	return nil
}

// styleReader finds the cell styles with a font that strikes out.
type styleReader struct {
	limits       styleLimits
	inFonts      bool
	fonts, cells int
	struckFonts  bits
	struck       bits
	boldFonts    bits
	bold         bits
	signFonts    map[int]string
	signs        map[int]string
}

func (r *styleReader) visit(t *parts.Token) error {
	if err := r.limits.visit(t); err != nil {
		return err
	}
	switch {
	case t.Kind != parts.Chars && string(t.Name) == "fonts":
		r.inFonts = t.Kind == parts.Start
	case t.Is(parts.End, "font") && r.inFonts:
		r.fonts++
	case r.inFonts && isOn(t, "b"):
		r.boldFonts.add(r.fonts)
	case r.inFonts && isOn(t, "strike"):
		r.struckFonts.add(r.fonts)
	case r.inFonts && t.Is(parts.Start, "name") && parts.IsSigns(t.Attribute("val")):
		note(&r.signFonts, r.fonts, t.Attribute("val"))
	case t.Is(parts.Start, "xf") && r.limits.ofCells:
		if font := t.Attribute("fontId"); font != "" {
			n, err := strconv.Atoi(font)
			if err != nil {
				return said.Errorf("the font of cell style %d: %w", r.cells, err)
			}
			if r.struckFonts.has(n) {
				r.struck.add(r.cells)
			}
			if r.boldFonts.has(n) {
				r.bold.add(r.cells)
			}
			if name := r.signFonts[n]; name != "" {
				note(&r.signs, r.cells, name)
			}
		}
		r.cells++
	}
	return nil
}

func note(names *map[int]string, n int, name string) {
	if *names == nil {
		*names = map[int]string{}
	}
	(*names)[n] = name
}

// isOn reports whether a token says that a font has a property.
func isOn(t *parts.Token, property string) bool {
	if !t.Is(parts.Start, property) {
		return false
	}
	value := t.Attribute("val")
	return value == "" || isTrue(value)
}

// font returns the text as the cell's font shows it, and how much of it that strikes
// out, how being what its runs do. Runs that say nothing have the cell's font, so one
// that strikes out is taken to strike out all of them.
func (s *sheetReader) font(text string, how table.Strike) (string, table.Strike, error) {
	if err := s.styles.read(s.style, s.format.book.styles); err != nil {
		return "", 0, err
	}
	if name := s.styles.signs[s.style]; name != "" {
		text = parts.SignOnly(name, text)
	}
	if s.styles.struck.has(s.style) {
		how = table.Wholly
	}
	return text, how, nil
}
