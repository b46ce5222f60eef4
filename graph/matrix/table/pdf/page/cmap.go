package page

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"tasuki/graph/matrix/table/charset"
	"tasuki/graph/matrix/table/pdf/object"
	"tasuki/graph/said"
)

// cmap tells what the codes of a font stand for: characters, or glyphs by their numbers.
type cmap struct {
	spaces []span // which bytes are a code
	single map[int]target
	ranges []span
	text   func(code []byte) string // of one that is named and not written down
	down   bool                     // it is written from top to bottom
}

// span are codes of so many bytes that follow each other.
type span struct {
	bytes     int
	low, high int
	to        target // of the first
}

// target is what a code stands for.
type target struct {
	text  string
	glyph int
}

// identity is the map of two bytes to the glyph of that number.
func identity() *cmap {
	return &cmap{spaces: []span{{bytes: 2, high: 0xFFFF}}, ranges: []span{{high: 0xFFFF}}}
}

// predefined returns a map that is named, or nil for one that is not known: those whose
// codes are Unicode, and those of Shift_JIS.
func predefined(name string) *cmap {
	m := &cmap{down: strings.HasSuffix(name, "-V")}
	switch {
	case strings.HasPrefix(name, "Identity-"):
		m.spaces, m.ranges = identity().spaces, identity().ranges
	case strings.Contains(name, "-UCS2-"), strings.Contains(name, "-UTF16-"):
		m.spaces = []span{{bytes: 2, high: 0xD7FF}, {bytes: 2, low: 0xE000, high: 0xFFFF}, {bytes: 4, low: 0xD8000000 - 1<<32, high: 0xDBFFFFFF - 1<<32}}
		m.text = wide
	case strings.Contains(name, "-RKSJ-"):
		m.spaces = []span{{bytes: 1, high: 0x80}, {bytes: 1, low: 0xA0, high: 0xDF}, {bytes: 2, low: 0x8100, high: 0x9FFF}, {bytes: 2, low: 0xE000, high: 0xFCFF}}
		m.text = charset.CP932
	default:
		return nil
	}
	return m
}

// wide returns a text in UTF-16.
func wide(code []byte) string {
	units := make([]uint16, len(code)/2)
	for i := range units {
		units[i] = uint16(code[2*i])<<8 | uint16(code[2*i+1])
	}
	return string(utf16.Decode(units))
}

func codeOf(b []byte) int {
	n := int32(0)
	for _, c := range b {
		n = n<<8 | int32(c)
	}
	return int(n)
}

// next returns how many bytes of a text are its first code.
func (m *cmap) next(text []byte) int {
	for n := 1; n <= min(4, len(text)); n++ {
		code := codeOf(text[:n])
		for _, s := range m.spaces {
			if s.bytes == n && s.low <= code && code <= s.high {
				return n
			}
		}
	}
	shortest := 2
	for _, s := range m.spaces {
		shortest = min(shortest, s.bytes)
	}
	return min(max(shortest, 1), len(text))
}

// find returns what a code stands for.
func (m *cmap) find(code int) (target, bool) {
	if t, ok := m.single[code]; ok {
		return t, true
	}
	i, found := slices.BinarySearchFunc(m.ranges, code, func(s span, code int) int { return cmp.Compare(s.low, code) })
	if !found {
		i--
	}
	if i < 0 || code > m.ranges[i].high {
		return target{}, false
	}
	s := m.ranges[i]
	t := target{s.to.text, s.to.glyph + code - s.low}
	if r, size := utf8.DecodeLastRuneInString(t.text); size > 0 {
		t.text = t.text[:len(t.text)-size] + string(r+rune(code-s.low))
	}
	return t, true
}

// mapOf reads a map that a file holds.
func (w *walker) mapOf(s *object.Stream) (*cmap, error) {
	m := &cmap{single: map[int]target{}, down: w.file.Number(s.Dict["WMode"], 0) == 1}
	p := object.NewParser(w.file.Bytes(s))
	var operands []any
	for {
		v, err := p.Next()
		if err == io.EOF {
			slices.SortStableFunc(m.ranges, func(a, b span) int { return cmp.Compare(a.low, b.low) })
			return m, nil
		}
		if err != nil {
			return nil, err
		}
		operator, ok := v.(object.Operator)
		if !ok {
			operands = append(operands, v)
			if len(operands) > 4*maxOperand*maxOperand {
				return nil, errMapped
			}
			continue
		}
		if w.mapped += len(operands); w.mapped > maxMapped {
			return nil, errMapped
		}
		m.take(w, string(operator), operands)
		operands = operands[:0]
	}
}

var errMapped = said.Errorf("the fonts of the PDF tell what more than %d codes stand for; print the pages with the matrix alone to a new PDF", maxMapped)

// take reads the entries before an operator.
func (m *cmap) take(w *walker, operator string, operands []any) {
	width := map[string]int{"endcodespacerange": 2, "endbfchar": 2, "endcidchar": 2, "endbfrange": 3, "endcidrange": 3}[operator]
	for ; width > 0 && len(operands) >= width; operands = operands[width:] {
		low, ok := operands[0].([]byte)
		high := low
		if width == 3 || operator == "endcodespacerange" {
			high, _ = operands[1].([]byte)
		}
		if !ok || len(low) > 4 || len(high) != len(low) {
			continue
		}
		s := span{bytes: len(low), low: codeOf(low), high: codeOf(high)}
		switch to := operands[width-1].(type) {
		case []byte:
			if s.to.text = wide(to); len(to) == 1 {
				s.to.text = string(rune(to[0]))
			}
		case float64:
			s.to.glyph = int(to)
		case []any:
			w.mapped += len(to)
			for i, v := range to {
				if text, ok := v.([]byte); ok && i <= s.high-s.low {
					m.single[s.low+i] = target{text: wide(text)}
				}
			}
			continue
		}
		switch {
		case operator == "endcodespacerange":
			m.spaces = append(m.spaces, s)
		case width == 2:
			m.single[s.low] = s.to
		default:
			m.ranges = append(m.ranges, s)
		}
	}
}
