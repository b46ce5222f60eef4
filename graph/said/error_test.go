package said_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"testing"

	"tasuki/graph/said"
)

// same says nothing of its own.
type same struct{ error }

func (s same) Unwrap() error { return s.error }

func TestErrorsAreThoseOfFmt(t *testing.T) {
	inner := said.New("the file is empty; fill it")
	one := said.Errorf("reading %q: %w", "a", inner)
	two := said.Errorf("%w and %w", io.EOF, fs.ErrNotExist)
	for _, tt := range []struct {
		err  error
		want string
		is   []error
	}{
		{inner, "the file is empty; fill it", []error{inner}},
		{one, `reading "a": the file is empty; fill it`, []error{inner, one}},
		{two, "EOF and file does not exist", []error{io.EOF, fs.ErrNotExist}},
		{said.Errorf("plain"), "plain", nil},
		{fmt.Errorf("outer: %w", two), "outer: EOF and file does not exist", []error{two, io.EOF}},
	} {
		if tt.err.Error() != tt.want {
			t.Errorf("got %q, want %q", tt.err, tt.want)
		}
		for _, target := range tt.is {
			if !errors.Is(tt.err, target) {
				t.Errorf("%q is not %q", tt.err, target)
			}
		}
	}
	if errors.Unwrap(one) != inner {
		t.Error("what is wrapped has gone")
	}
}

func TestIn(t *testing.T) {
	forms := map[string]string{
		"reading %q, line %d: %w": "%[2]d 行目（%[1]q）：%[3]w",
		"the file is empty":       "空である",
		"100 %% of %s":            "%s の 100 %%",
		"100 % sure":              "100 % 確実",
	}
	ja := func(form string) string {
		if to, ok := forms[form]; ok {
			return to
		}
		return form
	}
	empty := said.New("the file is empty")
	for _, tt := range []struct {
		err  error
		want string
	}{
		{empty, "空である"},
		{said.Errorf("reading %q, line %d: %w", "a: b", 3, empty), `3 行目（"a: b"）：空である`},
		{said.Errorf("reading %q, line %d: %w", "a", 3, same{empty}), `3 行目（"a"）：空である`},
		{said.Errorf("reading %q, line %d: %w", "the file is empty", 3, io.EOF), `3 行目（"the file is empty"）：EOF`},
		{said.Errorf("unknown form: %w", empty), "unknown form: 空である"},
		{said.Errorf("100 %% of %s", "it"), "it の 100 %"},
		{said.Errorf("100 %% of %s", said.Word("the file is empty")), "空である の 100 %"},
		{said.New("100 % sure"), "100 % 確実"},
		{said.New("50 % sure"), "50 % sure"},
		{io.EOF, "EOF"},
		{errors.Join(empty, io.EOF, said.Errorf("100 %% of %s", "it")), "空である\nEOF\nit の 100 %"},
		{same{errors.Join(empty)}, "空である"},
	} {
		if got := said.In(tt.err, ja); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
		if got := said.In(tt.err, func(form string) string { return form }); got != tt.err.Error() {
			t.Errorf("without another form: got %q, want %q", got, tt.err)
		}
	}
}

func TestForm(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{{said.Errorf("%d of %s", 1, "x"), "%d of %s [1 x]"}, {said.New("x"), "x []"}, {errors.New("50 %"), "%s [50 %]"}, {said.Errorf("%w, %w", errors.New("a"), errors.New("b")), "%w, %w [a b]"}} {
		format, args := said.Form(c.err)
		if got := fmt.Sprintf("%s %v", format, args); got != c.want {
			t.Errorf("the form of %q is %s, want %s", c.err, got, c.want)
		}
	}
}
