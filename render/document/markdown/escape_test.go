package markdown

import (
	"bufio"
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"tasuki/render/document"
)

// hardTexts are read as something else where they are not escaped.
var hardTexts = []string{
	"a|b", "`code`", "``", "**bold** __too__", "[text](https://example.org)", "![image](x.png)", "<script>alert(1)</script>", "<!-- -->", "&lt; &amp;amp;",
	`back\slash \| \`, "~~gone~~", "# title", "> said", "---", "- -- -", "***", "___", "===", "- item", "+ item", "* item", "1. first", "12) twelfth", "1.", "-", "+",
	"    indented", " - indented", "@everyone and #12", "$x$ $$y$$", "www.example.org http://example.org", "```yaml", "~~~", "| a | b |", "|---|---|", "障害、対応。", "[ ] task", "[^1]: note", ": term", "-5 degrees", "1.5",
}

// plain returns the text that GitHub's Markdown makes of a line without markup.
// It fails when the line holds some.
func plain(t *testing.T, line string) string {
	t.Helper()
	rest := regexp.MustCompile(`\\[!-/:-@\[-`+"`"+`{-~]|&#?[a-z0-9]+;`).ReplaceAllString(line, "\x00")
	if at := strings.IndexAny(rest, "*_`[]<>|~#!$@&\\"); at >= 0 {
		t.Errorf("%q holds %q", line, rest[at:])
	}
	if regexp.MustCompile(`^ {0,3}([-+]|[0-9]{1,9}[.)])([ \t]|$)|^ {0,3}(-[ \t]*){3,}$|^( {4}|\t)`).MatchString(line) {
		t.Errorf("%q begins with markup", line)
	}
	if strings.Contains(rest, "://") || strings.Contains(rest, "www.") {
		t.Errorf("%q holds an address that becomes a link", line)
	}
	return strings.TrimSpace(html.UnescapeString(regexp.MustCompile(`\\([!-/:-@\[-`+"`"+`{-~])`).ReplaceAllString(line, "$1")))
}

func write(blocks ...document.Block) string {
	var b bytes.Buffer
	w := &Writer{Writer: bufio.NewWriter(&b)}
	w.Blocks(blocks)
	w.Flush()
	return b.String()
}

// A text is the same text again in every block that holds one.
func TestBlocksSayTheirText(t *testing.T) {
	for _, text := range hardTexts {
		words := document.Words(text)
		for name, x := range map[string]struct {
			block       document.Block
			before, end string
		}{
			"paragraph": {document.Block{Text: words}, "", "\n\n"},
			"note":      {document.Block{Note: words}, "", "\n\n"},
			"link":      {document.Block{Link: words}, "", "\n\n"},
			"list":      {document.Block{Items: []document.Phrase{words}}, "- ", "\n\n"},
			"steps":     {document.Block{Steps: []document.Phrase{words}}, "1. ", "\n\n"},
		} {
			got, begins := strings.CutPrefix(write(x.block), x.before)
			got, ends := strings.CutSuffix(got, x.end)
			if !begins || !ends || plain(t, got) != strings.TrimSpace(text) {
				t.Errorf("a %s of %q is %q", name, text, got)
			}
		}
		for name, x := range map[string]struct {
			block       document.Block
			before, end string
		}{
			"heading": {document.Block{Head: words, Level: 4}, "#### ", "\n\n"},
			"term":    {document.Block{Facts: []document.Fact{{ID: "x", Term: text, Value: document.Words("v")}}}, `- <a id="x"></a>**`, "**: v\n\n"},
			"value":   {document.Block{Facts: []document.Fact{{Term: "t", Value: words}}}, "- **t**: ", "\n\n"},
			"figure":  {document.Block{Facts: []document.Fact{{Term: text, Large: true, Value: document.Words("7")}}}, "- **7** ", "\n\n"},
			"caption": {document.Block{Table: &document.Table{Caption: text, Columns: []document.Column{{Head: "h"}}}}, "**", "**\n\n| h |\n| --- |\n\n"},
			"image":   {document.Block{Figure: &document.Figure{ID: "f", Drawing: document.Drawing{Alt: text, File: "a (b).svg"}}}, "<a id=\"f\"></a>\n![", "](a%20%28b%29.svg)\n\n"},
		} {
			got, begins := strings.CutPrefix(write(x.block), x.before)
			got, ends := strings.CutSuffix(got, x.end)
			if !begins || !ends || plain(t, "x"+got) != strings.TrimRight("x"+text, " ") {
				t.Errorf("a %s of %q is %q", name, text, got)
			}
		}
	}
}

// A folded group is HTML around Markdown: its title is escaped as HTML, and the
// line holds nothing else.
func TestFoldedTitles(t *testing.T) {
	for _, text := range hardTexts {
		got := write(document.Block{Group: &document.Group{Folded: true, Title: document.Words(text), Gist: document.Words(text), Blocks: []document.Block{{Text: document.Words("in")}}}})
		title, begins := strings.CutPrefix(got, "<details>\n<summary>")
		title, ends := strings.CutSuffix(title, "</summary>\n\nin\n\n</details>\n\n")
		if !begins || !ends || strings.ContainsAny(title, "<>\n") || html.UnescapeString(title) != text+" · "+text {
			t.Errorf("the title %q is written as %q", text, got)
		}
	}
}

// cells parts a row of a table where Markdown does.
func cells(line string) []string {
	line = regexp.MustCompile(`^\| | \|$`).ReplaceAllString(line, "")
	return strings.Split(strings.ReplaceAll(regexp.MustCompile(`([^\\](?:\\\\)*) \| `).ReplaceAllString(line+" ", "$1\x00"), " | ", "\x00"), "\x00")
}

// A table has a line for each row and a cell for each column, whatever they say.
func TestTablesKeepTheirCells(t *testing.T) {
	table := &document.Table{Columns: []document.Column{{Head: "|"}, {Head: "n", Number: true}, {Head: "list"}}, Over: []document.Heading{{Text: "a|b", Width: 2}, {Text: "c", Width: 1}}}
	for i, text := range hardTexts {
		table.Rows = append(table.Rows,
			document.Row{ID: fmt.Sprint("row-", i), Cells: []document.Cell{document.Text(text), document.Text(fmt.Sprint(i)), {Text: document.Words(text), Items: []document.Phrase{document.Words(text), document.Words("end")}}}},
			document.Row{Heading: text})
	}
	lines := strings.Split(strings.TrimSpace(write(document.Block{Table: table})), "\n")
	if lines[0] != `| a\|b: \| | a\|b: n | c: list |` || lines[1] != "| --- | --: | --- |" || len(lines) != 2+2*len(hardTexts) {
		t.Fatalf("%d lines begin with\n%s\n%s", len(lines), lines[0], lines[1])
	}
	said := func(cell, want string) {
		if got := plain(t, "x"+cell); strings.TrimSpace(got[1:]) != strings.TrimSpace(want) {
			t.Errorf("a cell says %q, want %q", got[1:], want)
		}
	}
	for i, text := range hardTexts {
		row, heading := cells(lines[2+2*i]), cells(lines[3+2*i])
		if len(row) != 3 || len(heading) != 3 {
			t.Errorf("%q has the cells %q and %q", text, row, heading)
			continue
		}
		first, ok := strings.CutPrefix(row[0], fmt.Sprintf(`<a id="row-%d"></a>`, i))
		list := strings.Split(row[2], "<br>")
		if !ok || len(list) != 3 || strings.TrimSpace(list[2]) != "end" {
			t.Errorf("the row is %q", row)
			continue
		}
		said(first, text)
		said(list[0], text)
		said(list[1], text)
		said(strings.TrimSuffix(strings.TrimPrefix(heading[0], "**"), "**"), text)
	}
}

// Few links are links, many are text: none of them is lost.
func TestLinks(t *testing.T) {
	for n := 1; n < 8; n++ {
		var p document.Phrase
		for i := range n {
			p = append(p, document.Piece{Text: fmt.Sprintf("[%d]", i), Href: fmt.Sprint("#row-", i), Style: document.StrongStyle}, document.Piece{Text: " "})
		}
		got := markdown(p)
		for i := range n {
			text, link := fmt.Sprintf(`**\[%d\]**`, i), fmt.Sprintf("](#row-%d)", i)
			if !strings.Contains(got, text) || strings.Contains(got, link) != (n <= mostLinks) {
				t.Errorf("%d links are %q", n, got)
			}
		}
	}
}

// What is typed stands between backquotes as it is.
func TestTypedText(t *testing.T) {
	for _, text := range []string{"tasuki query run a_b", "results.json", "<FILE> *", "a|b", `C:\folder`} {
		if got := markdown(document.Phrase{{Text: text, Style: document.CodeStyle}}); got != "`"+text+"`" {
			t.Errorf("%q is written as %q", text, got)
		}
	}
	if got, want := write(document.Block{Code: "a: <b> # c\n\n- *d*\n"}), "```yaml\na: <b> # c\n\n- *d*\n```\n\n"; got != want {
		t.Errorf("the block of code is %q, want %q", got, want)
	}
}

func FuzzMarkdownText(f *testing.F) {
	for _, text := range hardTexts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, "\n\r\x00") || strings.TrimSpace(text) != strings.Trim(text, " \t") {
			t.Skip("no name holds a line break")
		}
		if got := plain(t, lineStart(MarkdownText(text))); got != strings.TrimSpace(text) {
			t.Errorf("%q reads back as %q", text, got)
		}
	})
}
