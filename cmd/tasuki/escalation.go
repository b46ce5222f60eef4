package main

import (
	"slices"

	"github.com/spf13/cobra"

	"tasuki/internal/usage"
)

// newEscalation is the analysis of that name as a verb, with the flow behind the dataset.
func newEscalation() *cobra.Command {
	list := kinds()
	cmd := newAnalysis(list[slices.IndexFunc(list, func(k kind) bool { return k.name == "escalation" })])
	cmd.Use = "escalation DATASET [FLOW]"
	cmd.Args = usage.Between(1, 2, "a DATASET and perhaps a FLOW")
	cmd.Example = "  tasuki escalation examples/helpdesk outage --at 2026-11-28T22:30 --severity major"
	return cmd
}
