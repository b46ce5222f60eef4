package main

import (
	"bytes"
	"context"
	"io"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/neo4jstore/observed"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/observing"
	"tasuki/internal/outdir"
	"tasuki/internal/terminal"
	"tasuki/internal/usage"
	show "tasuki/render/observed"
)

// observeFlags are the flags of the command that compares a dataset with an event log.
type observeFlags struct {
	dataset                 input.Flags
	log                     observing.Flags
	lang                    flagvalue.Lang
	format, failOn, propose flagvalue.Choice
	path, store             string
	force                   bool
}

func newObserve() *cobra.Command {
	var f observeFlags
	cmd := &cobra.Command{
		Use:   "observe DATASET LOG",
		Short: "Compare what is declared with what an event log shows was done",
		Long: `Observe reads an event log (CSV, XES or OCEL) and says which declared handoffs were seen,
which were not and what was seen besides, who performed tasks against the marks of the
matrix, in how many cases each flow ran as declared, how long work waited, and who stands
between whom. What was read, left out and not tied to the dataset comes first. Nothing that
was not seen is called wrong: a telephone leaves no log.

--mapping names the file that ties activities to tasks and performers to organizations
(tasuki propose log drafts one); without it, they are tied by equal IDs and names.

--propose minutes writes the waits that were measured as a draft: put the file into the
folder of the dataset, and its handoffs have these minutes.

--store leaves the handoffs, handovers and performers that were seen beside the dataset in
Neo4j, which must hold the same facts, under the name of the log's file, in place of what
that log has left before (tasuki query run observed-not-declared asks about them).`,
		Example: "  tasuki observe examples/helpdesk examples/helpdesk-log/log.csv --mapping examples/helpdesk-log/mapping.yaml\n  tasuki observe examples/helpdesk examples/helpdesk-log/log.csv --mapping examples/helpdesk-log/mapping.yaml --propose minutes -o minutes.yaml\n  tasuki observe examples/helpdesk examples/helpdesk-log/log.csv --mapping examples/helpdesk-log/mapping.yaml --store neo4j://127.0.0.1:7687",
		Args:    usage.Exactly(2, "one DATASET and one LOG"),
		RunE:    f.run,
	}
	f.dataset.Register(cmd)
	f.log.RegisterMapping(cmd)
	f.lang.Register(cmd.Flags())
	f.format.Register(cmd.Flags(), "output", "what is printed", "text", "json", "csv")
	f.propose.Register(cmd.Flags(), "propose", "what to write as a draft in place of the comparison", "nothing", "minutes")
	f.failOn.Register(cmd.Flags(), "fail-on", "exit with 3 when a handoff was seen that is not declared, a task was performed by somebody without a mark on it, or either", "never", "undeclared", "unmarked", "any")
	cmd.Flags().StringVar(&f.store, "store", "", "leave what was seen beside the dataset at the `ADDRESS` of a database: neo4j://host:port/database#name")
	cmd.Flags().BoolVar(&f.force, "force", false, "replace the file of -o if it is there")
	cmd.Flags().StringVarP(&f.path, "out", "o", "", "write to `FILE` instead")
	return cmd
}

func (f *observeFlags) run(cmd *cobra.Command, args []string) error {
	switch {
	case f.propose.Word == "minutes" && f.format.Word != "text":
		return usage.Of(said.New("--propose minutes writes YAML; leave --output out"))
	case f.propose.Word == "minutes" && f.path != "" && !f.force && outdir.Replaces(f.path):
		return usage.Of(said.Errorf("%q is there already, perhaps with corrections; name another file, or replace it with --force", f.path))
	}
	if f.store != "" {
		if _, err := neo4jstore.ParseAddress(f.store); err != nil {
			return usage.Of(err)
		}
	}
	p := terminal.StartProgress(cmd.ErrOrStderr())
	defer p.Stop()
	p.Now("reading %s", args[0])
	g, err := f.dataset.Open(cmd.Context(), args[0])
	if err != nil {
		return err
	}
	o, err := observing.Of(cmd.Context(), g, args[1], string(f.log.Mapping), f.dataset.Redactor != nil, p)
	if err != nil {
		return err
	}
	printed, err := f.printed(g, o)
	if err != nil {
		return err
	}
	if f.store != "" {
		p.Now("storing at %s", f.store)
		if err := stored(cmd.Context(), f.store, args[0], g, o); err != nil {
			return err
		}
	}
	if err := outdir.Deliver(cmd.Context(), f.path, cmd.OutOrStdout(), printed); err != nil {
		return err
	}
	return f.failed(o)
}

// stored leaves an observation beside the dataset of an address, which is called as the dataset
// at path is, unless the address names it.
func stored(ctx context.Context, address, path string, g *graph.Graph, o show.Observation) error {
	hash, err := graph.Hash(g.Dataset())
	if err != nil {
		return err
	}
	store, at, err := input.OpenDatabase(ctx, address, neo4jstore.Options{})
	if err != nil {
		return err
	}
	defer store.Close(context.WithoutCancel(ctx))
	from, err := neo4jstore.ParseAddress(path)
	switch {
	case at.Dataset != "":
	case err == nil:
		at.Dataset = from.Dataset
	default:
		at.Dataset = input.DatasetName(path)
	}
	return observed.Replace(ctx, store, at.Dataset, hash, observing.Stored(o))
}

// printed returns what is written of an observation.
func (f *observeFlags) printed(g *graph.Graph, o show.Observation) ([]byte, error) {
	var b bytes.Buffer
	if f.propose.Word == "minutes" {
		return show.Minutes(o)
	}
	if f.format.Word == "csv" {
		err := show.CSV(&b, o)
		return b.Bytes(), err
	}
	out := flagvalue.Output{Choice: f.format}
	err := out.Print(&b, o, func(w io.Writer) error { return show.Text(w, g, o, f.lang.Language()) })
	return b.Bytes(), err
}

// failed returns a findingsError when the log shows what --fail-on names.
func (f *observeFlags) failed(o show.Observation) error {
	undeclared, unmarked := len(o.Observed.Handoffs.Undeclared), o.Observed.Performers.Counts.Unmarked
	switch word := f.failOn.Word; {
	case undeclared > 0 && unmarked > 0 && word == "any":
		return findingsError{said.Errorf("pairs of tasks seen that are not declared: %d; events of tasks by somebody without a mark: %d", undeclared, unmarked)}
	case undeclared > 0 && (word == "any" || word == "undeclared"):
		return findingsError{said.Errorf("pairs of tasks seen that are not declared: %d", undeclared)}
	case unmarked > 0 && (word == "any" || word == "unmarked"):
		return findingsError{said.Errorf("events of tasks by somebody without a mark: %d", unmarked)}
	}
	return nil
}
