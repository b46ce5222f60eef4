package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/terminal"
	"tasuki/internal/usage"
)

// datasetsFlags are the flags of datasets.
type datasetsFlags struct {
	address          string
	drop, rename, to string
	yes, detach      bool
	format           flagvalue.Output
}

func newDatasets() *cobra.Command {
	var f datasetsFlags
	cmd := &cobra.Command{
		Use:   "datasets",
		Short: "List the datasets in a database, drop or rename one",
		Long: `Datasets lists what lies in a Neo4j database: of each dataset how many organizations,
tasks, flows and facts it has (nodes and relationships), when a load last changed it,
by the server's clock, and the hash of its content.

With --drop or --rename it asks before it acts; where there is no terminal to ask,
--yes is needed. Either happens as a whole or not at all, and touches nothing that
Tasuki did not write: relationships of other applications that hang on the dataset's
nodes keep it from being dropped, unless --detach-foreign deletes them with it.`,
		Example: `  tasuki datasets --store neo4j://127.0.0.1:7687
  tasuki datasets --store neo4j://127.0.0.1:7687 --drop pension-draft
  tasuki datasets --store neo4j://127.0.0.1:7687 --rename pension --to pension-2026 --yes`,
		Args: usage.Exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.check(); err != nil {
				return usage.Of(err)
			}
			store, _, err := input.OpenDatabase(cmd.Context(), f.address, neo4jstore.Options{})
			if err != nil {
				return err
			}
			defer store.Close(context.WithoutCancel(cmd.Context()))
			switch {
			case f.drop != "":
				return f.dropOne(cmd, store)
			case f.rename != "":
				return f.renameOne(cmd, store)
			}
			return f.list(cmd, store)
		},
	}
	cmd.Flags().StringVar(&f.address, "store", os.Getenv(addressVariable), "the `ADDRESS` of the database: neo4j://host:port/database; default: TASUKI_NEO4J_URI")
	cmd.Flags().StringVar(&f.drop, "drop", "", "delete the dataset called `NAME`")
	cmd.Flags().StringVar(&f.rename, "rename", "", "give the dataset called `NAME` the name after --to")
	cmd.Flags().StringVar(&f.to, "to", "", "the new `NAME`, with --rename")
	cmd.Flags().BoolVar(&f.yes, "yes", false, "do not ask")
	cmd.Flags().BoolVar(&f.detach, "detach-foreign", false, "with --drop, delete the relationships of other applications that hang on the dataset's nodes")
	f.format.Register(cmd.Flags())
	return cmd
}

func (f *datasetsFlags) check() error {
	switch {
	case f.address == "":
		return said.Errorf("name the database with --store or %s, such as neo4j://127.0.0.1:7687", addressVariable)
	case f.drop != "" && f.rename != "":
		return said.New("--drop and --rename are two things: do one after the other")
	case (f.rename != "") != (f.to != ""):
		return said.New("--rename OLD and --to NEW go together")
	case f.detach && f.drop == "":
		return said.New("--detach-foreign is for --drop")
	}
	return nil
}

func (f *datasetsFlags) list(cmd *cobra.Command, store *neo4jstore.Store) error {
	list, err := store.Datasets(cmd.Context())
	if err != nil {
		return err
	}
	return f.format.Print(cmd.OutOrStdout(), list, func(w io.Writer) error { return printDatasets(w, list) })
}

func printDatasets(out io.Writer, list []neo4jstore.Stored) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "DATASET\tORGANIZATIONS\tTASKS\tFLOWS\tFACTS\tLOADED\tCONTENT")
	for _, d := range list {
		loaded := "not known"
		if d.Loaded != nil {
			loaded = d.Loaded.UTC().Format(time.RFC3339)
		}
		if d.Earlier {
			fmt.Fprintf(w, "%s\t?\t?\t?\t?\tby an earlier version: load it again\t%.12s\n", printable(d.Name), d.Content)
			continue
		}
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%s\t%.12s\n", printable(d.Name), d.Organizations, d.Tasks, d.Flows, d.Facts, loaded, d.Content)
	}
	return w.Flush()
}

// printable returns a name as it is, or quoted where it would not look like what it
// is or could steer a terminal.
func printable(name string) string {
	if quoted := fmt.Sprintf("%q", name); quoted != `"`+name+`"` || name == "" {
		return quoted
	}
	return name
}

// one returns what is stored under a name.
func (f *datasetsFlags) one(ctx context.Context, store *neo4jstore.Store, name string) (neo4jstore.Stored, error) {
	if err := store.Check(ctx, name); err != nil {
		return neo4jstore.Stored{}, err
	}
	list, err := store.Datasets(ctx)
	if err != nil {
		return neo4jstore.Stored{}, err
	}
	i := slices.IndexFunc(list, func(d neo4jstore.Stored) bool { return d.Name == name && !d.Earlier })
	if i < 0 {
		return neo4jstore.Stored{Name: name}, nil
	}
	return list[i], nil
}

func (f *datasetsFlags) dropOne(cmd *cobra.Command, store *neo4jstore.Store) error {
	d, err := f.one(cmd.Context(), store, f.drop)
	if err != nil {
		return err
	}
	if !f.yes && !agrees(cmd, fmt.Sprintf("delete dataset %q with its %d facts?", d.Name, d.Facts)) {
		return said.Errorf("dataset %q with its %d facts is left as it is: dropping it needs a yes, on a terminal or by --yes", d.Name, d.Facts)
	}
	dropped, err := store.Drop(cmd.Context(), f.drop, f.detach)
	if err != nil {
		return err
	}
	return f.format.Printf(cmd.OutOrStdout(), map[string]any{"dropped": f.drop, "deleted": dropped}, "%s: %d deleted\n", printable(f.drop), dropped)
}

func (f *datasetsFlags) renameOne(cmd *cobra.Command, store *neo4jstore.Store) error {
	if err := store.Check(cmd.Context(), f.rename); err != nil {
		return err
	}
	if !f.yes && !agrees(cmd, fmt.Sprintf("rename dataset %q to %q?", f.rename, f.to)) {
		return said.Errorf("dataset %q keeps its name: renaming it needs a yes, on a terminal or by --yes", f.rename)
	}
	if err := store.Rename(cmd.Context(), f.rename, f.to); err != nil {
		return err
	}
	return f.format.Printf(cmd.OutOrStdout(), map[string]string{"renamed": f.rename, "to": f.to}, "%s is now %s\n", printable(f.rename), printable(f.to))
}

// agrees asks a question on the terminal, and reports whether the answer is yes.
func agrees(cmd *cobra.Command, question string) bool {
	return terminal.Agrees(cmd.Context(), cmd.InOrStdin(), cmd.ErrOrStderr(), question)
}
