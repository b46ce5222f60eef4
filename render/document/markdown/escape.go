package markdown

import (
	"regexp"
	"strings"

	"tasuki/render/document"
)

// markdown returns a phrase in Markdown. What is typed is of our own wording, so
// it holds no backquote.
func markdown(p document.Phrase) string {
	var b strings.Builder
	crowded := links(p) > mostLinks
	for _, s := range p {
		text := MarkdownText(s.Text)
		switch s.Style {
		case document.StrongStyle, document.SureStyle, document.UnsureStyle:
			text = "**" + text + "**"
		case document.CodeStyle:
			text = "`" + s.Text + "`"
		}
		if s.Href != "" && !crowded {
			text = "[" + text + "](" + s.Href + ")"
		}
		b.WriteString(text)
	}
	return b.String()
}

// mostLinks is how many links a phrase may hold in Markdown. A longer list is of
// IDs that stand in the table of tasks, and GitHub shows no file above 512 KiB.
const mostLinks = 4

func links(p document.Phrase) int {
	n := 0
	for _, s := range p {
		if s.Href != "" {
			n++
		}
	}
	return n
}

// MarkdownText escapes what Markdown or HTML would take for markup, and the @ by
// which GitHub calls people.
func MarkdownText(s string) string { return markdownEscapes.Replace(s) }

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `|`, `\|`, `~`, `\~`, `#`, `\#`, `!`, `\!`, `$`, `\$`,
	`<`, `&lt;`, `>`, `&gt;`, `&`, `&amp;`, `@`, `&#64;`, "://", `&#58;//`, "www.", `www&#46;`,
)

// lineStart escapes what is markup only where a line begins: spaces, which make
// it code, signs of lists, and a rule of dashes.
func lineStart(s string) string {
	return startSign.ReplaceAllString(strings.TrimLeft(s, " \t"), `$1\$2$3`)
}

var startSign = regexp.MustCompile(`^([0-9]{0,9})([-+=.)])( |\t|$|-[- \t]*$)`)

// MarkdownPlace returns a place that links lead to, or nothing without a name.
func MarkdownPlace(id string) string {
	if id == "" {
		return ""
	}
	return `<a id="` + id + `"></a>`
}
