package word

import (
	"slices"
	"strings"
	"unicode"

	"tasuki/graph/matrix"
	"tasuki/graph/pattern"
)

// Topic is what a text may be about.
type Topic int

// The topics of headings and names. The heading over the names of rows is a corner;
// PartyHeading and RoleHeading stand over a column of parties, and of their roles; a
// Person over one of names; an Attribute over what is said of tasks beside their names.
const (
	Party Topic = iota
	Role
	Status
	Task
	Other
	CornerTask
	CornerParty
	PartyHeading
	RoleHeading
	Person
	Item
	Attribute
)

func (t Topic) list() list {
	switch t {
	case Party:
		return partyList
	case Role:
		return roleList
	case Status:
		return statusList
	case Task:
		return taskList
	case Other:
		return otherList
	case CornerTask:
		return cornerTasks
	case CornerParty:
		return cornerParties
	case PartyHeading:
		return partyHeadings
	case RoleHeading:
		return roleHeadings
	case Person:
		return personHeadings
	case Attribute:
		return attributeHeadings
	}
	return itemList
}

type list struct{ english, japanese, endings []string }

// In reports whether a text has a word of the topic.
func (t Topic) In(text string) bool { return t.list().in(text) }

func (w list) in(text string) bool {
	text = strings.ToLower(matrix.Fold(text))
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '#' })
	if slices.ContainsFunc(words, func(word string) bool {
		return slices.Contains(w.english, word) || slices.Contains(w.english, strings.TrimSuffix(word, "s"))
	}) {
		return true
	}
	return slices.ContainsFunc(w.japanese, func(s string) bool { return strings.Contains(text, s) }) ||
		slices.ContainsFunc(w.endings, func(s string) bool { return strings.HasSuffix(text, s) })
}

// Corner reports whether what heads the names of rows is about tasks, and whether it is
// about parties. Of two headings with a stroke between them the first is that of rows.
func Corner(text string) (tasks, parties bool) {
	tasks, parties = CornerTask.In(text), CornerParty.In(text)
	if rows, columns, found := strings.Cut(strings.NewReplacer("\\", "/", "＼", "/", "／", "/").Replace(text), "/"); found && tasks && parties {
		first, second := CornerTask.In(rows), CornerTask.In(columns)
		if first != second && CornerParty.In(rows) != CornerParty.In(columns) {
			return first, !first
		}
	}
	return tasks, parties && (tasks || !matrixName().MatchString(text))
}

// matrixName is what the whole table is called, which may stand over the names of its rows.
var matrixName = pattern.Lazy(`(?i)\b(raci|rasci|rasic|matrix|chart|responsibilit(y|ies)|verantwortlichkeiten|zuständigkeiten|responsabilités)\b|分担|一覧|表$`)

// IsCorner reports whether a text is but a word that heads the names of tasks, or
// their numbers.
func IsCorner(text string) bool {
	text = strings.ToLower(matrix.Fold(text))
	return slices.ContainsFunc([]Topic{Task, Item}, func(t Topic) bool {
		w := t.list()
		return slices.Contains(w.english, text) || slices.Contains(w.japanese, text)
	})
}

// Share returns the share of the texts that have a word of the topic.
func (t Topic) Share(texts []string) float64 {
	n := 0
	for _, text := range texts {
		if t.In(text) {
			n++
		}
	}
	if len(texts) == 0 {
		return 0
	}
	return float64(n) / float64(len(texts))
}
