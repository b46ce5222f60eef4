package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tasuki/cmd/tasuki/drills"
	"tasuki/graph/files"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/internal/explorer"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/observing"
	"tasuki/internal/terminal"
	"tasuki/internal/usage"
	pages "tasuki/render/explorer"
)

// serveFlags are the flags of serve.
type serveFlags struct {
	dataset   input.Flags
	decisions input.Decisions
	lang      flagvalue.Lang
	listen    string
	record    flagvalue.Text
	log       observing.Flags
}

func newServe(now func() time.Time) *cobra.Command {
	var f serveFlags
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
		RunE:    func(cmd *cobra.Command, args []string) error { return f.run(cmd, args[0], now) },
	}
	f.dataset.Register(cmd)
	f.decisions.Register(cmd, now)
	f.lang.RegisterOwn(cmd.Flags())
	cmd.Flags().StringVar(&f.listen, "listen", "127.0.0.1:0", "the `ADDRESS` to answer on; one of another machine's reach shows the dataset to whoever has the token")
	f.log.Register(cmd)
	cmd.Flags().Var(&f.record, "record", "the `FILE` of a record of drills, .jsonl or .csv: flows show what drills have tested")
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

// run serves the dataset at path until the context of the command ends.
func (f *serveFlags) run(cmd *cobra.Command, path string, now func() time.Time) error {
	at, err := net.ResolveTCPAddr("tcp", f.listen)
	if err != nil || at.IP == nil {
		return usage.Of(said.Errorf("--listen %s is no address; write such as 127.0.0.1:8080, with port 0 for any that is free", f.listen))
	}
	listener, err := net.ListenTCP("tcp", at)
	if err != nil {
		return said.Errorf("listening on %s: %w", f.listen, err)
	}
	defer listener.Close()
	if err := f.dataset.Prepare(cmd.Context(), path); err != nil {
		return err
	}
	options := explorer.Options{
		Say:     func(err error) string { return said.In(err, f.lang.Language().Form) },
		Watched: f.watched(path), Every: time.Second / 2,
	}
	done, err := withDatabase(cmd, &f.dataset, path, &options)
	if err != nil {
		return err
	}
	defer done()
	options.Open = func(ctx context.Context, version int) (*pages.Model, error) {
		m, err := f.open(ctx, path, version, now())
		if err == nil {
			m.Console = options.Database != nil
		}
		return m, err
	}
	server, err := explorer.New(cmd.Context(), listener.Addr(), options)
	if err != nil {
		return err
	}
	fmt.Fprintln(cmd.OutOrStdout(), server.URL())
	return server.Serve(cmd.Context(), listener)
}

// open reads the dataset, what is decided about its findings, and the record of drills.
func (f *serveFlags) open(ctx context.Context, path string, version int, now time.Time) (*pages.Model, error) {
	g, err := f.dataset.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	decisions := f.decisions
	if err := decisions.Open(&f.dataset, g, path); err != nil {
		return nil, err
	}
	m := pages.NewModel(g, f.dataset.Stored(path), f.lang.Of(g).Lang, version)
	m.Decide = decisions.Decide
	p := terminal.StartProgress(io.Discard) // pages follow the files while nobody sits there
	defer p.Stop()
	if m.Observed, err = f.log.Observation(ctx, g, f.dataset.Redactor != nil, p); err != nil {
		return nil, err
	}
	if f.record != "" {
		m.Today = drills.Today(now)
		m.Record, err = drills.Record(string(f.record), f.dataset.Redactor, now)
	}
	return m, err
}

// watched are the files that are looked at for changes. The reading of a matrix may lie
// beside it, now or later.
func (f *serveFlags) watched(path string) []string {
	var list []string
	for _, file := range []string{f.dataset.Reading, string(f.record), string(f.log.Log), string(f.log.Mapping)} {
		if file != "" {
			list = append(list, file)
		}
	}
	if path == files.Stdin || neo4jstore.IsAddress(path) {
		return list
	}
	list = append(list, path)
	if info, err := os.Stat(path); f.dataset.Reading != "" || err == nil && info.IsDir() {
		return list
	}
	folder := filepath.Dir(path)
	for _, name := range []string{strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + ".reading", "reading"} {
		list = append(list, filepath.Join(folder, name+".yaml"), filepath.Join(folder, name+".yml"))
	}
	return list
}
