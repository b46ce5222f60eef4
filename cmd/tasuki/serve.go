package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
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
opens the address that it prints, with its token, may read everything. Ctrl-C ends it.`,
		Example: "  tasuki serve examples/pension",
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
			server, err := explorer.New(cmd.Context(), listener.Addr(), explorer.Options{
				Open: func(ctx context.Context, version int) (*pages.Model, error) {
					g, err := dataset.Open(ctx, args[0])
					if err != nil {
						return nil, err
					}
					return pages.NewModel(g, dataset.Stored(args[0]), lang.Of(g).Lang, version), nil
				},
				Say:     func(err error) string { return said.In(err, lang.Language().Form) },
				Watched: watched(args[0], dataset.Reading), Every: time.Second / 2,
			})
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

// watched are the files of a dataset that are looked at for changes.
func watched(path, reading string) []string {
	if path == files.Stdin || neo4jstore.IsAddress(path) {
		return nil
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return []string{path}
	}
	if reading != "" {
		return []string{path, reading}
	}
	// The reading of a matrix may lie beside it, now or later.
	folder, list := filepath.Dir(path), []string{path}
	for _, name := range []string{strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + ".reading", "reading"} {
		list = append(list, filepath.Join(folder, name+".yaml"), filepath.Join(folder, name+".yml"))
	}
	return list
}
