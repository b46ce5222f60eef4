// Package said holds errors, and notes beside facts, that keep the form of their text
// and what stands in it, so that whoever prints them can say them in another language; it knows no language.
package said

import (
	"errors"
	"fmt"
	"strings"
)

// message is an error with the form of its text.
type message struct {
	error // what fmt makes of it
	form  string
	args  []any
}

// one wraps at most one error, several any number.
type (
	one     struct{ message }
	several struct{ message }
)

// Errorf is [fmt.Errorf], and keeps the format and the arguments.
func Errorf(format string, args ...any) error {
	m := message{fmt.Errorf(format, args...), format, args}
	if _, ok := m.error.(interface{ Unwrap() []error }); ok {
		return &several{m}
	}
	return &one{m}
}

// New is [errors.New], for a text without arguments.
func New(text string) error { return &one{message{errors.New(text), text, nil}} }

// Unwrap returns what e wraps.
func (e *one) Unwrap() error { return errors.Unwrap(e.error) }

// Unwrap returns all that e wraps.
func (e *several) Unwrap() []error { return e.error.(interface{ Unwrap() []error }).Unwrap() }

// In returns the text with its form put into another one.
func (e *message) In(form func(string) string) string {
	if len(e.args) == 0 {
		if text := form(e.form); text != e.form {
			return text
		}
		return e.Error()
	}
	return Sprint(form, e.form, e.args)
}

// Form returns the form of an error and what stands in it; of one that keeps no form, "%s"
// and its text.
func Form(err error) (format string, args []any) {
	switch e := err.(type) {
	case *one:
		return e.form, e.args
	case *several:
		return e.form, e.args
	}
	return "%s", []any{err.Error()}
}

// Word is an argument that is words of ours, and is put into another form too.
type Word string

// Sprint returns the text of a format put into another one, and of the errors among
// its arguments.
func Sprint(form func(string) string, format string, args []any) string {
	put := make([]any, len(args))
	for i, a := range args {
		switch arg := a.(type) {
		case error:
			a = errors.New(In(arg, form))
		case Word:
			a = form(string(arg))
		case Note:
			a = arg.In(form)
		}
		put[i] = a
	}
	return fmt.Errorf(form(format), put...).Error()
}

// In returns the text of an error, with each form in it, and in what it wraps, put
// into another one; what has no form of its own keeps its text. An error that says no
// more than what it wraps is said as that is, several that are joined line by line.
func In(err error, form func(string) string) string {
	if e, ok := err.(interface {
		In(form func(string) string) string
	}); ok {
		return e.In(form)
	}
	if inner := errors.Unwrap(err); inner != nil && inner.Error() == err.Error() {
		return In(inner, form)
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var plain, put []string
		for _, inner := range joined.Unwrap() {
			plain, put = append(plain, inner.Error()), append(put, In(inner, form))
		}
		if strings.Join(plain, "\n") == err.Error() {
			return strings.Join(put, "\n")
		}
	}
	return err.Error()
}
