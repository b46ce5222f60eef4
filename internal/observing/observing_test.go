package observing_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/observation"
	compared "tasuki/analysis/observe"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/golden"
	"tasuki/internal/observing"
	"tasuki/internal/samples"
	"tasuki/internal/terminal"
	"tasuki/render/observed"
)

const (
	helpdesk = "../../examples/helpdesk"
	log      = "../../examples/helpdesk-log/log.csv"
	mapping  = "../../examples/helpdesk-log/mapping.yaml"
)

func opened(t *testing.T, path string) *graph.Graph {
	t.Helper()
	g, err := files.Open(t.Context(), path, files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func observe(t *testing.T, g *graph.Graph, path, mapping string) (observation.Observation, error) {
	t.Helper()
	p := terminal.StartProgress(io.Discard)
	defer p.Stop()
	return observing.Of(t.Context(), g, path, mapping, false, p)
}

// TestHelpdesk holds what is said of the example, in each language and as CSV. The text
// keeps to 160 lines.
func TestHelpdesk(t *testing.T) {
	g := opened(t, helpdesk)
	o, err := observe(t, g, log, mapping)
	if err != nil {
		t.Fatal(err)
	}
	if o.Account.Rows != o.Account.Events+2 || o.Observed.Log.Events != int(o.Account.Events) {
		t.Errorf("the account is %+v, the extent %+v", o.Account, o.Observed.Log)
	}
	for _, lang := range samples.Languages() {
		var b bytes.Buffer
		if err := observed.Text(&b, g, o, lang); err != nil {
			t.Fatal(err)
		}
		golden.Check(t, "helpdesk-"+string(lang.Lang)+".txt", b.Bytes())
		if n := bytes.Count(b.Bytes(), []byte("\n")); n > 160 {
			t.Errorf("in %s the text has %d lines, want at most 160", lang.Lang, n)
		}
	}
	var b bytes.Buffer
	if err := observed.CSV(&b, o); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "helpdesk.csv", b.Bytes())
}

// TestMinutesAreOfTheDataset puts the draft of minutes into the folder of its dataset: it
// loads, each handoff stands there as often as before, and those that were measured have the
// minutes of the draft. Put there twice, it is refused, and so is one of another dataset.
func TestMinutesAreOfTheDataset(t *testing.T) {
	g := opened(t, helpdesk)
	o, err := observe(t, g, log, mapping)
	if err != nil {
		t.Fatal(err)
	}
	draft, err := observed.Minutes(o)
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "minutes.yaml", draft)
	folder := t.TempDir()
	put := func(name string, text []byte) {
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(filepath.Join(helpdesk, "dataset.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	put("dataset.yaml", text)
	put("minutes.yaml", draft)
	now := opened(t, folder)
	changed := 0
	for i, f := range now.Flows() {
		old := g.Flows()[i]
		if len(f.Handoffs) != len(old.Handoffs) {
			t.Fatalf("%s: %d handoffs, want %d", f.ID, len(f.Handoffs), len(old.Handoffs))
		}
		for k, h := range f.Handoffs {
			was := old.Handoffs[k]
			seen := slices.ContainsFunc(o.Observed.Handoffs.Declared, func(d compared.Declared) bool { return d.From == h.From && d.To == h.To && d.Wait.P50 != nil })
			if seen != strings.Contains(h.Basis.Says.EN, "log.csv: ") || !seen && h.Minutes != was.Minutes {
				t.Errorf("%s -> %s: minutes %d on %q, before %d, measured: %t", h.From, h.To, h.Minutes, h.Basis.Says.EN, was.Minutes, seen)
			}
			if h.Minutes != was.Minutes {
				changed++
			}
		}
	}
	if changed == 0 {
		t.Error("no handoff has other minutes than before")
	}
	put("twice.yaml", draft)
	var ps graph.Problems
	if _, err := files.Open(t.Context(), folder, files.Options{}); !errors.As(err, &ps) || ps[0].Source.File == "" || ps[0].Source.Line == 0 {
		t.Errorf("the draft stands there twice: %v", err)
	}
}

// TestWithoutMapping ties what is called alike, by ID, name or alias, and nothing that two
// are called.
func TestWithoutMapping(t *testing.T) {
	g, err := graph.New(graph.Dataset{
		Organizations: []graph.Organization{{ID: "a", Name: graph.Text("Alpha"), Aliases: []string{"both"}}, {ID: "b", Name: graph.Text("Beta"), Aliases: []string{"Both"}}},
		Tasks:         []graph.Task{{ID: "1", Name: graph.Text("Receive")}, {ID: "2", Name: graph.Text("Triage")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "log.csv")
	if err := os.WriteFile(path, []byte("case,activity,performer,time\nx,RECEIVE,alpha,2026-01-05 09:00\nx,2,both,2026-01-05 09:10\nx,mend,b,2026-01-05 09:20\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o, err := observe(t, g, path, "")
	if err != nil {
		t.Fatal(err)
	}
	x := o.Observed
	if x.Log.Mapped != 2 || len(x.Performers.Organizations) != 1 || x.Performers.Organizations[0].Organization != "a" || len(x.Unmapped.Performers) != 1 || x.Unmapped.Performers[0].Name != "both" {
		t.Errorf("got %+v, %+v, %+v", x.Log, x.Performers.Organizations, x.Unmapped)
	}
}

// TestRefused holds that pseudonyms are refused, that flags must go together, and that
// whoever stops the command is heard.
func TestRefused(t *testing.T) {
	g := opened(t, helpdesk)
	p := terminal.StartProgress(io.Discard)
	defer p.Stop()
	if _, err := observing.Of(t.Context(), g, log, mapping, true, p); err == nil || !strings.Contains(err.Error(), "--redact") {
		t.Errorf("with pseudonyms: %v", err)
	}
	if o, err := (&observing.Flags{}).Observation(t.Context(), g, true, p); o != nil || err != nil {
		t.Errorf("without a log: %v, %v", o, err)
	}
	if _, err := (&observing.Flags{Mapping: mapping}).Observation(t.Context(), g, false, p); err == nil || !strings.Contains(err.Error(), "--log") {
		t.Errorf("a mapping of no log: %v", err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := observing.Of(stopped, g, log, mapping, false, p); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	for _, path := range []string{filepath.Join(t.TempDir(), "missing.csv"), helpdesk} {
		if _, err := observe(t, g, path, ""); err == nil {
			t.Errorf("%s was read as a log", path)
		}
	}
	if _, err := observe(t, g, log, log); err == nil {
		t.Error("a log was read as a mapping")
	}
}
