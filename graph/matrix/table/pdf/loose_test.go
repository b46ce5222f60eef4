package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tasuki/internal/booktext"
	"tasuki/internal/rowtext"
)

// at draws texts at places of one line.
func at(y float64, texts ...any) string {
	var b strings.Builder
	for i := 0; i+1 < len(texts); i += 2 {
		b.WriteString(booktext.Show(float64(texts[i].(int)), y, texts[i+1].(string)))
	}
	return b.String()
}

func TestColumnsWithoutLines(t *testing.T) {
	head := at(700, 20, "No", 60, "Task", 200, "Ops", 260, "Vendor", 320, "Client")
	for _, tt := range []struct{ name, content, want string }{
		{"marks under their headings", head + at(680, 20, "1", 60, "Open the desk", 205, "R", 330, "C") + at(660, 20, "2", 60, "Close", 270, "A") + at(640, 20, "3", 60, "Call", 200, "C", 280, "R"),
			"1: No|Task|Ops|Vendor|Client\n2: 1|Open the desk|R||C\n3: 2|Close||A\n4: 3|Call|C|R"},
		{"a mark between headings", head + at(680, 20, "1", 60, "Open", 205, "R") + at(660, 20, "2", 60, "Close", 236, "A") + at(640, 20, "3", 60, "Call", 265, "C"),
			"1: No|Task|Ops||Vendor|Client\n2: 1|Open|R\n3: 2|Close||A\n4: 3|Call|||C"},
		{"marks all beside their headings", head + at(680, 20, "1", 60, "Open", 240, "R") + at(660, 20, "2", 60, "Close", 240, "A", 330, "C") + at(640, 20, "3", 60, "Call", 203, "C"),
			"1: No|Task|Ops|Vendor|Client\n2: 1|Open||R\n3: 2|Close||A|C\n4: 3|Call|C"},
		{"a column that may be of either", head + at(680, 20, "1", 60, "Open", 236, "R") + at(660, 20, "2", 60, "Close", 236, "A", 330, "C") + at(640, 20, "3", 60, "Call", 330, "C"),
			"1: No|Task|Ops||Vendor|Client\n2: 1|Open||R\n3: 2|Close||A||C\n4: 3|Call||||C"},
		{"texts that go on below", head + at(680, 20, "1", 60, "Open the desk in the", 205, "R") + at(668, 60, "morning") + at(648, 20, "2", 60, "Close", 270, "A") + at(628, 20, "3", 60, "Call the people who have", 205, "C") + at(616, 60, "asked"),
			"1: No|Task|Ops|Vendor|Client\n2: 1|Open the desk in the morning|R\n3: 2|Close||A\n4: 3|Call the people who have asked|C"},
		{"rows at one distance", head + at(688, 20, "1", 60, "Open the desk in the", 205, "R") + at(676, 60, "morning") + at(664, 20, "2", 60, "Close", 270, "A"),
			"1: No|Task|Ops|Vendor|Client\n2: 1|Open the desk in the|R\n3: |morning\n4: 2|Close||A"},
		{"a title and a heading of several columns", at(740, 20, "A title over all of the columns of this table") + at(720, 190, "Vendors of this and that") + head + at(680, 20, "1", 60, "Open", 205, "R") + at(660, 20, "2", 60, "Close", 270, "A"),
			"1: A title over all of the columns of this table\n2: ||Vendors of this and that|Vendors of this and that*\n3: No|Task|Ops|Vendor|Client\n4: 1|Open|R\n5: 2|Close||A"},
		{"ideographs", at(700, 20, "項番", 60, "作業項目", 200, "運用業者", 260, "開発業者") + at(680, 20, "1", 60, "障害の切り分け", 215, "○", 275, "△") + at(660, 20, "2", 60, "復旧", 275, "○"),
			"1: 項番|作業項目|運用業者|開発業者\n2: 1|障害の切り分け|○|△\n3: 2|復旧||○"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := read(t, booktext.Pages(tt.content)); got != "[page 1 table 1]\n"+tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestWhatIsAssumed names what was placed, left out or is not known.
func TestWhatIsAssumed(t *testing.T) {
	head := at(700, 20, "No", 60, "Task", 200, "Ops", 260, "Vendor")
	body := at(680, 20, "1", 60, "Open", 240, "R") + at(660, 20, "2", 60, "Close", 240, "A", 205, "C") + at(640, 20, "3", 60, "Call", 205, "C")
	grid := booktext.Grid(780, []float64{120, 80, 80}, small)
	for _, tt := range []struct{ name, content, want string }{
		{"lines", grid, "is read from the lines that are drawn around its cells: 3 rows and 3 columns"},
		{"no lines", head + body, "no lines are drawn around the cells of \"page 1 table 1\"; its 4 columns"},
		{"marks beside a heading", head + body, `2 texts of "page 1 table 1" stand beside a heading under which nothing else stands, and are read as under it: "Vendor"`},
		{"texts outside", grid + booktext.Show(20, 40, "R = does it"), `texts that stand in no table are left out: "R = does it" on page 1`},
		{"characters outside", grid + booktext.Show(700, 40, "R"), "1 characters that the pages do not show"},
		{"invisible", strings.Replace(grid, "BT", "BT 3 Tr", 1), "26 characters are laid over a picture"},
		{"not known", grid + "BT /F4 10 Tf 143 736 Td <0041> Tj ET", "1 characters are of fonts that do not say which they are"},
	} {
		if _, assumed := read(t, booktext.Pages(tt.content)); !strings.Contains(assumed, tt.want) {
			t.Errorf("%s: assumed %s, want %q", tt.name, assumed, tt.want)
		}
	}
	got, _ := read(t, booktext.Pages(grid+"BT /F4 10 Tf 143 736 Td <0041> Tj ET"))
	if !strings.Contains(got, "3: Close|\uFFFD|△") {
		t.Errorf("a character that is not known is lost:\n%s", got)
	}
}

func TestLooseTableOverPages(t *testing.T) {
	head := at(700, 20, "No", 60, "Task", 200, "Ops", 260, "Vendor")
	page := func(n int, head string) string {
		content := head
		for i := range 4 {
			content += at(float64(680-20*i), 20, fmt.Sprint(n+i), 60, "Open the desk", 205, "R", 270, "C")
		}
		return content + at(30, 280, "Page 2")
	}
	for name, second := range map[string]string{"headings again": head, "no headings": "", "none, and shifted": "1 0 0 1 3 0 cm\n"} {
		got, _ := read(t, booktext.Pages(page(1, head), page(5, second)))
		if !strings.HasSuffix(got, "9: 8|Open the desk|R|C") || strings.Contains(got, "page 2") {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"a scan", booktext.Pages("q 600 0 0 800 0 0 cm /Im Do Q"), "only pictures, as a scan has"},
		{"prose", booktext.Pages(booktext.Show(20, 700, "A text without a table") + booktext.Show(20, 680, "that goes on")), "nothing in it looks like a table"},
		{"no PDF", []byte("text"), "this is no PDF"},
	} {
		if _, err := Open(bytes.NewReader(tt.data)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", tt.name, err, tt.want)
		}
	}
}

// FuzzPDF reads files that may be anything.
func FuzzPDF(f *testing.F) {
	f.Add(booktext.Pages(booktext.Grid(780, []float64{120, 80, 80}, small), at(700, 20, "No", 60, "Task", 200, "Ops")))
	f.Add(booktext.PDF(withForm(booktext.Grid(580, []float64{120, 80, 80}, small))...))
	f.Fuzz(func(t *testing.T, data []byte) { rowtext.Try(t, Open, data) })
}

// FuzzDrawing reads pages that draw anything.
func FuzzDrawing(f *testing.F) {
	f.Add(booktext.Grid(780, []float64{120, 80, 80}, small))
	f.Add(at(700, 20, "No", 60, "Task", 200, "Ops") + at(680, 20, "1", 60, "Open", 205, "R") + at(660, 20, "2", 60, "Close", 205, "R"))
	f.Add("BT /F2 10 Tf 12 TL 20 700 Td (a) ' 1 2 (b) \" [(c) -2000 (d)] TJ T* /F3 9 Tf <8140> Tj ET 1 0 0 1 5 5 cm q Q W n")
	f.Fuzz(func(t *testing.T, content string) { rowtext.Try(t, Open, booktext.Pages(content)) })
}
