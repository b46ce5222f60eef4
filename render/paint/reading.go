package paint

import (
	"slices"
	"strings"

	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"

	"tasuki/graph/said"
)

// ParseFont reads a font file, TrueType (.ttf) or OpenType (.otf), or one font of a
// collection (.ttc, .otc): that of a number from 1, or, if it is 0, the first of those whose
// name says that their characters are as in Japan, or else the first.
func ParseFont(data []byte, number int) (*Font, error) {
	if len(data) >= 4 && string(data[:4]) == "ttcf" {
		return fromCollection(data, number)
	}
	if number > 1 {
		return nil, said.Errorf("reading a font: the file holds 1 font, so there is no number %d", number)
	}
	parsed, err := opentype.Parse(data)
	if err != nil {
		return nil, said.Errorf("reading a font: %w; use a TrueType or OpenType file (.ttf, .otf) or a collection (.ttc)", err)
	}
	return checked(parsed)
}

func fromCollection(data []byte, number int) (*Font, error) {
	all, err := opentype.ParseCollection(data)
	if err != nil {
		return nil, said.Errorf("reading a collection of fonts: %w", err)
	}
	if number > all.NumFonts() {
		return nil, said.Errorf("reading a collection of fonts: it holds %d fonts, so there is no number %d", all.NumFonts(), number)
	}
	if number == 0 {
		number = 1
		for i := range all.NumFonts() {
			if f, err := all.Font(i); err == nil && forJapan(f) {
				number = i + 1
				break
			}
		}
	}
	parsed, err := all.Font(number - 1)
	if err != nil {
		return nil, said.Errorf("reading a collection of fonts: font %d: %w", number, err)
	}
	return checked(parsed)
}

// forJapan reports whether the name of a font says so, as that of Noto Sans CJK JP does.
func forJapan(f *opentype.Font) bool {
	name, err := f.Name(nil, sfnt.NameIDFull)
	return err == nil && slices.ContainsFunc(strings.Fields(name), func(word string) bool { return word == "JP" || word == "J" })
}

// checked refuses a font whose characters have no outlines, such as one of bitmaps: its
// pages would be empty.
func checked(parsed *opentype.Font) (*Font, error) {
	f := &Font{parsed}
	if em := f.perEm(); em < 16 || em > 16384 {
		return nil, said.Errorf("reading a font: its em has %d units; there are 16 to 16384", em)
	}
	for r := rune('!'); r <= 0xFFFF; r++ {
		if f.has(r) && len(f.glyph(r, 1)) > 0 {
			return f, nil
		}
	}
	return nil, said.New("reading a font: its characters have no outlines; use another font")
}
