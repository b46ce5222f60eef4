package main

import (
	"bytes"
	"io"
	"time"

	"github.com/spf13/cobra"

	"tasuki/analysis/readiness"
	"tasuki/cmd/tasuki/flags"
	"tasuki/graph"
	"tasuki/graph/hours"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	show "tasuki/render/readiness"
)

// readinessFlags are the flags of the command that tells a week.
type readinessFlags struct {
	dataset                  input.Flags
	options                  flags.Options
	flow, severity, calendar string
	week                     flagvalue.Date
	lang                     flagvalue.Lang
	format                   flagvalue.Choice
}

func newReadiness(now func() time.Time) *cobra.Command {
	var f readinessFlags
	cmd := &cobra.Command{
		Use:   "readiness DATASET",
		Short: "Say who is reached at each hour of a week, and where nobody is",
		Long: `Readiness tells seven days by the hours that contacts declare: for each flow and each
organization that leads a task of it, whom calls get to first, at which level and after
how long, where nobody is reached even by escalation, and where one post is the only one
for several organizations or stands in for several posts.

Times are told by the clock of the client's calendar, or of --calendar; who is reached is
judged by the clock and the holidays of each organization. An hour counts by the worst of
its minutes. With --output json and csv every hour is listed.`,
		Example: "  tasuki readiness examples/helpdesk --week 2026-10-19\n  tasuki readiness examples/helpdesk --week 2026-10-19 --flow outage --severity major --calendar dublin --output csv",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := f.dataset.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			printed, err := input.Interruptible(cmd.Context(), func() ([]byte, error) { return f.printed(g, now()) })
			if err != nil {
				return err
			}
			return outdir.Deliver(cmd.Context(), "", cmd.OutOrStdout(), printed)
		},
	}
	f.dataset.Register(cmd)
	f.options.RegisterRules(cmd)
	cmd.Flags().Var(&f.week, "week", "the first `DAY` of the seven, such as 2026-10-19; by default the Monday of this week")
	cmd.Flags().StringVar(&f.flow, "flow", "", "the `ID` of a flow; by default every flow")
	cmd.Flags().StringVar(&f.severity, "severity", "", "the `ID` of a severity, whose lists of contacts hold then")
	cmd.Flags().StringVar(&f.calendar, "calendar", "", "the `ID` of the calendar by whose clock the week is told; by default the client's")
	f.lang.Register(cmd.Flags())
	f.format.Register(cmd.Flags(), "output", "what is printed", "text", "json", "csv")
	return cmd
}

// printed returns what is printed of the week.
func (f *readinessFlags) printed(g *graph.Graph, now time.Time) ([]byte, error) {
	o, err := f.options.Read()
	if err != nil {
		return nil, err
	}
	day := f.week.String()
	if day == "" {
		_, _, clock, err := readiness.CalendarOf(g, f.calendar)
		if err != nil {
			return nil, usage.Of(err)
		}
		day = readiness.DayOf(clock, hours.Moment(now.Unix()/60), true)
	}
	w, err := readiness.Of(g, readiness.Options{Options: o, Flow: f.dataset.ID(f.flow), Severity: f.severity, Day: day, Calendar: f.calendar})
	if err != nil {
		return nil, usage.Of(err)
	}
	var b bytes.Buffer
	if f.format.Word == "csv" {
		err = show.CSV(&b, w, f.lang.Language())
		return b.Bytes(), err
	}
	out := flagvalue.Output{Choice: f.format}
	err = out.Print(&b, w, func(to io.Writer) error { return show.Text(to, g, w, f.lang.Language()) })
	return b.Bytes(), err
}
