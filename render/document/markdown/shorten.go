package markdown

import (
	"bufio"
	"cmp"
	"io"
	"slices"

	"tasuki/render/document"
)

// Shown is the size in bytes from which GitHub shows no Markdown.
const Shown = 512 << 10

// Shorten chooses what blocks are written without, so that they take fewer bytes
// by excess where each group costs some that is left out: folded groups that no
// link leads into, the innermost first, and among them the largest, the first of
// equal ones. Where all of them are too little, all are chosen. It takes the time
// of writing the blocks.
func Shorten(blocks []document.Block, excess, cost int) map[*document.Group]bool {
	w := &Writer{Writer: bufio.NewWriter(io.Discard)}
	var all []folded
	collect(w, blocks, 0, &all)
	slices.SortStableFunc(all, func(a, b folded) int {
		return cmp.Or(cmp.Compare(b.depth, a.depth), cmp.Compare(b.bytes, a.bytes))
	})
	chosen := map[*document.Group]bool{}
	for _, f := range all {
		if saved := f.bytes - cost; saved > 0 && excess > 0 {
			chosen[f.group] = true
			excess -= saved
		}
	}
	return chosen
}

// folded is a folded group, how many such are around it, and how many bytes are
// in it besides those of groups in it that can be left out themselves.
type folded struct {
	group *document.Group
	depth int
	bytes int
}

// collect adds the groups of blocks that can be left out, and returns how many
// bytes the blocks have besides, and whether a link leads into them.
func collect(w *Writer, blocks []document.Block, depth int, all *[]folded) (bytes int, place bool) {
	for _, b := range blocks {
		g := b.Group
		if g == nil {
			from := w.written
			w.Blocks([]document.Block{b})
			bytes += w.written - from
			place = place || hasPlace(b)
			continue
		}
		inner := depth
		if g.Folded {
			inner++
		}
		inside, within := collect(w, g.Blocks, inner, all)
		within = within || g.ID != ""
		if g.Folded && !within {
			*all = append(*all, folded{g, depth, inside})
			continue
		}
		bytes, place = bytes+inside, place || within
	}
	return bytes, place
}

// hasPlace reports whether links can lead into a block that is no group.
func hasPlace(b document.Block) bool {
	return b.Figure != nil && b.Figure.ID != "" ||
		slices.ContainsFunc(b.Facts, func(f document.Fact) bool { return f.ID != "" }) ||
		b.Table != nil && slices.ContainsFunc(b.Table.Rows, func(r document.Row) bool { return r.ID != "" })
}
