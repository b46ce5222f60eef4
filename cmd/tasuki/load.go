package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/terminal"
	"tasuki/internal/usage"
)

// loadFlags are the flags of load.
type loadFlags struct {
	dataset          input.Flags
	format           flagvalue.Output
	address          string
	replaces, detach bool
}

func newLoad() *cobra.Command {
	var flags loadFlags
	cmd := &cobra.Command{
		Use:   "load DATASET",
		Short: "Load a dataset into Neo4j",
		Long: `Load makes a dataset the one of its name in a Neo4j database: all of it or
nothing, touching no other. What is there already stays; what left the data leaves
the database. The name is what stands behind the # of the address, or else that of
the folder or file.

A load that would delete facts of what is stored under that name, be it an earlier
state of the same dataset or another one, asks first on a terminal, and elsewhere is
refused unless --replace is given. One that creates and changes only asks nothing.

Tasuki marks what it writes with the property tasuki. Whatever else is in the
database, with its labels or not, is neither read nor changed. Relationships that
others have drawn to a node keep it from being deleted, unless --detach-foreign is
given, which deletes them too.

The user is TASUKI_NEO4J_USER (neo4j when empty), the password TASUKI_NEO4J_PASSWORD
or what is in the file that TASUKI_NEO4J_PASSWORD_FILE names.`,
		Example: `  tasuki load examples/pension --store neo4j://127.0.0.1:7687
  tasuki load edited --store neo4j://127.0.0.1:7687#pension --replace`,
		Args: usage.Exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if flags.address == "" {
				return usage.Of(said.Errorf("load needs --store, such as neo4j://127.0.0.1:7687"))
			}
			return flags.load(cmd, args[0])
		},
	}
	flags.dataset.Register(cmd)
	flags.format.Register(cmd.Flags())
	cmd.Flags().StringVar(&flags.address, "store", "", "the `ADDRESS` of the database: neo4j://host:port/database#name")
	cmd.Flags().BoolVar(&flags.replaces, "replace", false, "delete what is stored under the name and is not in the dataset, without asking")
	cmd.Flags().BoolVar(&flags.detach, "detach-foreign", false, "delete the relationships of other applications that hang on nodes which go")
	return cmd
}

func (f *loadFlags) load(cmd *cobra.Command, path string) error {
	if at, err := neo4jstore.ParseAddress(f.address); err == nil && path == files.Stdin && at.Dataset == "" {
		return usage.Of(said.New("what is piped in has no name; give it one behind the # of the --store"))
	}
	p := terminal.StartProgress(cmd.ErrOrStderr())
	defer func() { p.Stop() }()
	p.Now("reading %s", path)
	g, err := f.dataset.Open(cmd.Context(), path)
	if err != nil {
		return err
	}
	p.Now("connecting to %s", f.address)
	store, at, err := input.OpenDatabase(cmd.Context(), f.address, neo4jstore.Options{Progress: func(doing string, done, total int) {
		p.Now("%s: %d of %d", doing, done, total)
	}})
	if err != nil {
		return err
	}
	defer store.Close(context.WithoutCancel(cmd.Context()))
	if at.Dataset == "" {
		at.Dataset = input.DatasetName(path)
	}
	changes, err := f.replace(cmd, store, at, g.Dataset(), func(asks func()) {
		p.Stop()
		asks()
		p = terminal.StartProgress(cmd.ErrOrStderr())
	})
	if err != nil {
		return err
	}
	return f.format.Printf(cmd.OutOrStdout(), changes, "%s: %d created, %d changed, %d deleted\n", at, changes.Created, changes.Changed, changes.Deleted)
}

// replace loads a dataset. It asks between two tries, not within one, so that no
// lock is held while somebody thinks; what is done is exactly what was agreed to.
func (f *loadFlags) replace(cmd *cobra.Command, store *neo4jstore.Store, at neo4jstore.Address, d graph.Dataset, silently func(func())) (graph.Changes, error) {
	var agreed graph.Changes
	for {
		changes, err := store.ReplaceOn(cmd.Context(), at.Dataset, d, neo4jstore.Terms{
			Agree:  func(c graph.Changes) bool { return f.replaces || c == agreed },
			Detach: f.detach,
		})
		var disagreed *neo4jstore.Disagreed
		if !errors.As(err, &disagreed) {
			return changes, err
		}
		yes := false
		silently(func() {
			would, lose := disagreed.Would, ""
			if would.Observed > 0 {
				lose = fmt.Sprintf(" (%d relationships that observations have left go with them)", would.Observed)
			}
			yes = agrees(cmd, fmt.Sprintf("the database holds another dataset, or another state of it, as %q: delete %d of its facts%s, create %d and change %d?",
				at.Dataset, would.Deleted, lose, would.Created, would.Changed))
		})
		if !yes {
			return changes, said.Errorf("%w; if that is meant, load with --replace, otherwise under another name: --store ADDRESS#NAME", err)
		}
		agreed = disagreed.Would
	}
}
