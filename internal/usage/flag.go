package usage

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tasuki/graph/said"
)

// Flag returns what the command-line library says of a flag as a mistake with a form,
// so that it is said in every language. The English text stays the library's, but for
// values that are no number, of which it names the function that has failed.
func Flag(err error) error {
	var unknown *pflag.NotExistError
	var lacking *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			return Of(said.Errorf("unknown shorthand flag: %q in -%s", rune(unknown.GetSpecifiedName()[0]), short))
		}
		return Of(said.Errorf("unknown flag: --%s", unknown.GetSpecifiedName()))
	case errors.As(err, &lacking):
		if short := lacking.GetSpecifiedShortnames(); short != "" {
			return Of(said.Errorf("flag needs an argument: %q in -%s", rune(lacking.GetSpecifiedName()[0]), short))
		}
		return Of(said.Errorf("flag needs an argument: --%s", lacking.GetSpecifiedName()))
	case errors.As(err, &invalid):
		f := invalid.GetFlag()
		name := "--" + f.Name
		if f.Shorthand != "" && f.ShorthandDeprecated == "" {
			name = "-" + f.Shorthand + ", " + name
		}
		return Of(said.Errorf("invalid argument %q for %q flag: %w", invalid.GetValue(), name, cause(f.Value.Type(), invalid.Unwrap())))
	case errors.As(err, &syntax):
		return Of(said.Errorf("bad flag syntax: %s", syntax.GetSpecifiedFlag()))
	}
	return Of(err)
}

// cause says what a flag of one of the library's types takes; flags of ours say it
// themselves.
func cause(kind string, err error) error {
	switch kind {
	case "bool":
		return said.New("use true or false")
	case "int", "int64", "count":
		if errors.Is(err, strconv.ErrRange) {
			return said.New("the number is too large")
		}
		return said.New("it takes a whole number")
	case "float64":
		return said.New("it takes a number")
	case "duration":
		return said.New("it takes a time with its unit, such as 30s or 5m")
	case "stringToInt", "stringToString":
		return said.New("write it as NAME=VALUE")
	}
	return err
}

// Command returns the mistake of naming a command that is not there, with those that
// are like it; nil when there is one.
func Command(root *cobra.Command, args []string) error {
	at, _, err := root.Find(args)
	if err == nil {
		return nil
	}
	quoted, bad := strconv.QuotedPrefix(strings.TrimPrefix(err.Error(), "unknown command "))
	name, unquoted := strconv.Unquote(quoted)
	if bad != nil || unquoted != nil {
		return Of(err)
	}
	at.SuggestionsMinimumDistance = max(at.SuggestionsMinimumDistance, 2) // the library's own
	if like := at.SuggestionsFor(name); len(like) > 0 {
		return Of(said.Errorf("unknown command %q for %q\n\nDid you mean this?\n\t%s\n", name, at.CommandPath(), strings.Join(like, "\n\t")))
	}
	return Of(said.Errorf("unknown command %q for %q", name, at.CommandPath()))
}
