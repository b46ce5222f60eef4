package report

import (
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// UnreadMarks says in one line which cells among the marks could not be read, and
// what that means; it is empty when all could.
func UnreadMarks(list []graph.UnreadMark, lang messages.Language) string {
	if len(list) == 0 {
		return ""
	}
	return unreadMarks(messages.Printer{Language: lang}, list).String()
}

func unreadMarks(p messages.Printer, list []graph.UnreadMark) document.Phrase {
	const shown = 5
	groups := unreadGroups(p, list)
	cells := p.List(groups[:min(len(groups), shown)])
	if more := len(groups) - shown; more > 0 {
		cells = p.Say("{1} and {2} more", cells, more)
	}
	return p.Many(len(list),
		"{1} cell among the marks could not be read: {2}. It may stand for any role, a lead too, so what is concluded about its task may change. Correct it, or say under glyphs in a reading what it means (tasuki propose writes one).",
		"{1} cells among the marks could not be read: {2}. Each may stand for any role, a lead too, so what is concluded about their tasks may change. Correct them, or say under glyphs in a reading what they mean (tasuki propose writes one).",
		cells)
}

// unreadGroups names each text that could not be read once, with why if that shows and
// the first place of several.
func unreadGroups(p messages.Printer, list []graph.UnreadMark) []document.Phrase {
	type kind struct {
		text string
		why  graph.Name
	}
	times, first := map[kind]int{}, []graph.UnreadMark{}
	for _, u := range list {
		k := kind{u.Source.Mark, u.Reason}
		if times[k]++; times[k] == 1 {
			first = append(first, u)
		}
	}
	var groups []document.Phrase
	for _, u := range first {
		text, where := typeset.OneLine(u.Source.Mark), u.Source.String()
		group := p.Say("“{1}” at {2}", text, where)
		if n := times[kind{u.Source.Mark, u.Reason}]; n > 1 {
			group = p.Say("“{1}” ({2} times, first at {3})", text, n, where)
		}
		if !u.Reason.IsZero() {
			group = p.Say("{1}, {2}", group, u.Reason.In(p.Lang))
		}
		groups = append(groups, group)
	}
	return groups
}
