package usage

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tasuki/graph"
	"tasuki/internal/flagvalue"
	"tasuki/render/messages"
	"tasuki/render/messages/catalogue"
)

// Spoken returns the language of errors and help: that of --lang, else that of the
// locale, else English.
func Spoken(args []string, getenv func(string) string) messages.Language {
	for i, arg := range args {
		value, given := strings.CutPrefix(arg, "--lang=")
		switch {
		case arg == "--":
			args = nil
		case arg == "--lang" && i+1 < len(args):
			value, given = args[i+1], true
		}
		if lang := graph.Lang(value); given && slices.Contains(catalogue.Langs(), lang) {
			return messages.In(lang)
		}
		if args == nil {
			break
		}
	}
	locale := cmp.Or(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG"))
	code, _, _ := strings.Cut(strings.FieldsFunc(locale+"_", func(c rune) bool { return c == '.' || c == '@' })[0], "_")
	if lang := graph.Lang(code); slices.Contains(catalogue.Langs(), lang) {
		return messages.In(lang)
	}
	return messages.In(graph.English)
}

// Speak puts the help of a command, and of those below it, into a language, and adds
// the flag that chooses it to those that write nothing in one.
func Speak(root *cobra.Command, lang messages.Language) {
	f := flagvalue.Choice{Word: string(lang.Lang), Words: flagvalue.Languages()}
	root.PersistentFlags().Var(&f, "lang", fmt.Sprintf("%s: one of %v", catalogue.Key("language of errors and help"), f.Words))
	root.InitDefaultHelpCmd()
	strictHelp(root)
	if lang.Lang == graph.English {
		return // every flag has it as its default
	}
	var pairs []string
	for _, w := range []string{
		catalogue.Key("Usage:"), catalogue.Key("Examples:"), catalogue.Key("Available Commands:"), catalogue.Key("Global Flags:"), catalogue.Key("Flags:"),
		catalogue.Key("Aliases:"), catalogue.Key(`Use "{{.CommandPath}} [command] --help" for more information about a command.`), catalogue.Key(" [command]"),
	} {
		pairs = append(pairs, w, lang.Form(w))
	}
	root.SetUsageTemplate(strings.NewReplacer(pairs...).Replace(root.UsageTemplate()))
	root.InitDefaultCompletionCmd()
	speakAll(root, lang)
}

// strictHelp makes the name of no command a mistake of "help", which the library
// answers with the help of the program and the exit code 0.
func strictHelp(root *cobra.Command) {
	for _, cmd := range root.Commands() {
		if cmd.Name() != "help" {
			continue
		}
		show := cmd.Run
		cmd.Run, cmd.RunE = nil, func(cmd *cobra.Command, args []string) error {
			if err := Command(root, args); err != nil {
				return err
			}
			show(cmd, args)
			return nil
		}
	}
}

func speakAll(cmd *cobra.Command, lang messages.Language) {
	cmd.InitDefaultHelpFlag()
	cmd.InitDefaultVersionFlag()
	cmd.Short, cmd.Long = lang.Form(cmd.Short), lang.Form(cmd.Long)
	if cmd.Runnable() && cmd.HasAvailableFlags() && !cmd.DisableFlagsInUseLine {
		cmd.Use, cmd.DisableFlagsInUseLine = cmd.Use+lang.Form(catalogue.Key(" [flags]")), true
	}
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		follow(f, lang)
		use, choices, chosen := strings.Cut(f.Usage, ": one of [")
		switch f.Usage = lang.Form(use); {
		case f.Name == "help":
			f.Usage = lang.Plain("help for {1}", cmd.Name())
		case f.Name == "no-descriptions":
			f.Usage = lang.Plain("disable completion descriptions")
		case f.Name == "version":
			f.Usage = lang.Plain("version for {1}", cmd.Name())
		case chosen:
			words := strings.Fields(strings.TrimSuffix(choices, "]"))
			f.Usage = lang.Plain("{1}: one of {2}", f.Usage, strings.Join(words, lang.Form(", ")))
		}
		speakDefault(f, lang)
	})
	for _, sub := range cmd.Commands() {
		switch speakAll(sub, lang); sub.Name() {
		case "help":
			sub.Short, sub.Long = lang.Plain("Help about any command"), lang.Plain("Help about any command")
		case "completion":
			sub.Short = lang.Plain("Generate the autocompletion script for the specified shell")
			sub.Long = sub.Short
			for _, shell := range sub.Commands() {
				shell.Short = lang.Plain("Generate the autocompletion script for {1}", shell.Name())
				shell.Long = shell.Short
			}
		}
	}
}

// follow makes the language of the locale the default of a flag that chooses between
// languages alone; where that of the dataset is offered, it stays the default.
func follow(f *pflag.Flag, lang messages.Language) {
	if c, ok := f.Value.(*flagvalue.Choice); ok && f.Name == "lang" && c.Word == string(graph.English) {
		c.Word = string(lang.Lang)
		f.DefValue = c.Word
	}
}

// speakDefault says the default of a flag in its use, since the library says it in
// English, and leaves it none of its own.
func speakDefault(f *pflag.Flag, lang messages.Language) {
	value, none := f.DefValue, "" // none is what the library takes for no default
	switch f.Value.Type() {
	case "bool":
		none = "false"
	case "int", "int64", "float64", "count", "duration":
		none = "0"
	case "stringSlice", "stringArray":
		none = "[]"
		fallthrough
	case "stringToInt", "stringToString":
		value = strings.TrimSuffix(strings.TrimPrefix(value, "["), "]")
	}
	if value == "" {
		f.DefValue = none
	}
	if value == "" || slices.Contains([]string{none, "0", "0s", "false"}, value) {
		return
	}
	f.Usage = lang.Plain("{1} (default {2})", f.Usage, value)
	f.DefValue = none
}
