package main

import (
	"fmt"
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
			version, goVersion := "unknown", "unknown"
			if info, ok := debug.ReadBuildInfo(); ok {
				version, goVersion = info.Main.Version, info.GoVersion
			}
			if format.value == "json" {
				return printJSON(cmd.OutOrStdout(), map[string]string{"version": version, "go": goVersion})
			}
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "tasuki %s (%s)\n", version, goVersion)
			return err
		},
	}
	format.register(cmd, "output", "what is printed", "text", "json")
	return cmd
}
