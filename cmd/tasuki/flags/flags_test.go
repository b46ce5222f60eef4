package flags

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/render/messages"
)

// parsed returns the flags as a command line sets them.
func parsed(t *testing.T, register func(*cobra.Command), args ...string) {
	t.Helper()
	cmd := &cobra.Command{Use: "x"}
	register(cmd)
	if err := cmd.ParseFlags(args); err != nil {
		t.Fatal(err)
	}
}

func TestOptions(t *testing.T) {
	var f Options
	parsed(t, f.Register, "--leads", "each", "--lead-limit", "40", "--paths", "7")
	o, err := f.Read()
	if err != nil || o.Leads != graph.EachLead || o.Support != "" || o.LeadLimit != 40 || o.Paths != 7 || o.Supporters != 4 {
		t.Errorf("got %+v, %v", o, err)
	}
	f = Options{}
	parsed(t, f.Register, "--lead-limit", "0", "--paths", "101", "--loss-nodes", "-1", "--supporters", "0", "--betweenness-error", "2")
	_, err = f.Read()
	for _, flag := range []string{"--lead-limit", "--paths", "--loss-nodes", "--supporters", "--betweenness-error"} {
		if err == nil || !strings.Contains(err.Error(), flag+" must be") {
			t.Errorf("%s is not named: %v", flag, err)
		}
	}
}

func TestPainting(t *testing.T) {
	var f Painting
	parsed(t, f.Register, "--paper", "a5")
	if _, _, err := f.Tools(messages.In(graph.English))(); err == nil || !strings.Contains(err.Error(), "a5") {
		t.Errorf("a paper that is not there: %v", err)
	}
	font := filepath.Join(t.TempDir(), "f.ttf")
	if err := os.WriteFile(font, []byte("no font"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{font, font + "#2", filepath.Join(filepath.Dir(font), "missing.otf")} {
		f = Painting{}
		parsed(t, f.Register, "--font", path)
		if _, _, err := f.Tools(messages.In(graph.English))(); err == nil || !strings.Contains(err.Error(), filepath.Base(strings.TrimSuffix(path, "#2"))) {
			t.Errorf("%s: %v", path, err)
		}
	}
	f = Painting{}
	parsed(t, f.Register)
	painter, _, err := f.Tools(messages.In(graph.English))()
	if err != nil || painter.Font == nil {
		t.Errorf("without flags: %v", err)
	}
	var said strings.Builder
	if f.State(&said, messages.In(graph.English)); said.Len() > 0 {
		t.Errorf("nothing was painted, and it says %q", said.String())
	}
}
