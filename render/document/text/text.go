package text

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/typeset"
)

// WriteText writes blocks as plain text. Drawings have no text.
func WriteText(w io.Writer, blocks []document.Block) error {
	out := &textWriter{Writer: bufio.NewWriter(typeset.Ordered(w))}
	out.blocks(blocks)
	if err := out.Flush(); err != nil {
		return said.Errorf("writing text: %w", err)
	}
	return nil
}

// textWriter writes blocks with an empty line between them. A bufio.Writer
// keeps its first error, so that only its Flush need be looked at.
type textWriter struct {
	*bufio.Writer
	begun bool
}

func (w *textWriter) paragraph(lines ...string) {
	if w.begun {
		fmt.Fprintln(w)
	}
	w.begun = true
	for _, l := range lines {
		fmt.Fprintln(w, l)
	}
}

func (w *textWriter) blocks(blocks []document.Block) {
	for _, b := range blocks {
		switch {
		case b.Head != nil:
			w.paragraph(b.Head.String())
		case b.Text != nil:
			w.paragraph(b.Text.String())
		case b.Note != nil:
			w.paragraph(b.Note.String())
		case b.Items != nil: // follows its heading at once
			for _, item := range b.Items {
				fmt.Fprintln(w, "- "+item.String())
			}
		case b.Steps != nil:
			for i, step := range b.Steps {
				fmt.Fprintf(w, "%d. %s\n", i+1, step)
			}
		case b.Code != "":
			w.paragraph(strings.TrimSuffix(b.Code, "\n"))
		case b.Table != nil:
			lines := tableLines(b.Table)
			if b.Table.Caption != "" {
				lines = append([]string{b.Table.Caption}, lines...)
			}
			w.paragraph(lines...)
		case b.Group != nil:
			title := b.Group.Title.String()
			w.paragraph(title, strings.Repeat("=", ColumnsOf(title)))
			w.blocks(b.Group.Blocks)
		}
	}
}
