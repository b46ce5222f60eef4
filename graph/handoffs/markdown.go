package handoffs

import (
	"strings"

	"tasuki/graph/pattern"
)

// block is the text of a flowchart and where it begins.
type block struct {
	line        int
	title, text string
}

var (
	fence   = pattern.Lazy("^[ \t>]*(`{3,}|~{3,})[ \t]*\\{?[ \t]*([\\w.-]*)")
	heading = pattern.Lazy(`^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$`)
)

// mermaidBlocks returns the fenced blocks of Markdown that say they are Mermaid. A
// block is called like the heading above it, or like the file.
func mermaidBlocks(text, name string) []block {
	var list []block
	title, open, isMermaid := name, "", false
	var lines []string
	n, first := 0, 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\r\n")
		m := fence().FindStringSubmatch(line)
		switch {
		case open == "" && m != nil:
			open, isMermaid, lines, first = m[1], strings.EqualFold(m[2], "mermaid"), nil, n+1
		case open == "":
			if h := heading().FindStringSubmatch(line); h != nil && plain(h[1]) != "" {
				title = plain(h[1])
			}
		case m != nil && m[2] == "" && m[1][0] == open[0] && len(m[1]) >= len(open):
			if isMermaid {
				list = append(list, block{first, title, strings.Join(lines, "\n")})
			}
			open = ""
		default:
			lines = append(lines, line)
		}
	}
	if open != "" && isMermaid { // a block without an end goes to the end of the file
		list = append(list, block{first, title, strings.Join(lines, "\n")})
	}
	return list
}
