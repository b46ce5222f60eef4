package flags

import (
	"github.com/spf13/cobra"

	"tasuki/graph/eventlog/logfile"
	"tasuki/graph/eventlog/mapping"
	"tasuki/graph/eventlog/stamp"
	"tasuki/graph/said"
	"tasuki/internal/usage"
)

var (
	errMemory = said.New("--memory is a whole number of MiB, at least 1")
	errUnzip  = said.New("--max-unzip is a whole number of MiB, at least 1")
)

// Log says how an event log is read.
type Log struct {
	said   logfile.Options
	memory int
	unzip  int
}

// Register adds the flags.
func (f *Log) Register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.said.Columns.Case, "case", "", "the `COLUMN` of the case; in XES an attribute of traces")
	cmd.Flags().StringVar(&f.said.Columns.Activity, "activity", "", "the `COLUMN` of the activity; in XES an attribute of events, or a classifier")
	cmd.Flags().StringVar(&f.said.Columns.Organization, "organization", "", "the `COLUMN` of who did it; in XES and OCEL an attribute of events")
	cmd.Flags().StringVar(&f.said.Columns.Time, "time", "", "the `COLUMN` of the time; in XES an attribute of events")
	cmd.Flags().StringVar(&f.said.Layout, "time-layout", "", "how times are written in a table: `LAYOUT` is iso, day-month, month-day, seconds, milliseconds or microseconds")
	cmd.Flags().StringVar(&f.said.Zone, "zone", "", "the time zone of times that say none, such as Asia/Tokyo: a `NAME` of the IANA time zone database; without it UTC")
	cmd.Flags().StringVar(&f.said.ObjectType, "object-type", "", "of OCEL: the `TYPE` whose objects are the cases")
	cmd.Flags().StringVar(&f.said.Format, "log-format", "", "the `FORMAT` of the log, csv, xes or ocel, if its content does not tell")
	cmd.Flags().IntVar(&f.memory, "memory", 512, "how many `MIB` of events are held in memory, beyond which they are held in a temporary file")
	cmd.Flags().IntVar(&f.unzip, "max-unzip", 0, "how many `MIB` a .gz file may hold; without it 200 times its own size")
}

// Options returns the options: what flags say goes before what the mapping says.
func (f *Log) Options(m mapping.File) (logfile.Options, error) {
	o := f.said
	for _, c := range []struct {
		to   *string
		from string
	}{
		{&o.Columns.Case, m.Columns.Case}, {&o.Columns.Activity, m.Columns.Activity}, {&o.Columns.Organization, m.Columns.Organization}, {&o.Columns.Time, m.Columns.Time},
		{&o.Layout, m.TimeLayout}, {&o.Zone, m.Zone}, {&o.ObjectType, m.ObjectType},
	} {
		if *c.to == "" {
			*c.to = c.from
		}
	}
	o.Nobody = m.Nobody
	o.Memory, o.MaxUnzip = int64(f.memory)<<20, int64(f.unzip)<<20
	switch {
	case f.memory < 1 || f.memory > 1<<30:
		return o, usage.Of(errMemory)
	case f.unzip < 0 || f.unzip > 1<<30:
		return o, usage.Of(errUnzip)
	}
	if o.Layout != "" {
		if _, err := stamp.ParseLayout(o.Layout); err != nil {
			return o, usage.Of(err)
		}
	}
	if _, err := stamp.NewReader(stamp.ISO, o.Zone); err != nil {
		return o, usage.Of(err)
	}
	return o, nil
}

// Given reports whether any of the flags is on the command line.
func (f *Log) Given(cmd *cobra.Command) bool {
	for _, name := range []string{"case", "activity", "organization", "time", "time-layout", "zone", "object-type", "log-format", "memory", "max-unzip"} {
		if cmd.Flags().Changed(name) {
			return true
		}
	}
	return false
}
