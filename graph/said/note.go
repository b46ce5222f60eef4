package said

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Note is a text with its form and what stands in it: something that is said beside
// facts, and kept with them, so that it can be said in another language later. Two
// notes are equal when their English texts are: see [Note.Equal].
type Note struct {
	text string // in English
	form string // a format of fmt with %s, %q and %d; without arguments the text itself
	args []any  // string: said as it is; int; Note: said in the language too
}

// Notef returns the note of a format and its arguments. Texts and whatever has a
// method String are said as they are, a [Word] and a Note in the language. It panics
// on arguments that are none of these nor whole numbers, or that do not fit.
func Notef(format string, args ...any) Note {
	n := Note{text: format, form: format}
	if len(args) == 0 {
		return n
	}
	for _, a := range args {
		n.args = append(n.args, argument(a))
	}
	if !fits(format, n.args) {
		panic(fmt.Sprintf("said: the arguments of %q do not fit it: %v", format, args))
	}
	n.text = fmt.Sprintf(format, n.args...)
	return n
}

func argument(a any) any {
	switch a := a.(type) {
	case Note:
		if len(a.args) == 1 && a.form == "%s" {
			return a.args[0]
		}
		return a
	case Word:
		return Note{text: string(a), form: string(a)}
	case fmt.Stringer:
		return a.String()
	}
	switch v := reflect.ValueOf(a); {
	case v.Kind() == reflect.String:
		return v.String()
	case v.CanInt():
		return int(v.Int())
	}
	panic(fmt.Sprintf("said: %T cannot stand in a note", a))
}

// Join returns notes with a sign between them.
func Join(sign string, notes []Note) Note {
	if len(notes) == 1 {
		return notes[0]
	}
	if len(notes) > maxNoteArgs {
		var parts []Note
		for part := range slices.Chunk(notes, maxNoteArgs) {
			parts = append(parts, Join(sign, part))
		}
		return Join(sign, parts)
	}
	args := make([]any, len(notes))
	for i, n := range notes {
		args[i] = n
	}
	return Notef(strings.TrimSuffix(strings.Repeat("%s"+sign, len(notes)), sign), args...)
}

// String returns the text in English.
func (n Note) String() string { return n.text }

// Equal reports whether two notes read the same in English.
func (n Note) Equal(o Note) bool { return n.text == o.text }

// In returns the text with its form, and those of the notes in it, put into another
// one.
func (n Note) In(form func(string) string) string {
	if len(n.args) == 0 {
		return form(n.form)
	}
	return Sprint(form, n.form, n.args)
}

// Map returns the note with its texts of others changed. Where the words of ours
// would be changed too, no form fits any more, and the text alone is left.
func (n Note) Map(change func(string) string) Note {
	if changed := n.mapped(change); len(n.args) > 0 && change(changed.text) == changed.text {
		return changed
	}
	return Notef(change(n.text))
}

func (n Note) mapped(change func(string) string) Note {
	args := slices.Clone(n.args)
	for i, a := range args {
		switch a := a.(type) {
		case string:
			args[i] = change(a)
		case Note:
			args[i] = a.mapped(change)
		}
	}
	return Notef(n.form, args...)
}

// Texts returns notes in English.
func Texts(notes []Note) []string {
	texts := make([]string, len(notes))
	for i, n := range notes {
		texts[i] = n.text
	}
	return texts
}

// Has reports whether a note is among some.
func Has(notes []Note, n Note) bool { return slices.ContainsFunc(notes, n.Equal) }
