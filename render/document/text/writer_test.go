package text

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tasuki/internal/seeds"
	"tasuki/render/document"
	"tasuki/render/typeset"
)

// words are of narrow, wide and no width, breakable and not.
var words = []string{"desk", "障害対応", "サーバー", "a-b/c", "e\u0301", "👍🏽", "Kraftfahrzeughaftpflichtversicherung", "「例」。", "ｶﾞ", "12.5", "\u202Eturned", "（A社）"}

func randomText(random *rand.Rand) string {
	var b strings.Builder
	for range random.IntN(14) {
		b.WriteString(words[random.IntN(len(words))])
		if random.IntN(2) == 0 {
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// Lines hold what the text holds, and fit unless nothing in them may be broken.
func TestColumnsLoseNothing(t *testing.T) {
	for seed := range seeds.Each(2000) {
		random := rand.New(rand.NewPCG(seed, 81))
		text, limit := randomText(random), 1+random.IntN(60)
		lines := wrapColumns(text, limit)
		if squeeze(strings.Join(lines, "")) != squeeze(text) {
			t.Fatalf("wrapColumns(%q, %d) = %q", text, limit, lines)
		}
		for _, l := range lines[:len(lines)-1] {
			if ColumnsOf(l) <= limit {
				continue
			}
			for i := range l {
				if i > 0 && ColumnsOf(l[:i]) <= limit && typeset.Breakable(l, i) {
					t.Fatalf("wrapColumns(%q, %d) has the line %q, which could end with %q", text, limit, l, l[:i])
				}
			}
		}
	}
}

// randomTable returns a table of texts, numbers, lists and headings.
func randomTable(random *rand.Rand) *document.Table {
	table := &document.Table{}
	for c := range 1 + random.IntN(5) {
		table.Columns = append(table.Columns, document.Column{Head: randomText(random), Number: c > 0 && random.IntN(2) == 0})
	}
	for left := len(table.Columns); random.IntN(2) == 0 && left > 0; {
		width := 1 + random.IntN(left)
		if left -= width; random.IntN(2) == 0 || left == 0 {
			table.Over = append(table.Over, document.Heading{Text: randomText(random), Width: width + left})
			break
		}
		table.Over = append(table.Over, document.Heading{Text: randomText(random), Width: width})
	}
	for range random.IntN(6) {
		if random.IntN(5) == 0 {
			table.Rows = append(table.Rows, document.Row{Heading: "= " + randomText(random)})
			continue
		}
		var row document.Row
		for range table.Columns {
			c := document.Text(randomText(random))
			for range random.IntN(3) {
				c.Items = append(c.Items, document.Words(randomText(random)))
			}
			row.Cells = append(row.Cells, c)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// cut returns what stands between two columns of a terminal.
func cut(line string, from, to int) string {
	var b strings.Builder
	at, base := 0, 0
	for _, r := range line {
		if columnsOfRune(r) > 0 { // else it stands on the character before it
			base = at
		}
		if from <= base && base < to {
			b.WriteRune(r)
		}
		at += columnsOfRune(r)
	}
	return b.String()
}

// What a cell says stands between the borders of its column, and nothing else
// does: tables of random texts are read back from where their columns are.
func TestTablesReadBack(t *testing.T) {
	for seed := range seeds.Each(500) {
		table := randomTable(rand.New(rand.NewPCG(seed, 82)))
		heads, rows := wrapped(table)
		lines, at := tableLines(table), widths(table, append([][][]string{heads}, rows...))
		if len(table.Over) > 0 {
			over := overLine(table, at)
			if squeeze(over) != squeeze(written(table.Over)) {
				t.Fatalf("seed %d: the headings are %q", seed, over)
			}
			if over != "" {
				lines = lines[1:]
			}
		}
		lines = readBack(t, seed, lines, at, heads)
		if strings.Trim(lines[0], "-") != "" {
			t.Fatalf("seed %d: no rule below the heads, but %q", seed, lines[0])
		}
		lines = lines[1:]
		for r, row := range table.Rows {
			if row.Heading == "" {
				lines = readBack(t, seed, lines, at, rows[r])
				continue
			}
			if r > 0 {
				lines = lines[1:]
			}
			if lines[0] != row.Heading {
				t.Fatalf("seed %d: the heading is %q, want %q", seed, lines[0], row.Heading)
			}
			lines = lines[1:]
		}
		if len(lines) > 0 {
			t.Fatalf("seed %d: %q is left", seed, lines)
		}
	}
}

func written(over []document.Heading) string {
	text := ""
	for _, h := range over {
		text += h.Text
	}
	return text
}

// readBack takes the lines of one row, checks them, and returns the rest.
func readBack(t *testing.T, seed uint64, lines []string, widths []int, cells [][]string) []string {
	t.Helper()
	height, begin := 0, 0
	for _, cell := range cells {
		height = max(height, len(cell))
	}
	for c, cell := range cells {
		end := begin + widths[c]
		var got []string
		for _, l := range lines[:height] {
			got = append(got, strings.TrimSpace(cut(l, begin, end)))
			if gap := cut(l, end, end+2); strings.TrimSpace(gap) != "" {
				t.Fatalf("seed %d: %q stands between the columns of %q", seed, gap, l)
			}
		}
		if want := strings.TrimSpace(strings.Join(cell, "\n")); strings.TrimSpace(strings.Join(got, "\n")) != want {
			t.Fatalf("seed %d: a cell of column %d says %q, want %q", seed, c+1, got, want)
		}
		begin = end + 2
	}
	return lines[height:]
}

// Every kind of block is written, with one empty line between paragraphs and none
// before a list, and a figure or a link has no text.
func TestBlocksOfText(t *testing.T) {
	w := document.Words
	blocks := []document.Block{
		{Head: w("Head")}, {Items: []document.Phrase{w("one"), w("two")}}, {Text: w("Text.")}, {Link: w("a link")},
		{Figure: &document.Figure{Drawing: document.Drawing{Title: "a figure"}}}, {Steps: []document.Phrase{w("first"), w("second")}}, {Note: w("Note.")}, {Code: "a:\n  b\n"},
		{Table: &document.Table{Caption: "Caption", Columns: []document.Column{{Head: "h"}}, Rows: []document.Row{{Cells: []document.Cell{document.Text("1")}}}}},
		{Group: &document.Group{Title: w("群 A"), Blocks: []document.Block{{Text: w("within \u202Ea")}}}},
	}
	var b bytes.Buffer
	if err := WriteText(&b, blocks); err != nil {
		t.Fatal(err)
	}
	want := "Head\n- one\n- two\n\nText.\n1. first\n2. second\n\nNote.\n\na:\n  b\n\nCaption\nh\n-\n1\n\n群 A\n====\n\nwithin 〈U+202E〉a\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteTextFails(t *testing.T) {
	var blocks []document.Block
	for i := range 3000 { // more than is kept in memory
		blocks = append(blocks, document.Block{Text: document.Words(fmt.Sprint("paragraph ", i))})
	}
	for _, list := range [][]document.Block{blocks[:1], blocks} {
		if err := WriteText(full{}, list); !errors.Is(err, errFull) {
			t.Errorf("%d blocks: the error is %v, want %v", len(list), err, errFull)
		}
	}
}
