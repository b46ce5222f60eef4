package main

import (
	"context"
	"fmt"
	"net"
	"time"

	"github.com/spf13/cobra"

	"tasuki/graph/files"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/internal/explorer"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/usage"
	pages "tasuki/render/explorer"
)

func newServe() *cobra.Command {
	var dataset input.Flags
	var lang flagvalue.Lang
	var listen string
	cmd := &cobra.Command{
		Use:   "serve DATASET",
		Short: "Explore a dataset in a browser: take organizations away and see what breaks",
		Long: `Serve shows a dataset in a browser: who depends on whom, the flows in lanes, whom to
call next. A click on an organization or a task takes it away, and the page says what
follows; the dataset itself is never changed. When its files change, pages follow.

It needs no network, and answers this machine alone, unless --listen says otherwise: who
opens the address that it prints, with its token, may read everything. Ctrl-C ends it.

Of a dataset in Neo4j there is a console, too: the questions of the catalogue, and
Cypher of your own, which only reads, with answers as tables or pictures. With --redact
there is none, since Cypher would name organizations.`,
		Example: "  tasuki serve examples/pension\n  tasuki serve neo4j://127.0.0.1:7687#pension",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			at, err := net.ResolveTCPAddr("tcp", listen)
			if err != nil || at.IP == nil {
				return usage.Of(said.Errorf("--listen %s is no address; write such as 127.0.0.1:8080, with port 0 for any that is free", listen))
			}
			listener, err := net.ListenTCP("tcp", at)
			if err != nil {
				return said.Errorf("listening on %s: %w", listen, err)
			}
			defer listener.Close()
			options := explorer.Options{
				Say:     func(err error) string { return said.In(err, lang.Language().Form) },
				Watched: watched(args[0], dataset.Reading), Every: time.Second,
			}
			done, err := withDatabase(cmd, &dataset, args[0], &options)
			if err != nil {
				return err
			}
			defer done()
			options.Open = func(ctx context.Context, version int) (*pages.Model, error) {
				g, err := dataset.Open(ctx, args[0])
				if err != nil {
					return nil, err
				}
				m := pages.NewModel(g, dataset.Stored(args[0]), lang.Of(g).Lang, version)
				m.Console = options.Database != nil
				return m, nil
			}
			server, err := explorer.New(cmd.Context(), listener.Addr(), options)
			if err != nil {
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout(), server.URL())
			return server.Serve(cmd.Context(), listener)
		},
	}
	dataset.Register(cmd)
	lang.RegisterOwn(cmd.Flags())
	cmd.Flags().StringVar(&listen, "listen", "127.0.0.1:0", "the `ADDRESS` to answer on; one of another machine's reach shows the dataset to whoever has the token")
	return cmd
}

// withDatabase opens the database that a dataset is in, once for the dataset and the
// console, until it calls done. With pseudonyms there is no console: a statement of one's
// own would name organizations.
func withDatabase(cmd *cobra.Command, dataset *input.Flags, path string, o *explorer.Options) (done func(), err error) {
	if !neo4jstore.IsAddress(path) {
		return func() {}, nil
	}
	store, _, err := input.OpenDatabase(cmd.Context(), path, neo4jstore.Options{})
	if err != nil {
		return nil, err
	}
	dataset.Opened = store
	if dataset.Key != "" {
		o.NoConsole = said.New("there is no console with --redact: a statement of your own would name organizations")
		fmt.Fprintln(cmd.ErrOrStderr(), "tasuki:", o.Say(o.NoConsole))
	} else {
		o.Database = store
	}
	return func() { store.Close(context.WithoutCancel(cmd.Context())) }, nil
}

// watched are the files of a dataset that are looked at for changes.
func watched(path, reading string) []string {
	if path == files.Stdin || neo4jstore.IsAddress(path) {
		return nil
	}
	if reading != "" {
		return []string{path, reading}
	}
	return []string{path}
}
