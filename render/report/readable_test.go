package report_test

import (
	"html"
	"regexp"
	"strings"

	"tasuki/internal/markup"
)

// readable returns what a reader sees of a page or of Markdown.
func readable(format, text string) string {
	if format == "html" {
		return markup.TextOf(text)
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "<summary>") { // which is HTML throughout
			line = unmarked(markup.Tag.ReplaceAllString(line, ""))
		}
		b.WriteString(html.UnescapeString(markup.Tag.ReplaceAllString(line, "")))
	}
	return b.String()
}

// unmarked takes the markup out of Markdown in which what is escaped is text.
func unmarked(text string) string {
	text = linkTarget.ReplaceAllString(text, "$1")
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && i+1 < len(text):
			i++
			b.WriteByte(text[i])
		case strings.HasPrefix(text[i:], "**"):
			i++
		case text[i] != '[':
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

var linkTarget = regexp.MustCompile(`([^\\])\]\([^)\s]*\)`)
