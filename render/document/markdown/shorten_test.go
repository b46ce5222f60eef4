package markdown

import (
	"bufio"
	"bytes"
	"strings"
	"testing"

	"tasuki/render/document"
)

func fold(name, id string, blocks ...document.Block) document.Block {
	return document.Block{Group: &document.Group{ID: id, Title: document.Words(name), Folded: true, Blocks: blocks}}
}

func text(name string, length int) document.Block {
	return document.Block{Text: document.Words(name + strings.Repeat("x", length))}
}

// What is left out is the innermost and largest, never what a link leads into, and
// what is written then is shorter by as much as was asked for.
func TestShorten(t *testing.T) {
	blocks := []document.Block{
		text("open", 500),
		fold("flow", "flow-a",
			text("of the flow", 300),
			fold("small", "", text("s", 50)), fold("middle", "", text("m", 100)), fold("large", "", text("l", 200))),
		fold("rows", "", document.Block{Table: &document.Table{Columns: []document.Column{{Head: "h"}}, Rows: []document.Row{{ID: "row-1", Cells: []document.Cell{document.Text(strings.Repeat("r", 400))}}}}}),
		fold("outer", "", text("o", 350), fold("inner", "", text("i", 150))),
	}
	const instead = "elsewhere"
	written := func(without map[*document.Group]bool) string {
		var b bytes.Buffer
		w := &Writer{Writer: bufio.NewWriter(&b), Without: without, Instead: instead}
		w.Blocks(blocks)
		w.Flush()
		return b.String()
	}
	whole := written(nil)
	for _, x := range []struct {
		excess int
		names  string
	}{{0, ""}, {1, "large"}, {190, "large"}, {200, "inner large"}, {400, "inner large middle"}, {460, "inner large middle small"}, {600, "inner large middle outer small"}, {100000, "inner large middle outer small"}} {
		without := Shorten(blocks, x.excess, len(instead)+2)
		got := written(without)
		if left := len(whole) - len(got); left < x.excess && x.excess < 1000 {
			t.Errorf("an excess of %d is shortened by %d", x.excess, left)
		}
		for _, name := range []string{"flow", "rows", "outer", "inner", "large", "middle", "small"} {
			gone := strings.Contains(got, "<summary>"+name+"</summary>\n\n"+instead) || name == "inner" && !strings.Contains(got, "<summary>inner")
			if gone != strings.Contains(x.names, name) {
				t.Errorf("an excess of %d: %s is left out: %v", x.excess, name, gone)
			}
		}
	}
}
