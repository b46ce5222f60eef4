package page

import (
	"cmp"
	"slices"
	"strings"

	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/matrix/table/pdf/object"
)

// font tells what codes show, and how wide that is.
type font struct {
	codes   *cmap // of a font with more than 256 glyphs
	unicode *cmap // what codes stand for, or nil
	simple  [256]string
	signs   string // the name of a font with signs in place of letters

	widths map[int]float64 // in parts of the size
	runs   []run           // of glyphs with one width
	wide   float64         // of other glyphs
}

// run are glyphs that follow each other and are equally wide.
type run struct {
	first, last int
	width       float64
}

// missing is what a character is read as whose font does not say which it is.
const missing = "\uFFFD"

// shown is a code of a text.
type shown struct {
	text  string
	width float64
	blank bool // the code of a blank, which word spacing widens
}

// next returns what the first code of a text shows, and its bytes.
func (f *font) next(text []byte) (shown, int) {
	if f.codes == nil {
		code := int(text[0])
		s := shown{f.simple[code], f.width(code, f.simple[code]), code == ' '}
		if f.unicode != nil {
			if t, ok := f.unicode.find(code); ok {
				s.text = t.text
			}
		}
		return f.sign(s, code), 1
	}
	n := f.codes.next(text)
	code := codeOf(text[:n])
	t, ok := f.codes.find(code)
	s := shown{text: t.text, blank: n == 1 && code == ' '}
	if f.codes.text != nil {
		s.text = f.codes.text(text[:n])
	}
	if f.unicode != nil {
		if u, known := f.unicode.find(code); known {
			s.text = u.text
		}
	}
	if s.width = f.wide; ok {
		s.width = f.width(t.glyph, s.text)
	} else if s.text != "" && strings.IndexFunc(s.text, isWide) < 0 {
		s.width = f.wide / 2
	}
	return f.sign(s, -1), n
}

// isWide reports whether a character of a Japanese font takes a full square.
func isWide(r rune) bool { return r >= 0x2000 && (r < 0xFF61 || r > 0xFF9F) }

// sign reads letters of a font of signs as what they show.
func (f *font) sign(s shown, code int) shown {
	s.text = whole(s.text)
	switch {
	case f.signs != "" && s.text == "" && code > ' ':
		s.text = string(parts.Sign(f.signs, rune(code)))
	case f.signs != "":
		s.text = parts.SignOnly(f.signs, s.text)
	}
	if s.text == "" {
		s.text = missing
	}
	return s
}

func (f *font) width(glyph int, text string) float64 {
	if w, ok := f.widths[glyph]; ok {
		return w
	}
	i, found := slices.BinarySearchFunc(f.runs, glyph, func(r run, glyph int) int { return cmp.Compare(r.first, glyph) })
	if !found {
		i--
	}
	if i >= 0 && glyph <= f.runs[i].last {
		return f.runs[i].width
	}
	if f.codes == nil && f.widths == nil {
		return usual(text)
	}
	return f.wide
}

// usual returns how wide letters of the fonts are that every program has, in which files
// need not say so.
func usual(text string) float64 {
	switch {
	case text == "" || strings.ContainsAny(text, " ijl.,:;'|!tfI()[]/"):
		return 0.28
	case strings.ContainsAny(text, "mwMW@%"):
		return 0.86
	case text < "a":
		return 0.65
	}
	return 0.53
}

// load reads a font.
func (w *walker) load(d object.Dict) (*font, error) {
	f := &font{wide: 1}
	name := string(w.file.Name(d["BaseFont"]))
	if _, family, subset := strings.Cut(name, "+"); subset {
		name = family
	}
	if name = strings.TrimSuffix(strings.ReplaceAll(name, "-Regular", ""), "Regular"); parts.IsSigns(name) {
		f.signs = name
	}
	if s, ok := object.Of[*object.Stream](w.file, d["ToUnicode"]); ok {
		m, err := w.mapOf(s)
		if err != nil {
			return nil, err
		}
		f.unicode = m
	}
	if w.file.Name(d["Subtype"]) == "Type0" {
		return f, w.composite(f, d)
	}
	w.simple(f, d, name)
	return f, nil
}

// composite reads what a font with more than 256 glyphs has besides.
func (w *walker) composite(f *font, d object.Dict) error {
	f.codes = predefined(string(w.file.Name(d["Encoding"])))
	if s, ok := object.Of[*object.Stream](w.file, d["Encoding"]); ok {
		m, err := w.mapOf(s)
		if err != nil {
			return err
		}
		f.codes = m
		if used := predefined(string(w.file.Name(s.Dict["UseCMap"]))); used != nil && len(m.spaces) == 0 {
			m.spaces = used.spaces
		}
	}
	if f.codes == nil {
		f.codes = identity()
	}
	below := w.file.Array(d["DescendantFonts"])
	if len(below) == 0 {
		return nil
	}
	cid := w.file.Dict(below[0])
	f.wide = w.file.Number(cid["DW"], 1000) / 1000
	f.widths = map[int]float64{}
	for list := w.file.Array(cid["W"]); len(list) >= 2; {
		first := int(w.file.Number(list[0], 0))
		if several, ok := object.Of[[]any](w.file, list[1]); ok {
			for i, v := range several {
				f.widths[first+i] = w.file.Number(v, 1000) / 1000
			}
			list = list[2:]
			continue
		}
		if len(list) < 3 {
			break
		}
		f.runs = append(f.runs, run{first, int(w.file.Number(list[1], 0)), w.file.Number(list[2], 1000) / 1000})
		list = list[3:]
	}
	slices.SortStableFunc(f.runs, func(a, b run) int { return cmp.Compare(a.first, b.first) })
	return nil
}

// simple reads what a font with codes of one byte has besides.
func (w *walker) simple(f *font, d object.Dict, name string) {
	described := w.file.Dict(d["FontDescriptor"])
	symbols := int(w.file.Number(described["Flags"], 0))&4 != 0 && (described["FontFile"] != nil || described["FontFile2"] != nil || described["FontFile3"] != nil)
	encoding := w.file.Dict(d["Encoding"])
	named := cmp.Or(w.file.Name(d["Encoding"]), w.file.Name(encoding["BaseEncoding"]))
	switch {
	case name == "ZapfDingbats":
		for code := range f.simple {
			f.simple[code] = dingbats(code)
		}
	case f.signs == "" && (named != "" || !symbols && name != "Symbol" && w.file.Name(d["Subtype"]) != "Type3"):
		f.simple = base(string(named))
	}
	code := 0
	for _, v := range w.file.Array(encoding["Differences"]) {
		if n, ok := object.Of[float64](w.file, v); ok {
			code = int(n)
		} else if glyph := w.file.Name(v); code >= 0 && code < 256 {
			if text := w.character(string(glyph)); text != "" || name != "ZapfDingbats" {
				f.simple[code] = text
			}
			code++
		}
	}
	unit := 0.001
	if n, ok := w.file.Numbers(d["FontMatrix"], 6); ok && n[0] != 0 {
		unit = n[0]
	}
	f.wide = w.file.Number(described["MissingWidth"], 0) * unit
	first := int(w.file.Number(d["FirstChar"], 0))
	if list := w.file.Array(d["Widths"]); len(list) > 0 {
		f.widths = make(map[int]float64, min(len(list), 256))
		for i, v := range list[:min(len(list), 256)] {
			f.widths[first+i] = w.file.Number(v, 0) * unit
		}
	} else if strings.HasPrefix(name, "Courier") {
		f.widths, f.wide = map[int]float64{}, 0.6
	}
}
