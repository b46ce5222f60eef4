// Package usage holds what is said to whoever writes a command line: mistakes in it, which
// end with the exit code 2, and its help in their language.
package usage

import (
	"github.com/spf13/cobra"
	"math"

	"tasuki/graph/said"
)

// Error is a mistake in the command line.
type Error struct{ error }

// Of returns a mistake in the command line.
func Of(err error) Error { return Error{err} }

// Unwrap returns the mistake.
func (e Error) Unwrap() error { return e.error }

// Kind says that the first argument is no kind, and which there are; where there is
// no argument, that one is missing.
func Kind(args []string, missing error) error {
	if len(args) == 0 {
		return Of(missing)
	}
	return Of(said.Errorf("%q is no kind: %w", args[0], missing))
}

// Exactly returns a check that there are n arguments.
func Exactly(n int, what string) cobra.PositionalArgs {
	return Between(n, n, what)
}

// AtLeast is for commands with low arguments or more.
func AtLeast(low int, what string) cobra.PositionalArgs {
	return Between(low, math.MaxInt, what)
}

// Between returns a check that there are at least low and at most high
// arguments.
func Between(low, high int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < low || len(args) > high {
			noun := "arguments"
			if len(args) == 1 {
				noun = "argument"
			}
			return Of(said.Errorf("%s takes %s, got %d %s", cmd.CommandPath(), said.Word(what), len(args), noun))
		}
		return nil
	}
}
