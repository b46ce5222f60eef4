package flags

import (
	"github.com/spf13/cobra"

	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
)

// Paths say from where to where escalation paths lead, and who is absent.
type Paths struct {
	From, To string
	By       flagvalue.Choice
	Without  []string

	At, Severity string
}

// Register adds all of them.
func (f *Paths) Register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.From, "from", "", "the `ID` of the task or organization that reports; by default the starts of the flow")
	cmd.Flags().StringVar(&f.To, "to", "", "the `ID` of the task or organization to be reached; by default the goals of the flow")
	f.RegisterBy(cmd)
	cmd.Flags().StringSliceVar(&f.Without, "without", nil, "the `ID` of an organization that is absent")
}

// RegisterHour adds when the work is reported, and how severe that is.
func (f *Paths) RegisterHour(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.At, "at", "", "the `HOUR` at which the reporter has the work, such as 2026-11-28T22:30, by the reporter's clocks; by default hours are left aside")
	cmd.Flags().StringVar(&f.Severity, "severity", "", "the `ID` of the severity of the incident, whose contacts and reports apply")
}

// RegisterBy adds what paths are compared by.
func (f *Paths) RegisterBy(cmd *cobra.Command) {
	f.By.Register(cmd.Flags(), "by", "what paths are compared by", string(escalation.BySteps), string(escalation.ByMinutes))
}

// In makes the IDs those of the graph that a dataset has been opened as.
func (f *Paths) In(d *input.Flags) {
	f.From, f.To, f.Without = d.ID(f.From), d.ID(f.To), d.IDs(f.Without)
}

// Options returns what the flags say, with other options.
func (f *Paths) Options(o rules.Options) escalation.EscalationOptions {
	return escalation.EscalationOptions{Options: o, From: f.From, To: f.To, By: escalation.PathCost(f.By.Word), Without: f.Without, At: f.At, Severity: f.Severity}
}
