package table

import (
	"archive/zip"
	"strconv"

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

// struckStyles are the cell styles whose texts are struck out.
type struckStyles struct {
	known  bool
	styles bits
}

// of reports whether a style strikes out. The styles are read when the first is
// asked for.
func (k *struckStyles) of(style int, part *zip.File) (bool, error) {
	if !k.known && style != 0 && part != nil {
		r := styleReader{}
		if err := walkPart(part, maxPart, r.visit); err != nil {
			return false, err
		}
		k.known, k.styles = true, r.struck
	}
	return k.styles.has(style), nil
}

// styleReader finds the cell styles with a font that strikes out.
type styleReader struct {
	limits       styleLimits
	inFonts      bool
	fonts, cells int
	struckFonts  bits
	struck       bits
}

func (r *styleReader) visit(t *token) error {
	if err := r.limits.visit(t); err != nil {
		return err
	}
	switch {
	case t.kind != charData && string(t.name) == "fonts":
		r.inFonts = t.kind == startTag
	case t.is(endTag, "font") && r.inFonts:
		r.fonts++
	case r.inFonts && strikes(t):
		r.struckFonts.add(r.fonts)
	case t.is(startTag, "xf") && r.limits.ofCells:
		if font := t.attribute("fontId"); font != "" {
			n, err := strconv.Atoi(font)
			if err != nil {
				return said.Errorf("the font of cell style %d: %w", r.cells, err)
			}
			if r.struckFonts.has(n) {
				r.struck.add(r.cells)
			}
		}
		r.cells++
	}
	return nil
}

// strikes reports whether a token says that a font strikes out.
func strikes(t *token) bool {
	if !t.is(startTag, "strike") {
		return false
	}
	value := t.attribute("val")
	return value == "" || isTrue(value)
}

// isStruck reports whether any of the cell's text is struck out.
func (s *sheetReader) isStruck() (bool, error) {
	if s.content.struck {
		return true, nil
	}
	if s.kind == "s" && s.texts.isStruck(string(s.content.text)) {
		return true, nil
	}
	return s.styles.of(s.style, s.format.book.styles)
}
