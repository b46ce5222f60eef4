package render

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"net/url"
	"strings"

	"tasuki/analysis/findings"
	"tasuki/graph"
)

// Markdown writes the report in the Markdown of GitHub: what [HTML] writes, with
// the drawings as images beside it. Text from the dataset is escaped. It names
// no drawing that the report has no place for.
func Markdown(w io.Writer, g *graph.Graph, r findings.Review, drawings []Drawing, lang graph.Lang) error {
	p := reporter{g, lang}
	out := &markdownWriter{Writer: bufio.NewWriter(Ordered(w))}
	out.paragraph("# " + markdownText(p.title(r.Name)))
	out.paragraph(markdownText(p.plain("Who is the bottleneck, whose absence stops us, and whom to call next")))
	sections := p.sections(r, drawings)
	var contents []string
	for _, s := range sections {
		contents = append(contents, fmt.Sprintf("- [%s](#%s)", markdownText(s.Title), s.ID))
	}
	out.paragraph(contents...)
	for _, s := range sections {
		out.paragraph(markdownPlace(s.ID)+"\n", "## "+markdownText(s.Title))
		out.blocks(s.Blocks)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the report as Markdown: %w", err)
	}
	return nil
}

// markdownWriter writes blocks with an empty line behind each. A bufio.Writer
// keeps its first error, so that only its Flush need be looked at.
type markdownWriter struct {
	*bufio.Writer
	less int // how many titles around are no headings, as that of a summary
}

func (w *markdownWriter) paragraph(lines ...string) {
	for _, l := range lines {
		fmt.Fprintln(w, l)
	}
	fmt.Fprintln(w)
}

func (w *markdownWriter) blocks(blocks []block) {
	for _, b := range blocks {
		switch {
		case b.Head != nil:
			w.paragraph(w.heading(b.Level) + markdown(b.Head))
		case b.Text != nil:
			w.paragraph(lineStart(markdown(b.Text)))
		case b.Note != nil:
			w.paragraph(lineStart(markdown(b.Note)))
		case b.Link != nil:
			w.paragraph(lineStart(markdown(b.Link)))
		case b.Items != nil:
			w.list("- ", b.Items)
		case b.Steps != nil:
			w.list("1. ", b.Steps)
		case b.Facts != nil:
			w.facts(b.Facts)
		case b.Code != "":
			w.paragraph("```yaml", strings.TrimSuffix(b.Code, "\n"), "```")
		case b.Table != nil:
			w.table(b.Table)
		case b.Figure != nil:
			w.paragraph(markdownPlace(b.Figure.ID), fmt.Sprintf("![%s](%s)", markdownText(b.Figure.Alt), url.PathEscape(b.Figure.File)))
		case b.Group != nil:
			w.group(b.Group, b.Level)
		}
	}
}

func (w *markdownWriter) list(sign string, items []phrase) {
	var lines []string
	for _, item := range items {
		lines = append(lines, sign+lineStart(markdown(item)))
	}
	w.paragraph(lines...)
}

func (w *markdownWriter) facts(facts []fact) {
	var lines []string
	for _, f := range facts {
		if f.Large {
			lines = append(lines, fmt.Sprintf("- **%s** %s", markdown(f.Value), markdownText(f.Term)))
		} else {
			lines = append(lines, fmt.Sprintf("- %s**%s**: %s", markdownPlace(f.ID), markdownText(f.Term), markdown(f.Value)))
		}
	}
	w.paragraph(lines...)
}

func (w *markdownWriter) group(g *group, level int) {
	if !g.Folded {
		if g.ID != "" {
			w.paragraph(markdownPlace(g.ID))
		}
		w.paragraph(w.heading(level) + markdown(g.Title))
		w.blocks(g.Blocks)
		return
	}
	title := html.EscapeString(g.Title.String())
	if g.Gist != nil {
		title += " · " + html.EscapeString(g.Gist.String())
	}
	w.paragraph("<details>", "<summary>"+title+"</summary>")
	if g.ID == "" {
		w.blocks(g.Blocks)
	} else {
		w.paragraph(markdownPlace(g.ID))
		w.less++
		w.blocks(g.Blocks)
		w.less--
	}
	w.paragraph("</details>")
}

// heading returns what stands before a heading of a level on the page.
func (w *markdownWriter) heading(level int) string {
	return strings.Repeat("#", max(level-w.less, 3)) + " "
}

// table writes a table. A heading over several columns stands before the head
// of each; a heading over lines is a line of its own.
func (w *markdownWriter) table(t *table) {
	if t.Caption != "" {
		w.paragraph("**" + markdownText(t.Caption) + "**")
	}
	var heads, rules []string
	for i, c := range t.Columns {
		head := markdownText(c.Head)
		if over := t.over(i); over != "" {
			head = markdownText(over) + ": " + head
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
			cells[0] = "**" + markdownText(r.Heading) + "**"
		}
		for i, c := range r.Cells {
			cells[i] = c.markdown()
		}
		cells[0] = markdownPlace(r.ID) + cells[0]
		lines = append(lines, markdownRow(cells))
	}
	w.paragraph(lines...)
}

// over returns the heading over a column.
func (t *table) over(column int) string {
	for _, h := range t.Over {
		if column < h.Width {
			return h.Text
		}
		column -= h.Width
	}
	return ""
}

func markdownRow(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

func (c cell) markdown() string {
	var lines []string
	if len(c.Text) > 0 {
		lines = append(lines, markdown(c.Text))
	}
	for _, item := range c.Items {
		lines = append(lines, markdown(item))
	}
	return strings.Join(lines, "<br>")
}
