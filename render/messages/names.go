package messages

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/graph/spelling"
)

// OrganizationNames lists the names of organizations; nobody is a name too.
func OrganizationNames(g *graph.Graph, ids []string, lang Language) string {
	var names []string
	for _, id := range ids {
		name := id
		if i, ok := g.OrganizationIndex(id); ok {
			name = g.Organizations()[i].Name.In(lang.Lang)
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return lang.Plain("(nobody leads)")
	}
	return strings.Join(names, lang.Plain(", ||names"))
}

// TaskName is a task's ID and name, said once where they are the same.
func TaskName(g *graph.Graph, id string, lang graph.Lang) string {
	if t, ok := g.TaskIndex(id); ok {
		if name := g.Tasks()[t].Name.In(lang); name != "" && spelling.Folded(name) != spelling.Folded(id) {
			return id + " " + name
		}
	}
	return id
}

// KindAndLabel is what is written beside an arrow: its kind and what is handed
// over.
func KindAndLabel(k graph.HandoffKind, label string, l Language) string {
	kind := l.Plain(string(k))
	if kind == "" || label == "" {
		return kind + label
	}
	if NamesKind(label, kind) {
		return label
	}
	return kind + l.Plain(": ") + label
}

// Terms says on which condition a handoff is made, and whether its branch can be left
// out, for before what is handed over; nothing when neither is declared.
func Terms(when string, optional bool, l Language) string {
	text := ""
	if when != "" {
		text = l.Plain("[{1}] ", when)
	}
	if optional {
		text += l.Plain("(optional) ")
	}
	return text
}

// NamesKind reports whether what is handed over says of which kind its handoff is, by its
// last word, as a change request does, or before a colon: then the kind is not said again.
func NamesKind(label, kind string) bool {
	label, kind = strings.ToLower(label), strings.ToLower(kind)
	if rest, begins := strings.CutPrefix(label, kind); begins && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：")) {
		return true
	}
	before, ends := strings.CutSuffix(label, kind)
	last, _ := utf8.DecodeLastRuneInString(before)
	return ends && !unicode.In(last, unicode.Latin)
}

// Number prints a sum of handoffs: whole when it is whole, else to a tenth.
func Number(x float64) string {
	if 0 < x && x < 0.05 {
		return "<0.1"
	}
	return strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0")
}

// Anchor returns the id that the row of a task or organization has on a page,
// so that drawings can link to it. Different IDs have different anchors.
func Anchor(id string) string {
	return "row-" + Suffix(id)
}

// Suffix writes an ID with letters, digits, - and _ only; different IDs stay
// different.
func Suffix(id string) string {
	var b strings.Builder
	for _, c := range []byte(id) {
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' {
			b.WriteByte(c)
		} else {
			b.WriteString("_" + strconv.FormatUint(uint64(c)|0x100, 16)[1:])
		}
	}
	return b.String()
}
