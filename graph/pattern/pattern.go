// Package pattern holds regular expressions until they are needed. It knows none itself.
package pattern

import (
	"regexp"
	"sync"
)

// Lazy returns what compiles the expression when it is first called. A program that
// compiles all of its expressions spends more time on them than most commands take.
// It is not inlined, since that would write the same functions again for each of them.
//
//go:noinline
func Lazy(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
