package main

import (
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"tasuki/internal/flagvalue"
	"tasuki/internal/usage"
)

func newVersion() *cobra.Command {
	var format flagvalue.Output
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  tasuki version --output json",
		Args:    usage.Exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return format.Printf(cmd.OutOrStdout(), map[string]string{"version": version(), "go": runtime.Version()}, "tasuki %s (%s)\n", version(), runtime.Version())
		},
	}
	format.Register(cmd.Flags())
	return cmd
}

// version returns the version of the module that the program was built from.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}
