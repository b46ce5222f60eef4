package markdown

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/graph/matrix/table"
	"tasuki/graph/pattern"
)

// tag is a tag of HTML, or an address between angle brackets.
var (
	tag     = pattern.Lazy(`^</?([A-Za-z][A-Za-z0-9-]*)([ \t][^<>]*)?/?>`)
	address = pattern.Lazy(`^<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^ <>]*|[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+)>`)
	entity  = pattern.Lazy(`^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)
)

// piece is a part of a cell: a text, or a run of the signs of emphasis.
type piece struct {
	text          string
	sign          byte // 0: a text
	length        int  // of the run before any of it is taken away
	opens, closes bool
	strikes       int  // how many beginnings of what is struck out it is, less the ends
	struck        bool // the text of a link that is
}

// inline takes the markup out of a cell.
type inline struct {
	text   string
	labels map[string]bool
	pieces []piece
	links  []int        // the pieces that are brackets and may begin a link
	absent map[int]bool // lengths of runs of backticks that nothing closes
	open   tags
}

// plain returns the text of a cell as a page shows it: code without backticks, the
// texts of links, no emphasis, and what is left where a part is struck out.
func plain(cell string, labels map[string]bool) (string, table.Strike) {
	if !strings.ContainsAny(cell, "\\`*_[]<&") && !strings.Contains(cell, "~~") {
		return cell, table.Unstruck
	}
	in := &inline{text: cell, labels: labels, absent: map[int]bool{}}
	for i := 0; i < len(cell); {
		i = in.next(i)
	}
	in.emphasis(0)
	var out []byte
	var rest table.Rest
	for _, p := range joined(in.pieces) {
		rest.Add(out, []byte(p.text), p.struck)
		out = append(out, p.text...)
	}
	text, how := rest.Of(string(out))
	return strings.TrimSpace(text), how
}

func (in *inline) add(text string) { in.pieces = append(in.pieces, piece{text: text}) }

// next takes what stands at a place and returns the one behind it.
func (in *inline) next(i int) int {
	rest := in.text[i:]
	switch c := rest[0]; c {
	case '\\':
		if len(rest) > 1 && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", rest[1]) >= 0 {
			in.add(rest[1:2])
			return i + 2
		}
	case '`':
		return in.code(i)
	case '*', '_':
		return in.run(i)
	case '~':
		n := len(rest) - len(strings.TrimLeft(rest, "~"))
		if n == 2 {
			return in.run(i)
		}
		in.add(rest[:n])
		return i + n
	case '!':
		if strings.HasPrefix(rest, "![") {
			in.links = append(in.links, len(in.pieces))
			in.add("![")
			return i + 2
		}
	case '[':
		in.links = append(in.links, len(in.pieces))
		in.add("[")
		return i + 1
	case ']':
		return in.closeLink(i)
	case '<':
		if m := address().FindStringSubmatch(rest); m != nil {
			in.add(m[1])
			return i + len(m[0])
		}
		if m := tag().FindStringSubmatch(rest); m != nil {
			in.tag(strings.ToLower(m[1]), m[0])
			return i + len(m[0])
		}
	case '&':
		if m := entity().FindString(rest); m != "" {
			in.add(html.UnescapeString(m))
			return i + len(m)
		}
	}
	end := strings.IndexAny(rest[1:], "\\`*_~![]<&")
	if end < 0 {
		end = len(rest) - 1
	}
	in.add(rest[:end+1])
	return i + end + 1
}

// code takes a span of code, up to as many backticks as it begins with.
func (in *inline) code(i int) int {
	rest := in.text[i:]
	n := len(rest) - len(strings.TrimLeft(rest, "`"))
	for at := n; !in.absent[n] && at < len(rest); {
		next := strings.IndexByte(rest[at:], '`')
		if next < 0 {
			break
		}
		at += next
		length := len(rest[at:]) - len(strings.TrimLeft(rest[at:], "`"))
		if length == n {
			code := rest[n:at]
			if len(code) > 1 && code[0] == ' ' && code[len(code)-1] == ' ' && strings.TrimSpace(code) != "" {
				code = code[1 : len(code)-1]
			}
			in.add(code)
			return i + at + n
		}
		at += length
	}
	in.absent[n] = true
	in.add(rest[:n])
	return i + n
}

// closeLink takes a closing bracket: the end of a link's text, whose target is left
// out, or a sign of the text.
func (in *inline) closeLink(i int) int {
	if len(in.links) == 0 {
		in.add("]")
		return i + 1
	}
	from := in.links[len(in.links)-1]
	in.links = in.links[:len(in.links)-1]
	end := i + 1
	switch rest := in.text[end:]; {
	case strings.HasPrefix(rest, "("):
		end += target(rest)
	case strings.HasPrefix(rest, "["):
		if n := strings.IndexByte(rest[:min(len(rest), 1000)], ']'); n > 1 && in.labels[label(rest[1:n])] || n == 1 && in.labels[in.labelFrom(from)] {
			end += n + 1
		}
	}
	if end == i+1 && !in.labels[in.labelFrom(from)] {
		in.add("]")
		return i + 1
	}
	image := in.pieces[from].text == "!["
	in.emphasis(from + 1)
	in.pieces = append(in.pieces[:from], joined(in.pieces[from+1:])...)
	if !image { // no link stands in another
		in.links = slices.DeleteFunc(in.links, func(i int) bool { return in.pieces[i].text == "[" })
	}
	return end
}

// labelFrom returns the text between a bracket and here as a label.
func (in *inline) labelFrom(piece int) string {
	var b strings.Builder
	if len(in.labels) == 0 {
		return ""
	}
	for _, p := range in.pieces[piece+1:] {
		if b.WriteString(p.text); b.Len() > 1000 {
			return ""
		}
	}
	return label(b.String())
}

// target returns the length of a link's target in its brackets, with its title, or 0.
func target(rest string) int {
	rest = rest[:min(len(rest), maxTarget)]
	depth, quote, angle := 0, byte(0), false
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case angle:
			angle = c != '>'
		case c == '<' && depth == 1 && i == 1:
			angle = true
		case (c == '"' || c == '\'') && rest[i-1] == ' ':
			quote = c
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// run takes a run of the signs of emphasis, and tells whether it may begin or end one:
// that depends on what stands beside it.
func (in *inline) run(i int) int {
	rest := in.text[i:]
	n := len(rest) - len(strings.TrimLeft(rest, rest[:1]))
	before, _ := utf8.DecodeLastRuneInString(in.text[:i])
	after, _ := utf8.DecodeRuneInString(rest[n:])
	if i == 0 {
		before = ' '
	}
	if n == len(rest) {
		after = ' '
	}
	left := !unicode.IsSpace(after) && (!isSign(after) || unicode.IsSpace(before) || isSign(before))
	right := !unicode.IsSpace(before) && (!isSign(before) || unicode.IsSpace(after) || isSign(after))
	p := piece{text: rest[:n], sign: rest[0], length: n, opens: left, closes: right}
	if p.sign == '_' {
		p.opens, p.closes = left && (!right || isSign(before)), right && (!left || isSign(after))
	}
	in.pieces = append(in.pieces, p)
	return i + n
}

func isSign(c rune) bool { return unicode.IsPunct(c) || unicode.IsSymbol(c) }
