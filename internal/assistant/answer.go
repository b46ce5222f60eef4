package assistant

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// answer is what a tool says: the result, and in words.
type answer struct {
	result any      // as `--output json` has it
	lines  []string // the most important first
	rests  grounds
}

// structured is an answer for programs.
type structured struct {
	Result  any     `json:"result"`
	Places  []place `json:"places,omitempty"`   // of the source, of what the answer names
	RestsOn *basis  `json:"rests_on,omitempty"` // what is not certain, or taken for granted
	Cut     []cut   `json:"cut,omitempty"`      // lists that are not whole, for the answer has a limit
}

// result returns an answer as that of a call, within the limits of both its forms.
func (s *server) result(a answer) (*mcp.CallToolResult, error) {
	places, basis := s.grounded(a.rests)
	data, cuts, err := fitted(structured{Result: a.result, Places: places, RestsOn: basis})
	if err != nil {
		return nil, err
	}
	parts := [][]string{a.lines, s.placeLines(places), s.basisLines(basis, a.rests.told)}
	if len(cuts) > 0 {
		parts = append(parts, []string{s.Plain("The structured answer is cut at {1} bytes; its key cut names the lists that are not whole. Ask about less.", maxAnswer)})
	}
	return &mcp.CallToolResult{StructuredContent: json.RawMessage(typeset.VisibleJSON(data)), Content: []mcp.Content{&mcp.TextContent{Text: shown(s.text(parts))}}}, nil
}

// shown returns a text in which nothing hides: what is not seen by who reads it, an
// assistant would read all the same.
func shown(text string) string {
	return typeset.WithEscapes(text, func(r rune) bool { return r != '\n' && typeset.Hidden(r) })
}

// text joins the parts of an answer within [maxWords]. The parts behind the first are
// short, and go before it.
func (s *server) text(parts [][]string) string {
	left := maxWords
	for _, part := range parts[1:] {
		left -= words(strings.Join(part, "\n"))
	}
	more := ""
	first := parts[0]
	for i, line := range first {
		n := words(line)
		if n > left-20 && i == 0 {
			first, more = []string{bounded(line, left-20)}, s.Plain("The text is cut; the structured answer has all of it.")
			break
		}
		if n > left-20 {
			more = s.Count(len(first)-i, "{1} more line is in the structured answer.", "{1} more lines are in the structured answer.")
			first = first[:i]
			break
		}
		left -= n
	}
	all := append([]string{}, first...)
	if more != "" {
		all = append(all, more)
	}
	for _, part := range parts[1:] {
		if len(part) > 0 {
			all = append(append(all, ""), part...)
		}
	}
	return strings.Join(all, "\n")
}

// words counts the words of a text. Where there is no white space between them, as in
// Japanese, two letters count as one.
func words(text string) int {
	n, wide, within := 0, 0, false
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			wide, within = wide+1, false
		case unicode.IsSpace(r):
			within = false
		case !within:
			n, within = n+1, true
		}
	}
	return n + (wide+1)/2
}

// bounded returns the beginning of a text that has at most a number of words.
func bounded(text string, most int) string {
	if words(text) <= most {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		if half := (low + high + 1) / 2; words(string(runes[:half])) < most {
			low = half
		} else {
			high = half - 1
		}
	}
	return string(runes[:low]) + "…"
}

// say returns a phrase as a line.
func say(p document.Phrase) string { return p.String() }

// joined lists texts in one line.
func (s *server) joined(list []string) string {
	return s.List(messages.Each(list, document.Words)).String()
}

// sentences joins sentences as the language does.
func (s *server) sentences(list ...string) string {
	list = slices.DeleteFunc(list, func(text string) bool { return text == "" })
	return s.Sentences(messages.Each(list, document.Words)...).String()
}

// organizations lists organizations with their names.
func (s *server) organizations(ids []string) string { return s.OrganizationList(ids).String() }

// encoded returns a value as JSON on one line.
func encoded(v any) ([]byte, error) { return graph.JSONLine(v) }
