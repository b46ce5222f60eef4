package report

import (
	"bufio"
	"fmt"
	"io"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/document/markdown"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// Markdown writes the report in the Markdown of GitHub: what [HTML] writes, with
// the drawings as images beside it. Text from the dataset is escaped. It names
// no drawing that the report has no place for.
func Markdown(w io.Writer, g *graph.Graph, r findings.Review, drawings []document.Drawing, lang messages.Language) error {
	p := messages.Printer{Graph: g, Language: lang}
	out := &markdown.Writer{Writer: bufio.NewWriter(typeset.Ordered(w))}
	out.Paragraph("# " + markdown.MarkdownText(p.Title(r.Name)))
	out.Paragraph(markdown.MarkdownText(p.Plain("Who is the bottleneck, whose absence stops us, and whom to call next")))
	sections := sections(p, r, drawings)
	var contents []string
	for _, s := range sections {
		contents = append(contents, fmt.Sprintf("- [%s](#%s)", markdown.MarkdownText(s.Title), s.ID))
	}
	out.Paragraph(contents...)
	for _, s := range sections {
		out.Paragraph(markdown.MarkdownPlace(s.ID)+"\n", "## "+markdown.MarkdownText(s.Title))
		out.Blocks(s.Blocks)
	}
	if err := out.Flush(); err != nil {
		return said.Errorf("writing the report as Markdown: %w", err)
	}
	return nil
}
