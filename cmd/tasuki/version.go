package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersion() *cobra.Command {
	var format choice
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  tasuki version --output json",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if format.value == "json" {
				return printJSON(cmd.OutOrStdout(), map[string]string{"version": version(), "go": runtime.Version()})
			}
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "tasuki %s (%s)\n", version(), runtime.Version())
			return err
		},
	}
	format.register(cmd, "output", "what is printed", "text", "json")
	return cmd
}

// version returns the version of the module that the program was built from.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}
