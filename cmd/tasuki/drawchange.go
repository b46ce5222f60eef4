package main

import (
	"context"

	"github.com/spf13/cobra"

	"tasuki/analysis/consequence"
	"tasuki/analysis/overlay"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/terminal"
	"tasuki/internal/usage"
	"tasuki/render/drawings/changed"
	"tasuki/render/report"
)

// marking says which change a drawing marks: one that is not made, or what differs since an
// old dataset.
type marking struct {
	flagvalue.Changes
	since  string
	change *changed.Change // nil: none
}

func (m *marking) register(cmd *cobra.Command, kind string) {
	m.RegisterAmong(cmd.Flags())
	if kind != "ladder" {
		cmd.Flags().StringVar(&m.since, "since", "", "the `DATASET` that is compared with: mark what came, went and changed since")
	}
}

// openMarked opens the dataset, and that which it is compared with.
func (r *request) openMarked(ctx context.Context, d *input.Flags, path string) error {
	if r.marked.since == "" {
		err := r.open(ctx, d, path)
		r.marked.List = d.Changes(r.marked.List)
		return err
	}
	if len(r.marked.List) > 0 {
		return usage.Of(said.New("changes are marked, and differences since an old dataset, one at a time: leave out --since, or the flags of changes"))
	}
	old, now, difference, err := input.Compared(ctx, d, r.marked.since, path)
	if err != nil {
		return err
	}
	r.marked.change, err = input.Interruptible(ctx, func() (*changed.Change, error) { return changed.Between(old, now, difference) })
	if err == nil {
		r.g = r.marked.change.Union
	}
	return err
}

// openShown opens the dataset, and what is shown in a drawing of it: a change, or a log.
func (r *request) openShown(cmd *cobra.Command, d *input.Flags, path string) (err error) {
	if err := r.openMarked(cmd.Context(), d, path); err != nil {
		return err
	}
	if r.log.Log != "" && (len(r.marked.List) > 0 || r.marked.since != "") {
		return usage.Of(said.New("what a log shows is drawn over what is declared, and changes are marked, one at a time: leave out --log, or the flags of changes"))
	}
	p := terminal.StartProgress(cmd.ErrOrStderr())
	defer p.Stop()
	r.seen, err = r.log.Observation(cmd.Context(), r.g, d.Redactor != nil, p)
	return err
}

// lay lays the changes over the dataset that has been opened. A ladder without somebody, and
// without any other change, is that of who is there.
func (r *request) lay() error {
	if len(r.marked.List) == 0 {
		return nil
	}
	for _, id := range r.paths.Without {
		r.marked.List = append(r.marked.List, overlay.Change{Kind: overlay.Without, From: id})
	}
	r.paths.Without = nil
	o, err := overlay.Apply(r.g.Dataset(), r.marked.List)
	if err != nil {
		return usage.Of(err)
	}
	c, err := consequence.Of(r.g, o, r.options)
	if err == nil {
		r.marked.change, err = changed.Of(r.g, o, c)
	}
	return err
}

// drawMarked draws one kind with the change marked.
func (r *request) drawMarked(kind string) (s report.Sketch, err error) {
	q := changed.Request{Options: r.options, Paths: r.paths.Options(r.options), Selection: r.selection}
	if kind == "flow" || kind == "ladder" {
		if q.Flow, err = input.OneFlow(r.g, r.flows); err != nil {
			return s, err
		}
	}
	if s.Diagram, err = r.marked.change.Draw(kind, q, r.lang); err != nil {
		err = usage.Of(err)
	}
	return s, err
}
