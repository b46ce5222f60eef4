package markdown

import (
	"bufio"
	"fmt"
	"html"
	"net/url"
	"strings"

	"tasuki/render/document"
)

// Writer writes blocks with an empty line behind each. A bufio.Writer
// keeps its first error, so that only its Flush need be looked at.
type Writer struct {
	*bufio.Writer
	Without map[*document.Group]bool // groups of which only the title is written
	Instead string                   // what stands in their place
	less    int                      // how many titles around are no headings, as that of a summary
	written int                      // bytes
}

// Paragraph writes lines that belong together, and an empty line.
func (w *Writer) Paragraph(lines ...string) {
	for _, l := range append(lines, "") {
		n, _ := fmt.Fprintln(w, l)
		w.written += n
	}
}

// Blocks writes blocks one after the other.
func (w *Writer) Blocks(blocks []document.Block) {
	for _, b := range blocks {
		switch {
		case b.Head != nil:
			w.Paragraph(w.heading(b.Level) + markdown(b.Head))
		case b.Text != nil:
			w.Paragraph(lineStart(markdown(b.Text)))
		case b.Note != nil:
			w.Paragraph(lineStart(markdown(b.Note)))
		case b.Link != nil:
			w.Paragraph(lineStart(markdown(b.Link)))
		case b.Items != nil:
			w.list("- ", b.Items)
		case b.Steps != nil:
			w.list("1. ", b.Steps)
		case b.Facts != nil:
			w.facts(b.Facts)
		case b.Code != "":
			w.Paragraph("```yaml", strings.TrimSuffix(b.Code, "\n"), "```")
		case b.Table != nil:
			w.table(b.Table)
		case b.Figure != nil:
			w.Paragraph(MarkdownPlace(b.Figure.ID), fmt.Sprintf("![%s](%s)", MarkdownText(b.Figure.Alt), url.PathEscape(b.Figure.File)))
		case b.Group != nil:
			w.group(b.Group, b.Level)
		}
	}
}

func (w *Writer) list(sign string, items []document.Phrase) {
	var lines []string
	for _, item := range items {
		lines = append(lines, sign+lineStart(markdown(item)))
	}
	w.Paragraph(lines...)
}

func (w *Writer) facts(facts []document.Fact) {
	var lines []string
	for _, f := range facts {
		if f.Large {
			lines = append(lines, fmt.Sprintf("- **%s** %s", markdown(f.Value), MarkdownText(f.Term)))
		} else {
			lines = append(lines, fmt.Sprintf("- %s**%s**: %s", MarkdownPlace(f.ID), MarkdownText(f.Term), markdown(f.Value)))
		}
	}
	w.Paragraph(lines...)
}

func (w *Writer) group(g *document.Group, level int) {
	if !g.Folded {
		if g.ID != "" {
			w.Paragraph(MarkdownPlace(g.ID))
		}
		w.Paragraph(w.heading(level) + markdown(g.Title))
		w.Blocks(g.Blocks)
		return
	}
	title := html.EscapeString(g.Title.String())
	if g.Gist != nil {
		title += " · " + html.EscapeString(g.Gist.String())
	}
	w.Paragraph("<details>", "<summary>"+title+"</summary>")
	switch {
	case w.Without[g]:
		w.Paragraph(lineStart(MarkdownText(w.Instead)))
	case g.ID == "":
		w.Blocks(g.Blocks)
	default:
		w.Paragraph(MarkdownPlace(g.ID))
		w.less++
		w.Blocks(g.Blocks)
		w.less--
	}
	w.Paragraph("</details>")
}

// heading returns what stands before a heading of a level on the page.
func (w *Writer) heading(level int) string {
	return strings.Repeat("#", max(level-w.less, 3)) + " "
}

// table writes a table. A heading over several columns stands before the head
// of each; a heading over lines is a line of its own.
func (w *Writer) table(t *document.Table) {
	if t.Caption != "" {
		w.Paragraph("**" + MarkdownText(t.Caption) + "**")
	}
	var heads, rules []string
	for i, c := range t.Columns {
		head := MarkdownText(c.Head)
		if over := over(t, i); over != "" {
			head = MarkdownText(over) + ": " + head
		}
		heads = append(heads, head)
		if c.Number {
			rules = append(rules, "--:")
		} else {
			rules = append(rules, "---")
		}
	}
	lines := []string{markdownRow(heads), markdownRow(rules)}
	for _, r := range t.Rows {
		cells := make([]string, len(t.Columns))
		if r.Heading != "" {
			cells[0] = "**" + MarkdownText(r.Heading) + "**"
		}
		for i, c := range r.Cells {
			cells[i] = cellText(c)
		}
		cells[0] = MarkdownPlace(r.ID) + cells[0]
		lines = append(lines, markdownRow(cells))
	}
	w.Paragraph(lines...)
}

// over returns the heading over a column.
func over(t *document.Table, column int) string {
	for _, h := range t.Over {
		if column < h.Width {
			return h.Text
		}
		column -= h.Width
	}
	return ""
}

func markdownRow(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

func cellText(c document.Cell) string {
	var lines []string
	if len(c.Text) > 0 {
		lines = append(lines, markdown(c.Text))
	}
	for _, item := range c.Items {
		lines = append(lines, markdown(item))
	}
	return strings.Join(lines, "<br>")
}
