package truetype

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// Glyph is what is shown for a code.
type Glyph struct {
	Code    uint16
	Advance float64 // how far the next one is, in units of the font
	Outline []Step
}

// Font is a font to be written. Lengths are in its units, of which an em has PerEm, from 16
// to 16,384.
type Font struct {
	PerEm           int
	Ascent, Descent int     // above the baseline, and below it as a negative number
	Glyphs          []Glyph // in rising order of their codes, each once, none 0 or 65535; at most 65534
}

// Bytes returns the font as a file, with the tables that drawing needs, the table cmap for
// Unicode's first 65,536 codes, and none for hinting. Glyph 0, for codes that it does not
// have, is empty and as wide as an em. Equal fonts give equal bytes. The time is linear in
// the points. Source: OpenType 1.9, "Font file" and the chapter of each table.
func (f Font) Bytes() []byte {
	glyphs := append([]Glyph{{Advance: float64(f.PerEm)}}, f.Glyphs...)
	var glyf, loca, hmtx []byte
	var all box
	points, parts := 0, 0
	for _, g := range glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		list := contours(g.Outline)
		b := boxOf(list)
		all = all.with(b)
		n := 0
		for _, c := range list {
			n += len(c)
		}
		points, parts = max(points, n), max(parts, len(list))
		glyf = appendOutline(glyf, list, b)
		hmtx = appendInts(hmtx, int(rounded(Point{X: g.Advance}, true).x), b.left)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	return file([]table{
		{"cmap", cmap(f.Glyphs)},
		{"glyf", glyf},
		{"head", slices.Concat(appendInts(nil, 1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 3, f.PerEm), make([]byte, 16),
			appendInts(nil, all.left, all.low, all.right, all.high, 0, 8, 2, 1, 0))},
		{"hhea", slices.Concat(appendInts(nil, 1, 0, f.Ascent, f.Descent, 0, f.PerEm, 0, 0, all.right, 1, 0, 0), make([]byte, 10), appendInts(nil, len(glyphs)))},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", appendInts(nil, 1, 0, len(glyphs), points, parts, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)},
		{"name", appendInts(nil, 0, 0, 6)},
		{"post", append(appendInts(nil, 3, 0), make([]byte, 28)...)},
	})
}

// appendInts appends numbers of 16 bits, with a sign or without.
func appendInts(to []byte, list ...int) []byte {
	for _, n := range list {
		to = binary.BigEndian.AppendUint16(to, uint16(n))
	}
	return to
}

// box is what a glyph takes.
type box struct{ left, low, right, high int }

func boxOf(list [][]corner) (b box) {
	for i, c := range slices.Concat(list...) {
		at := box{int(c.x), int(c.y), int(c.x), int(c.y)}
		if i == 0 {
			b = at
		}
		b = b.with(at)
	}
	return b
}

func (b box) with(o box) box {
	return box{min(b.left, o.left), min(b.low, o.low), max(b.right, o.right), max(b.high, o.high)}
}

// appendOutline appends a glyph to the table glyf, whose glyphs begin at multiples of four. An
// empty one takes nothing.
func appendOutline(glyf []byte, list [][]corner, b box) []byte {
	if len(list) == 0 {
		return glyf
	}
	glyf = appendInts(glyf, len(list), b.left, b.low, b.right, b.high)
	end := -1
	for _, c := range list {
		end += len(c)
		glyf = appendInts(glyf, end)
	}
	glyf = appendInts(glyf, 0) // no instructions
	all := slices.Concat(list...)
	for _, c := range all {
		glyf = append(glyf, map[bool]byte{true: 1}[c.on])
	}
	var before corner
	for _, c := range all {
		glyf = appendInts(glyf, int(c.x)-int(before.x))
		before = c
	}
	before = corner{}
	for _, c := range all {
		glyf = appendInts(glyf, int(c.y)-int(before.y))
		before = c
	}
	return append(glyf, make([]byte, -len(glyf)&3)...)
}

// cmap returns the table that leads from codes to glyphs, in format 4: runs of codes whose
// glyphs follow each other.
func cmap(glyphs []Glyph) []byte {
	var starts, ends, deltas []int
	for i, g := range glyphs {
		code := int(g.Code)
		if n := len(ends); n > 0 && ends[n-1] == code-1 {
			ends[n-1] = code
			continue
		}
		starts, ends, deltas = append(starts, code), append(ends, code), append(deltas, i+1-code)
	}
	starts, ends, deltas = append(starts, 0xFFFF), append(ends, 0xFFFF), append(deltas, 1)
	n := len(starts)
	log := bits.Len(uint(n)) - 1
	list := appendInts(nil, 0, 1, 3, 1, 0, 12, 4, 16+8*n, 0, 2*n, 2<<log, log, 2*n-2<<log)
	list = append(appendInts(list, ends...), 0, 0)
	list = appendInts(appendInts(list, starts...), deltas...)
	return append(list, make([]byte, 2*n)...)
}

// table is a part of the file.
type table struct {
	name string
	data []byte
}

// file puts tables into a file, in the order of their names.
func file(tables []table) []byte {
	n := len(tables)
	log := bits.Len(uint(n)) - 1
	head := appendInts(nil, 1, 0, n, 16<<log, log, 16*n-16<<log)
	var body []byte
	for _, t := range tables {
		head = append(head, t.name...)
		data := append(slices.Clip(t.data), make([]byte, -len(t.data)&3)...)
		sum := uint32(0)
		for i := 0; i < len(data); i += 4 {
			sum += binary.BigEndian.Uint32(data[i:])
		}
		head = binary.BigEndian.AppendUint32(head, sum)
		head = binary.BigEndian.AppendUint32(head, uint32(12+16*n+len(body)))
		head = binary.BigEndian.AppendUint32(head, uint32(len(t.data)))
		body = append(body, data...)
	}
	return append(head, body...)
}
