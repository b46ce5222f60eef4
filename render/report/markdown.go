package report

import (
	"bufio"
	"bytes"
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
// no drawing that the report has no place for. What would make it too long to be
// shown is left to the page, as is said in its place ([markdown.Shorten]).
func Markdown(w io.Writer, g *graph.Graph, r findings.Review, drawings []document.Drawing, lang messages.Language) error {
	p := messages.Printer{Graph: g, Language: lang, Asked: r.Asked}
	sections := sections(p, r, drawings)
	title, instead := p.Title(r.Name), p.Plain("Left out here, as a longer text would not be shown; index.html has it.")
	text := inMarkdown(p, title, sections, &markdown.Writer{})
	if excess := len(text) - markdown.Shown + 1; excess > 0 {
		var blocks []document.Block
		for _, s := range sections {
			blocks = append(blocks, s.Blocks...)
		}
		text = inMarkdown(p, title, sections, &markdown.Writer{Without: markdown.Shorten(blocks, excess, len(instead)+len("\n\n")), Instead: instead})
	}
	if _, err := w.Write(text); err != nil {
		return said.Errorf("writing the report as Markdown: %w", err)
	}
	return nil
}

// inMarkdown returns sections below a title and a list of them.
func inMarkdown(p messages.Printer, title string, sections []document.Section, out *markdown.Writer) []byte {
	var text bytes.Buffer
	out.Writer = bufio.NewWriter(typeset.Ordered(&text))
	out.Paragraph("# " + markdown.MarkdownText(title))
	out.Paragraph(markdown.MarkdownText(p.Plain("Who is the bottleneck, whose absence stops us, and whom to call next")))
	var contents []string
	for _, s := range sections {
		contents = append(contents, fmt.Sprintf("- [%s](#%s)", markdown.MarkdownText(s.Title), s.ID))
	}
	out.Paragraph(contents...)
	for _, s := range sections {
		out.Paragraph(markdown.MarkdownPlace(s.ID)+"\n", "## "+markdown.MarkdownText(s.Title))
		out.Blocks(s.Blocks)
		if s.Evidence != nil {
			out.Blocks([]document.Block{{Link: s.Evidence}})
		}
	}
	out.Flush() // into memory, which takes all
	return text.Bytes()
}
