package paint

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/pdftext"
	"tasuki/render/layout"
	"tasuki/render/messages"
	"tasuki/render/packed"
	"tasuki/render/paint/pen"
)

// sampleFont returns a font that comes with the module that reads fonts.
func sampleFont(t *testing.T, name string) []byte {
	t.Helper()
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/image").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "font", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// collectionOf puts TrueType files into a collection.
func collectionOf(files ...[]byte) []byte {
	out := append([]byte("ttcf\x00\x01\x00\x00"), 0, 0, 0, byte(len(files)))
	at := len(out) + 4*len(files)
	for _, f := range files {
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		at += len(f)
	}
	for _, f := range files {
		f, begin := bytes.Clone(f), uint32(len(out))
		for i := range int(binary.BigEndian.Uint16(f[4:])) {
			place := f[12+16*i+8:]
			binary.BigEndian.PutUint32(place, binary.BigEndian.Uint32(place)+begin)
		}
		out = append(out, f...)
	}
	return out
}

// Fonts of PostScript outlines and fonts of collections are painted and embedded as those of
// TrueType outlines are.
func TestKindsOfFonts(t *testing.T) {
	cff, ttf, ours := sampleFont(t, "CFFTest.otf"), sampleFont(t, "glyfTest.ttf"), []byte(packed.Bytes(mplus1p))
	both := collectionOf(ttf, ours)
	for _, c := range []struct {
		what   string
		data   []byte
		number int
		kanji  bool
		fails  string
	}{
		{"otf", cff, 0, false, ""}, {"ttf", ttf, 1, false, ""}, {"first", both, 0, false, ""}, {"number 1", both, 1, false, ""}, {"number 2", both, 2, true, ""},
		{"number 3", both, 3, false, "it holds 2 fonts, so there is no number 3"}, {"no collection", ttf, 2, false, "holds 1 font"},
		{"no font", []byte("nothing"), 0, false, "use a TrueType or OpenType file"}, {"cut off", both[:100], 2, false, "collection"},
	} {
		f, err := ParseFont(c.data, c.number)
		if c.fails != "" {
			if err == nil || !strings.Contains(err.Error(), c.fails) {
				t.Errorf("%s: %v, want %q", c.what, err, c.fails)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if f.has('漢') != c.kanji {
			t.Errorf("%s: it has kanji: %t", c.what, f.has('漢'))
		}
		var b, again bytes.Buffer
		for _, w := range []*bytes.Buffer{&b, &again} {
			if err := (Painter{Font: f}).PDF(w, A4, "", saying("T", "01 漢𠮷", 50)); err != nil {
				t.Fatal(err)
			}
		}
		if page := strings.Join(pdftext.Pages(t, b.Bytes()), ""); !strings.Contains(page, "01 漢") || !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("%s: the page says %q", c.what, page)
		}
	}
}

// What is embedded is as the font has it, to a unit of the font: outlines of both kinds,
// characters above U+FFFF and boxes.
func TestEmbeddedOutlines(t *testing.T) {
	cff, err := ParseFont(sampleFont(t, "CFFTest.otf"), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []*Font{cff, DefaultFont()} {
		used := map[rune]bool{}
		for _, r := range "01Aq漢𠮷삼🦊" {
			used[r] = true
		}
		codes := codesOf(used)
		got, err := ParseFont(f.embedded(used, codes), 0)
		if err != nil {
			t.Fatal(err)
		}
		for r := range used {
			code := r
			if c, ok := codes[r]; ok {
				code = rune(c)
			}
			em := float64(f.perEm())
			if a, b := f.Width(string(r), em), got.Width(string(code), em); math.Abs(a-b) > 0.6 {
				t.Errorf("%c is %g wide, %g where it is embedded", r, a, b)
			}
			a, b := frameOf(f.outline(r, layout.Point{}, em)), frameOf(got.outline(code, layout.Point{}, em))
			for i := range a {
				if math.Abs(a[i]-b[i]) > 20 { // of curves, the frame is that of what pulls them
					t.Errorf("%c takes %v, %v where it is embedded", r, a, b)
					break
				}
			}
		}
	}
}

// frameOf returns what the ends of the steps of a path take.
func frameOf(p pen.Path) [4]float64 {
	f := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, s := range p {
		f = [4]float64{min(f[0], s.To.X), min(f[1], s.To.Y), max(f[2], s.To.X), max(f[3], s.To.Y)}
	}
	return f
}

// Every character above U+FFFF has a code of its own that no character in use has.
func TestCodesAreFree(t *testing.T) {
	used := map[rune]bool{0xE000: true, 0xF8FF: true, 0x3400: true, '삼': true}
	for r := rune(0x20000); r < 0x20000+8000; r++ {
		used[r] = true
	}
	seen := map[uint16]bool{}
	for r, code := range codesOf(used) {
		if seen[code] || used[rune(code)] || r <= 0xFFFF {
			t.Fatalf("%U has the code %X", r, code)
		}
		seen[code] = true
	}
	if len(seen) != 8000 {
		t.Errorf("%d of 8000 characters have codes", len(seen))
	}
}

// Under a picture stands what in it is painted as something else.
func TestPicturesSayWhatStandsIn(t *testing.T) {
	for lang, want := range map[graph.Lang]string{"en": "as boxes", "ja": "番号を入れた枠"} {
		stand := &StandIns{}
		p := Painter{Font: DefaultFont(), StandIns: stand, NotesIn: messages.In(lang)}
		var b bytes.Buffer
		if err := p.PDF(&b, A4, "", saying("T", "㈱삼", 50)); err != nil {
			t.Fatal(err)
		}
		page := strings.ReplaceAll(strings.Join(pdftext.Pages(t, b.Bytes()), ""), " ", "") // lines break anywhere
		if !strings.Contains(page, strings.ReplaceAll(want, " ", "")) || !strings.Contains(page, "(株)=U+3231") || !strings.Contains(page, "U+C0BC") || len(stand.List()) != 2 {
			t.Errorf("the page says %q", page)
		}
	}
	s := Painter{Font: DefaultFont()}.noted(func(p Painter) *scene { return p.read(saying("T", "株", 50), p.paintable) })
	if texts := slices.DeleteFunc(s.strokes, func(k stroke) bool { return k.text == "" }); len(texts) != 1 {
		t.Errorf("%d texts are painted where one is", len(texts))
	}
}
