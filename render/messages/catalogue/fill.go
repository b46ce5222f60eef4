package catalogue

import (
	"fmt"
	"regexp"
	"strings"
)

// Value stands for an argument in a text.
var Value = regexp.MustCompile(`\{[1-9]\}`)

// Plain returns a text with its arguments: strings, ints, or what has a String
// method.
func (l Language) Plain(key string, args ...any) string {
	return fill(l.Form(key), args)
}

// Count returns a text about {1}, a number of things: the first is for one thing,
// the second for any other number and the key of the catalogue.
func (l Language) Count(n int, one, other string, args ...any) string {
	return fill(l.FormOf(n, one, other), append([]any{n}, args...))
}

func fill(form string, args []any) string {
	var said strings.Builder
	before := ""
	Parts(form, func(words string) {
		said.WriteString(Unstopped(before, words))
	}, func(i int) {
		before = text(args[i])
		said.WriteString(before)
	})
	return said.String()
}

// Parts calls words for each run of words of a form and value for each argument, by
// its position, in the order in which they stand.
func Parts(form string, words func(string), value func(int)) {
	end := 0
	for _, at := range Value.FindAllStringIndex(form, -1) {
		words(form[end:at[0]])
		value(int(form[at[0]+1] - '1'))
		end = at[1]
	}
	words(form[end:])
}

// Unstopped returns words without the full stop that they begin with where what
// is before them, such as "Acme Inc.", has brought one.
func Unstopped(before, words string) string {
	for _, stop := range []string{".", "。"} {
		if rest, ends := strings.CutPrefix(words, stop); ends && (strings.HasSuffix(before, stop) || strings.HasSuffix(before, "。")) {
			return rest
		}
	}
	return words
}

func text(arg any) string {
	switch arg := arg.(type) {
	case string:
		return arg
	case int:
		return Whole(arg)
	case fmt.Stringer:
		return arg.String()
	}
	panic(fmt.Sprintf("catalogue: no text can be made of a %T", arg))
}
