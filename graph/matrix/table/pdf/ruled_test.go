package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tasuki/internal/booktext"
	"tasuki/internal/rowtext"
)

// read returns the tables of pages, and what is assumed behind them.
func read(t *testing.T, data []byte) (rows, assumed string) {
	t.Helper()
	b, err := Open(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	text, err := rowtext.Book(b)
	if err != nil {
		t.Fatal(err)
	}
	rows, assumed, _ = strings.Cut(text, "\nassumed: ")
	return rows, assumed
}

var small = [][]string{{"Task", "運用業者", "Vendor B"}, {"Open", "○", ""}, {"Close", "", "△"}}

// lines draws lines, each from one place to another.
func lines(places ...[4]float64) string {
	var b strings.Builder
	for _, p := range places {
		fmt.Fprintf(&b, "%g %g m %g %g l S\n", p[0], p[1], p[2], p[3])
	}
	return b.String()
}

func TestCellsBetweenLines(t *testing.T) {
	show := booktext.Show
	widths := []float64{120, 80, 80}
	const want = "[page 1 table 1]\n1: Task|運用業者|Vendor B\n2: Open|○\n3: Close||△"
	// three columns at 20, 140, 220 to 300 and three rows at 780, 764, 748 to 732
	texts := show(23, 768, "Task") + show(143, 768, "運用業者") + show(223, 768, "Vendor B") + show(23, 752, "Open") + show(143, 752, "○") + show(23, 736, "Close") + show(223, 736, "△")
	down := lines([4]float64{20, 780, 20, 732}, [4]float64{140, 780, 140, 732}, [4]float64{220, 780, 220, 732}, [4]float64{300, 780, 300, 732})
	across := lines([4]float64{20, 780, 300, 780}, [4]float64{20, 764, 300, 764}, [4]float64{20, 748, 300, 748}, [4]float64{20, 732, 300, 732})
	for _, tt := range []struct{ name, content, want string }{
		{"boxes", booktext.Grid(780, widths, small), want},
		{"lines", texts + down + across, want},
		{"no lines at the sides", texts + lines([4]float64{140, 780, 140, 732}, [4]float64{220, 780, 220, 732}) + across, want},
		{"thin rectangles", texts + "20 779.5 280 1 re 20 763.5 280 1 re 20 747.5 280 1 re 20 731.5 280 1 re 19.5 732 1 48 re 139.5 732 1 48 re 219.5 732 1 48 re 299.5 732 1 48 re f\n", want},
		{"frames that are filled", texts + strings.ReplaceAll("A 20 764 120 16 re 21 765 118 14 re f* A 140 764 80 16 re 141 765 78 14 re f* A 220 764 80 16 re 221 765 78 14 re f*", "A", "") +
			"20 748 120 16 re 21 749 118 14 re f* 140 748 80 16 re 141 749 78 14 re f* 220 748 80 16 re 221 749 78 14 re f* 20 732 120 16 re 21 733 118 14 re f* 140 732 80 16 re 141 733 78 14 re f* 220 732 80 16 re 221 733 78 14 re f*\n", want},
		{"in another scale", "q 2 0 0 2 -20 -780 cm q 0.5 0 0 0.5 10 390 cm\n" + booktext.Grid(780, widths, small) + "Q Q\n", want},
		{"merged across and down", texts + down + lines([4]float64{20, 780, 300, 780}, [4]float64{140, 764, 220, 764}, [4]float64{20, 748, 300, 748}, [4]float64{20, 732, 300, 732}),
			"[page 1 table 1]\n1: Task\\nOpen|運用業者|Vendor B\n2: Task\\nOpen*|○|Vendor B*\n3: Close||△"},
		{"a heading over two columns", show(143, 768, "Vendors") + show(23, 752, "Open") + show(143, 752, "○") + show(223, 752, "△") + across + lines([4]float64{20, 780, 20, 732}, [4]float64{140, 780, 140, 732}, [4]float64{220, 764, 220, 732}, [4]float64{300, 780, 300, 732}),
			"[page 1 table 1]\n1: |Vendors|Vendors*\n2: Open|○|△\n3:"},
		{"a line is missing in part", texts + down + lines([4]float64{20, 780, 300, 780}, [4]float64{20, 764, 140, 764}, [4]float64{20, 748, 300, 748}, [4]float64{20, 732, 300, 732}), "[page 1 table 1]\n1: Task|運用業者\\n○|Vendor B\n2: Open|運用業者\\n○*|Vendor B*\n3: Close||△"},
		{"a mark in a box of its own", booktext.Grid(780, widths, small) + lines([4]float64{140, 760, 220, 760}, [4]float64{140, 750, 220, 750}), want},
		{"text around", show(23, 790, "Title") + booktext.Grid(780, widths, small) + show(23, 40, "Page 1"), want},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := read(t, booktext.Pages(tt.content)); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestTextsOfCells joins lines that the width of a cell ended, and keeps others.
func TestTextsOfCells(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"ended by the width", "Install the new\nhardware", "Install the new hardware"},
		{"ideographs", "障害の切り分けと\n復旧", "障害の切り分けと復旧"},
		{"ended by hand", "Install\nit", `Install\nit`},
		{"two marks", "R\nA", `R\nA`},
		{"at a hyphen", "Install cross-\nfunctional", "Install cross-functional"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, _ := read(t, booktext.Pages(booktext.Grid(780, []float64{86, 80}, [][]string{{tt.text, "b"}, {"c", "d"}})))
			if want := "[page 1 table 1]\n1: " + tt.want + "|b\n2: c|d"; got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
	over := booktext.Grid(780, []float64{40, 60, 60}, [][]string{{"Task", "A", "B"}, {"Configure hardware", "", "R"}})
	if got, _ := read(t, booktext.Pages(over)); !strings.HasSuffix(got, "2: Configure hardware||R") {
		t.Errorf("a text that runs over its cell:\n%s", got)
	}
	cut := booktext.Grid(780, []float64{40, 60, 60}, [][]string{{"Task", "A", "B"}, {"", "C", "R"}}) + "q 20 748 40 16 re W n " + booktext.Show(23, 752, "Install the hardware") + "Q\n"
	if got, _ := read(t, booktext.Pages(cut)); !strings.HasSuffix(got, "2: Install the hardware|C|R") {
		t.Errorf("a text that its cell cuts off:\n%s", got)
	}
}

// TestTableOverPages joins a table of several pages, and says which rows are left out.
func TestTableOverPages(t *testing.T) {
	widths := []float64{120, 80, 80}
	more := [][]string{small[0], {"Order", "△", "○"}}
	for _, tt := range []struct {
		name          string
		pages         []string
		want, assumed string
	}{
		{"headings again", []string{booktext.Grid(780, widths, small), booktext.Grid(780, widths, more)}, "4: Order|△|○", "page 2 from row 4 on; 1 rows that repeat its headings"},
		{"no headings", []string{booktext.Grid(780, widths, small), booktext.Grid(780, widths, more[1:])}, "4: Order|△|○", ""},
		{"headings again, other widths", []string{booktext.Grid(780, widths, small), booktext.Grid(780, []float64{110, 90, 80}, more)}, "4: Order|△|○", "page 2 from row 4 on"},
		{"other headings, other widths", []string{booktext.Grid(780, widths, small), booktext.Grid(780, []float64{110, 90, 80}, [][]string{{"Task", "C", "D"}, more[1]})}, "[page 2 table 1]\n1: Task|C|D\n2: Order|△|○", `"page 2 table 1" may continue "page 1 table 1"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, assumed := read(t, booktext.Pages(tt.pages...))
			if !strings.HasSuffix(got, tt.want) || !strings.Contains(assumed, tt.assumed) {
				t.Errorf("got\n%s\n%s\nwant\n%s\n%s", got, assumed, tt.want, tt.assumed)
			}
		})
	}
}

// TestPagesAreTurned reads pages that stand on their side, by what the page says or by how
// their text runs, and headings that run up.
func TestPagesAreTurned(t *testing.T) {
	const want = "[page 1 table 1]\n1: Task|運用業者|Vendor B\n2: Open|○\n3: Close||△"
	grid := booktext.Grid(580, []float64{120, 80, 80}, small)
	for name, data := range map[string][]byte{
		"as the page says":  booktext.PDF(booktext.PagesObjects("/Rotate 90", "0 1 -1 0 600 0 cm\n"+grid)...),
		"as the text runs":  booktext.Pages("0 1 -1 0 600 0 cm\n" + grid),
		"the other way":     booktext.Pages("0 -1 1 0 0 800 cm\n" + grid),
		"upside down":       booktext.PDF(booktext.PagesObjects("/Rotate 180", "-1 0 0 -1 600 800 cm\n"+grid)...),
		"a smaller box":     booktext.PDF(booktext.PagesObjects("/CropBox [10 10 590 790]", grid)...),
		"in an object":      booktext.PDF(withForm(grid)...),
		"a heading runs up": booktext.Pages(strings.Replace(grid, booktext.Show(143, 568, "運用業者"), "q 0 1 -1 0 160 566 cm 0.3 0 0 0.3 0 0 cm\n"+booktext.Show(0, 0, "運用業者")+"Q\n", 1)),
	} {
		if got, _ := read(t, data); got != want {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

// withForm draws a content in an object of its own, in half its size, and that twice as
// large.
func withForm(content string) []string {
	list := booktext.PagesObjects("", "2 0 0 2 0 0 cm /X Do")
	list[1] = strings.Replace(list[1], "/Resources <<", "/Resources << /XObject << /X 8 0 R >>", 1)
	return append(list, booktext.Stream("/Type /XObject /Subtype /Form /Matrix [0.5 0 0 0.5 0 0] /BBox [0 0 600 800]", content))
}
