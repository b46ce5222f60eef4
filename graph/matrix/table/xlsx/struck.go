package xlsx

import (
	"archive/zip"
	"strconv"

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
		if err := parts.Walk(part, parts.MaxHeld, r.visit); err != nil {
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

func (r *styleReader) visit(t *parts.Token) error {
	if err := r.limits.visit(t); err != nil {
		return err
	}
	switch {
	case t.Kind != parts.Chars && string(t.Name) == "fonts":
		r.inFonts = t.Kind == parts.Start
	case t.Is(parts.End, "font") && r.inFonts:
		r.fonts++
	case r.inFonts && strikes(t):
		r.struckFonts.add(r.fonts)
	case t.Is(parts.Start, "xf") && r.limits.ofCells:
		if font := t.Attribute("fontId"); font != "" {
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
func strikes(t *parts.Token) bool {
	if !t.Is(parts.Start, "strike") {
		return false
	}
	value := t.Attribute("val")
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
