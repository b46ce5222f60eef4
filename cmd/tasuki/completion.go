package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tasuki/internal/flagvalue"
)

// offerWords lets the shell complete the flags of cmd and of the commands below it.
// It is for the shell's request alone: what cobra is told is kept while the process
// lives, with all of the command line.
func offerWords(cmd *cobra.Command) {
	cmd.Flags().VisitAll(func(flag *pflag.Flag) {
		offer := completeParams
		if c, ok := flag.Value.(*flagvalue.Choice); ok {
			offer = cobra.FixedCompletions(c.Words, cobra.ShellCompDirectiveNoFileComp)
		} else if flag.Name != paramFlag {
			return
		}
		// The only error is an unknown flag, or one that has been here before.
		_ = cmd.RegisterFlagCompletionFunc(flag.Name, offer)
	})
	for _, sub := range cmd.Commands() {
		offerWords(sub)
	}
}
