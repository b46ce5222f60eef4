package mapping

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tasuki/graph"
	"tasuki/graph/eventlog"
	"tasuki/graph/said"
	"tasuki/graph/spelling"
)

// Drafted are how many values of each side a draft lists; the others are counted.
const Drafted = 1000

// absent are words, folded, that logs write where they know no performer.
var absent = []string{"0", "empty", "0", "undefined", "null", "none", "nil", "nan", "n/a", "na", "-", "--", "?", "unknown", "missing", "__invalid__", "不明", "なし", "未設定", "該当なし"}

// Draft returns a mapping for a log as YAML, every value with its count: the most frequent
// first, those of one count by name. What means one task or organization is tied; where
// several may be meant, or none is alike, the line is a comment with the candidates. With
// no graph all lines are comments. It takes time in proportion to the values that are
// listed times the letters of the dataset.
func Draft(name string, a eventlog.Account, names *eventlog.Names, c Counts, g *graph.Graph) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# A proposed mapping of the event log %s. Correct it, and remove the # of lines that hold.\n", text(name))
	fmt.Fprintf(&b, "# %d rows: %d events of %d cases", a.Rows, a.Events, a.Cases)
	for _, l := range a.LeftOut {
		fmt.Fprintf(&b, "; left out %d: %s, first in row %d", l.Count, l.Reason, l.First[0])
	}
	b.WriteString(".\n")
	for _, note := range said.Texts(a.Notes) {
		fmt.Fprintf(&b, "# %s\n", oneLine(note))
	}
	columns(&b, a)
	var tasks, orgs *matcher
	if g != nil {
		tasks, orgs = tasksOf(g), organizationsOf(g)
	}
	b.WriteString("\n# Which task each activity is, by ID. What is no task of the dataset belongs under ignored.\nactivities:\n")
	values(&b, list(names.Activities, c.Activities), tasks)
	var gone []Value
	performers := slices.DeleteFunc(list(names.Performers, c.Performers), func(v Value) bool {
		is := slices.Contains(absent, spelling.Folded(v.Text))
		if is {
			gone = append(gone, v)
		}
		return is
	})
	b.WriteString("\n# Which organization each performer belongs to, by ID.\nperformers:\n")
	values(&b, performers, orgs)
	if len(gone) > 0 {
		b.WriteString("\n# Values that look as if the log named nobody. Without this list each is a performer of its own.\nnobody:\n")
		for _, v := range gone {
			fmt.Fprintf(&b, "  - %s # %s\n", text(v.Text), events(v.Count))
		}
	}
	b.WriteString("\n# Values that are left out, and counted as such.\nignored:\n  activities: []\n  performers: []\n")
	return b.Bytes()
}

// columns writes where the facts were found.
func columns(b *bytes.Buffer, a eventlog.Account) {
	if a.Format == "ocel" {
		fmt.Fprintf(b, "\n# Whose objects are the cases.\nobjectType: %s\n", text(a.ObjectType))
		if a.Columns.Organization != "" {
			fmt.Fprintf(b, "columns:\n  organization: %s\n", text(a.Columns.Organization))
		}
	} else {
		b.WriteString("\n# Where the facts of an event stand.\ncolumns:\n")
		for _, c := range [][2]string{{"case", a.Columns.Case}, {"activity", a.Columns.Activity}, {"organization", a.Columns.Organization}, {"time", a.Columns.Time}} {
			if c[1] != "" {
				fmt.Fprintf(b, "  %s: %s\n", c[0], text(c[1]))
			}
		}
		if a.Layout != "" && a.Format == "csv" {
			fmt.Fprintf(b, "timeLayout: %s\n", a.Layout)
		}
	}
	if a.Layout != "" {
		fmt.Fprintf(b, "# Time stamps that say no zone are of this one.\nzone: %s\n", a.Zone)
	}
}

// list returns the values of one side, the most frequent first.
func list(texts []string, counts []int64) []Value {
	var all []Value
	for i, t := range texts {
		if i < len(counts) && counts[i] > 0 {
			all = append(all, Value{t, counts[i]})
		}
	}
	byCount(all)
	return all
}

// values writes a line for each value.
func values(b *bytes.Buffer, all []Value, m *matcher) {
	for _, v := range all[:min(len(all), Drafted)] {
		id, candidates := "", []string(nil)
		if m != nil && len(v.Text) <= graph.MaxText {
			id, candidates = m.match(v.Text)
		}
		switch {
		case id != "":
			fmt.Fprintf(b, "  %s: %s # %s\n", text(v.Text), text(id), events(v.Count))
		case len(candidates) == 0:
			fmt.Fprintf(b, "  # %s: # %s\n", text(v.Text), events(v.Count))
		default:
			fmt.Fprintf(b, "  # %s: %s # %s; candidates: %s\n", text(v.Text), text(candidates[0]), events(v.Count), strings.Join(texts(candidates), ", "))
		}
	}
	if more := len(all) - Drafted; more > 0 {
		fmt.Fprintf(b, "  # and %d more values, of at most %s each\n", more, events(all[Drafted].Count))
	}
}

func events(n int64) string {
	if n == 1 {
		return "1 event"
	}
	return fmt.Sprintf("%d events", n)
}

// text returns a text as YAML reads it back: as JSON does, without what YAML has not.
func text(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a text can always be encoded
	var out strings.Builder
	for _, r := range strings.TrimSpace(b.String()) {
		if r >= 0x7f && r < 0xa0 || r == 0xfeff || r >= 0xfffe && r <= 0xffff {
			fmt.Fprintf(&out, `\u%04x`, r)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}

func texts(list []string) []string {
	list = slices.Clone(list)
	for i, s := range list {
		list[i] = text(s)
	}
	return list
}

// oneLine keeps a comment from ending early, and from what no comment may hold.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0x2028 || r == 0x2029 || r == 0xfeff || r >= 0xfffe && r <= 0xffff {
			return ' '
		}
		return r
	}, s)
}
