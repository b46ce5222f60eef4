package input

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"tasuki/analysis/findings"
	"tasuki/analysis/lint"
	"tasuki/graph"
	"tasuki/graph/acceptance"
	"tasuki/graph/files"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
)

// Decisions are what a team has decided about the findings of a dataset: the flags that say
// where that stands and on which day it is judged, and then the file itself.
type Decisions struct {
	path flagvalue.Text
	on   flagvalue.Date
	file files.AcceptanceFile
	used acceptance.File // as it is about the graph, which may have pseudonyms
	cmd  *cobra.Command

	flags *Flags
}

// Register adds the flags. Without one for the day, it is the one on which now is.
func (d *Decisions) Register(cmd *cobra.Command, now func() time.Time) {
	d.cmd, d.on = cmd, flagvalue.Date(now().Format(time.DateOnly))
	cmd.Flags().Var(&d.path, "accept", "the `FILE` of decisions about findings, if it is not tasuki-accept.yaml in the folder of the dataset (tasuki schema acceptance)")
	cmd.Flags().Var(&d.on, "on", "the `DATE` on which acceptances are judged; today, if it is left out")
	cmd.Flags().Lookup("on").DefValue = "" // it is another one every day
}

// Open reads the decisions about the dataset that flags have opened from path as g. All
// that is wrong with them is one error.
func (d *Decisions) Open(flags *Flags, g *graph.Graph, path string) (err error) {
	d.flags = flags
	if d.file, err = files.OpenAcceptance(string(d.path), path, flags.Options); err != nil {
		return err
	}
	named := g.Dataset()
	if flags.Redactor != nil {
		named = flags.Redactor.Original()
	}
	if err := d.file.Faults(lint.Check(named, d.file.File)); err != nil {
		return err
	}
	d.used = d.file.File
	if flags.Redactor != nil {
		d.used = lint.Redacted(named, d.used, flags.Redactor)
	}
	return nil
}

// Apply returns the findings of a review as they are decided about.
func (d *Decisions) Apply(r *findings.Review, g *graph.Graph) lint.Result {
	return lint.Apply(r, g, d.used, acceptance.Date(d.on))
}

// Decide makes the findings of a review those that are decided about.
func (d *Decisions) Decide(r *findings.Review, g *graph.Graph) { r.Findings = d.Apply(r, g).Findings }

// SayIdle names the acceptances that are about no finding.
func (d *Decisions) SayIdle(idle []int) {
	for _, i := range idle {
		note := said.Notef("%s accepts what is not found; if that is settled for good, take the entry out", d.file.Place(i).Note())
		fmt.Fprintln(d.cmd.ErrOrStderr(), "tasuki:", d.flags.lang().Told(note))
	}
}

// Places returns how others find a dataset, and the folder of its files, from where the
// command runs: by relative paths with slashes. Both are empty where there are none, and
// where organizations have pseudonyms, since a file may be called after one.
func (f *Flags) Places(path string) (dataset, folder string) {
	info, err := os.Stat(path)
	if err != nil || f.Redactor != nil || !filepath.IsLocal(path) {
		return "", ""
	}
	dataset = filepath.ToSlash(filepath.Clean(path))
	if folder = dataset; !info.IsDir() {
		folder = filepath.ToSlash(filepath.Dir(path))
	}
	if folder == "." {
		folder = ""
	}
	return dataset, folder
}
