package truetype

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"testing"

	"tasuki/internal/seeds"
)

// Wherever a cubic curve is, one of the quadratic ones that stand for it is within what
// rounding and the tolerance allow.
func TestQuadraticsKeepNear(t *testing.T) {
	for seed := range seeds.Each(300) {
		random := rand.New(rand.NewPCG(seed, 17))
		at := func() Point { return Point{random.Float64()*2000 - 1000, random.Float64()*2000 - 1000} }
		a, s := at(), Step{'C', [2]Point{at(), at()}, at()}
		list := quadratics(a, s)
		n := len(list) / 2
		for k := range 10 * n {
			u := float64(k) / float64(10*n)
			want := bezier(a, s.By[0], s.By[1], s.To, u)
			i := k / 10
			from, v := a, float64(k%10)/10
			if i > 0 {
				from = Point{float64(list[2*i-1].x), float64(list[2*i-1].y)}
			}
			x := (1-v)*(1-v)*from.X + 2*v*(1-v)*float64(list[2*i].x) + v*v*float64(list[2*i+1].x)
			y := (1-v)*(1-v)*from.Y + 2*v*(1-v)*float64(list[2*i].y) + v*v*float64(list[2*i+1].y)
			if d := math.Hypot(x-want.X, y-want.Y); d > tolerance+1 {
				t.Fatalf("seed %d: at %g the curve is %.2f away, with %d parts", seed, u, d, n)
			}
		}
		if last := list[len(list)-1]; last != rounded(s.To, true) {
			t.Fatalf("seed %d: it ends at %v, not at %v", seed, last, s.To)
		}
	}
}

// A curve that was quadratic is that one again.
func TestQuadraticsStay(t *testing.T) {
	a, pull, d := Point{0, 0}, Point{300, 600}, Point{900, 30}
	third := func(p, q Point) Point { return Point{p.X + (q.X-p.X)*2/3, p.Y + (q.Y-p.Y)*2/3} }
	got := quadratics(a, Step{'C', [2]Point{third(a, pull), third(d, pull)}, d})
	if len(got) != 2 || got[0] != (corner{300, 600, false}) || got[1] != (corner{900, 30, true}) {
		t.Errorf("the curve becomes %v", got)
	}
}

// Tables end in what the next begins with at a multiple of four, and the codes lead to
// their glyphs.
func TestFile(t *testing.T) {
	square := []Step{{Kind: 'M', To: Point{0, 0}}, {Kind: 'L', To: Point{500, 0}}, {Kind: 'L', To: Point{500, 500}}, {Kind: 'L', To: Point{0, 0}}}
	f := Font{PerEm: 1000, Ascent: 800, Descent: -200, Glyphs: []Glyph{{'A', 600, square}, {'B', 700, nil}, {'吉', 1000, square}}}
	data := f.Bytes()
	if !bytes.Equal(data, f.Bytes()) {
		t.Error("the same font gives two files")
	}
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[12+16*i:]
		at, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		if at%4 != 0 {
			t.Errorf("%s begins at %d", entry[:4], at)
		}
		tables[string(entry[:4])] = data[at : at+size]
	}
	for name, size := range map[string]int{"head": 54, "hhea": 36, "maxp": 32, "post": 32, "name": 6, "hmtx": 16, "loca": 20} {
		if len(tables[name]) != size {
			t.Errorf("%s has %d bytes, want %d", name, len(tables[name]), size)
		}
	}
	for code, want := range map[uint16]int{'A': 1, 'B': 2, '吉': 3, 'C': 0} {
		if got := glyphOf(tables["cmap"][12:], code); got != want {
			t.Errorf("%c leads to glyph %d, want %d", code, got, want)
		}
	}
}

// glyphOf reads a table of format 4 whose runs have no lists of glyphs.
func glyphOf(table []byte, code uint16) int {
	at := func(i int) uint16 { return binary.BigEndian.Uint16(table[i:]) }
	n := int(at(6)) / 2
	for i := range n {
		end, start, delta := at(14+2*i), at(16+2*n+2*i), at(16+4*n+2*i)
		if code <= end {
			if code >= start {
				return int(code + delta)
			}
			return 0
		}
	}
	return 0
}
