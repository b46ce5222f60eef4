// Package observing reads the event log that a command is given beside a dataset, and
// compares both.
package observing

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"tasuki/analysis/observation"
	"tasuki/graph"
	"tasuki/graph/eventlog/logfile"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/terminal"
	"tasuki/internal/usage"
)

// Flags name the log, where it is no argument, and the mapping that ties it to a dataset.
type Flags struct {
	Log, Mapping flagvalue.Text
}

// RegisterMapping adds the flag of the mapping alone.
func (f *Flags) RegisterMapping(cmd *cobra.Command) {
	cmd.Flags().Var(&f.Mapping, "mapping", "the `FILE` that ties activities to tasks and performers to organizations (tasuki propose log); without it, they are tied by equal IDs and names")
}

// Register adds the flags of a command that shows what was observed beside other things.
func (f *Flags) Register(cmd *cobra.Command) {
	cmd.Flags().Var(&f.Log, "log", "the event log `FILE` whose events are shown beside what is declared (tasuki observe --help)")
	f.RegisterMapping(cmd)
}

// errRedacted refuses pseudonyms, since a log names who performed in its own words.
var errRedacted = said.New("an event log names organizations and people in its own words, which --redact does not know; leave one of both out")

// Observation returns what the log of the flags shows of g, nil where there is no log.
// Progress is told of the first pass. The errors are those of reading the log and the
// mapping, and of flags that do not go together.
func (f *Flags) Observation(ctx context.Context, g *graph.Graph, redacted bool, p *terminal.Progress) (*observation.Observation, error) {
	switch {
	case f.Log == "" && f.Mapping != "":
		return nil, usage.Of(said.New("--mapping is of an event log; name that with --log"))
	case f.Log == "":
		return nil, nil
	}
	o, err := Of(ctx, g, string(f.Log), string(f.Mapping), redacted, p)
	return &o, err
}

// Of returns what the log at path shows of g, by the mapping in a file; "" ties what is
// called alike.
func Of(ctx context.Context, g *graph.Graph, path, mapping string, redacted bool, p *terminal.Progress) (observation.Observation, error) {
	var o observation.Observation
	if redacted {
		return o, usage.Of(errRedacted)
	}
	tie, options, err := tieOf(g, mapping)
	if err != nil {
		return o, err
	}
	p.Now("reading %s", path)
	options.Progress = func(bytes, of int64) {
		if of > 0 {
			p.Now("reading %s, %d of %d MB", path, bytes>>20, of>>20)
		} else {
			p.Now("reading %s, %d MB", path, bytes>>20)
		}
	}
	log, account, err := logfile.Open(ctx, path, options)
	if err != nil {
		return o, err
	}
	defer log.Close()
	p.Now("comparing the log with the dataset")
	return observation.Of(g, filepath.Base(path), log, account, tie(log.Names()), func() { p.Now("measuring who works with whom") })
}
