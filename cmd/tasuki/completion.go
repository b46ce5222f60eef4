package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// offersWords lets the shell complete the flags of root, if it is the shell that
// asks. Otherwise nothing is registered: cobra keeps what is for as long as the
// process lives, and with a flag the whole command line that it belongs to.
func offersWords(root *cobra.Command, args []string) {
	if len(args) == 0 || !strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		return
	}
	offerWords(root)
}

func offerWords(cmd *cobra.Command) {
	cmd.Flags().VisitAll(func(flag *pflag.Flag) {
		offer := completeParams
		if c, ok := flag.Value.(*choice); ok {
			offer = cobra.FixedCompletions(c.words, cobra.ShellCompDirectiveNoFileComp)
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
