package main

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"tasuki/analysis"
	"tasuki/analysis/escalation"
	"tasuki/analysis/loss"
	"tasuki/analysis/observation"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/cmd/tasuki/flags"
	"tasuki/graph"
	"tasuki/graph/neo4jstore"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/observing"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/messages"
	"tasuki/render/messages/catalogue"
	"tasuki/render/report"
)

// request is what an analysis is asked for.
type request struct {
	g         *graph.Graph
	options   rules.Options
	flows     []string
	paths     flags.Paths
	selection drawings.Selection
	view      diagram.View
	marked    marking
	engine    engine
	log       observing.Flags
	seen      *observation.Observation // nil: no log is named
	lang      messages.Language
}

// kind is an analysis: what it computes, and how its result reads as text.
type kind struct {
	name, short string
	run         func(request) (result any, text func(io.Writer) error, err error)
}

// print returns the result in a format.
func (k kind) print(r request, format flagvalue.Output) ([]byte, error) {
	result, text, err := k.run(r)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = format.Print(&b, result, text)
	return b.Bytes(), err
}

// open opens the dataset, and makes the IDs asked for those of its graph.
func (r *request) open(ctx context.Context, d *input.Flags, path string) (err error) {
	if r.g, err = d.Open(ctx, path); err != nil {
		return err
	}
	r.flows = d.IDs(r.flows)
	r.paths.In(d)
	r.selection.Phase, r.selection.Flow = d.ID(r.selection.Phase), d.ID(r.selection.Flow)
	r.view.Focus, r.view.Hide = d.ID(r.view.Focus), d.IDs(r.view.Hide)
	return nil
}

func kinds() []kind {
	return []kind{
		{"bottleneck", catalogue.Key("Rank organizations by led work, handoffs and betweenness"), func(r request) (any, func(io.Writer) error, error) {
			b, err := r.engine.bottlenecks(r.g, r.options)
			if err != nil {
				return nil, nil, err
			}
			return b, func(w io.Writer) error { return report.BottleneckText(w, r.g, b, r.lang) }, nil
		}},
		{"concentration", catalogue.Key("Show how the lead is spread, and how critical each organization is"), func(r request) (any, func(io.Writer) error, error) {
			c := analysis.ReviewConcentration(r.g, r.options)
			return c, func(w io.Writer) error { return report.ConcentrationText(w, r.g, c, r.lang) }, nil
		}},
		{"loss", catalogue.Key("Show what is lost with each organization, and with several at once"), func(r request) (any, func(io.Writer) error, error) {
			l := loss.LossesOf(r.g, r.options)
			return l, func(w io.Writer) error { return report.LossText(w, r.g, l, r.lang) }, nil
		}},
		{"spof", catalogue.Key("Show what every way of each flow passes, with witnesses"), func(r request) (any, func(io.Writer) error, error) {
			s, err := spof.PointsOfFailureOf(r.g, r.options, r.flows...)
			if err != nil {
				err = usage.Of(err)
			}
			return s, func(w io.Writer) error { return report.SPOFText(w, r.g, s, r.lang) }, err
		}},
		{"escalation", catalogue.Key("Show the paths from report to recovery, their alternates, and who is reached when"), func(r request) (any, func(io.Writer) error, error) {
			e, err := escalations(r)
			return e, func(w io.Writer) error { return report.EscalationText(w, r.g, e, r.lang) }, err
		}},
		{"certainty", catalogue.Key("Show which conclusions depend on uncertain marks and inferred handoffs"), func(r request) (any, func(io.Writer) error, error) {
			c := analysis.ReviewCertainty(r.g, r.options)
			return c, func(w io.Writer) error { return report.CertaintyText(w, r.g, c, r.lang) }, nil
		}},
	}
}

func escalations(r request) ([]escalation.Escalation, error) {
	if len(r.flows) == 0 {
		list, err := escalation.AllEscalations(r.g, r.paths.Options(r.options))
		if err != nil {
			return nil, usage.Of(err)
		}
		return list, nil
	}
	list := []escalation.Escalation{}
	for _, id := range r.flows {
		e, err := escalation.Escalations(r.g, id, r.paths.Options(r.options))
		if err != nil {
			return nil, usage.Of(err)
		}
		list = append(list, e)
	}
	return list, nil
}

func newAnalyze() *cobra.Command {
	var options flags.Options
	var address string
	cmd := &cobra.Command{
		Use:   "analyze KIND DATASET",
		Short: "Compute one analysis: bottleneck, concentration, loss, spof, escalation or certainty",
		Long: `Analyze computes one kind of analysis and prints it with its witnesses. What each
number means stands in docs/definitions.md.

With --write it puts the main figures of all analyses on the nodes of a dataset in
Neo4j, as properties that begin with tasuki_, so that Cypher can use them.`,
		Example: "  tasuki analyze loss examples/pension\n  tasuki analyze --write neo4j://127.0.0.1:7687#pension",
		Args: func(_ *cobra.Command, args []string) error {
			if address != "" && len(args) == 0 {
				return nil
			}
			return usage.Kind(args, errNoKind)
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, err := options.Read()
			if err != nil {
				return err
			}
			return writeFigures(cmd, address, o)
		},
	}
	cmd.Flags().StringVar(&address, "write", "", "put the figures on the dataset at this `ADDRESS`")
	options.Register(cmd)
	for _, k := range kinds() {
		cmd.AddCommand(newAnalysis(k))
	}
	return cmd
}

func newAnalysis(k kind) *cobra.Command {
	var dataset input.Flags
	var options flags.Options
	var lang flagvalue.Lang
	var format flagvalue.Output
	var r request
	cmd := &cobra.Command{
		Use:     k.name + " DATASET",
		Short:   k.short,
		Example: "  tasuki analyze " + k.name + " examples/pension --output json",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if r.options, err = options.Read(); err != nil {
				return err
			}
			if err = r.engine.open(cmd, &dataset, lang, args[0]); err != nil {
				return err
			}
			defer r.engine.close(cmd.Context())
			if err = r.open(cmd.Context(), &dataset, args[0]); err != nil {
				return err
			}
			r.flows = append(r.flows, dataset.IDs(args[1:])...)
			r.lang = lang.Language()
			printed, err := input.Interruptible(cmd.Context(), func() ([]byte, error) { return k.print(r, format) })
			if err != nil {
				return err
			}
			return outdir.Deliver(cmd.Context(), "", cmd.OutOrStdout(), printed)
		},
	}
	dataset.Register(cmd)
	options.Register(cmd)
	lang.Register(cmd.Flags())
	format.Register(cmd.Flags())
	if k.name == "bottleneck" {
		cmd.Example += "\n  tasuki analyze bottleneck neo4j://127.0.0.1:7687#pension --engine gds"
		r.engine.register(cmd)
	}
	if k.name == "escalation" || k.name == "spof" {
		cmd.Flags().StringSliceVar(&r.flows, "flow", nil, "the `ID` of a flow; by default all of them")
	}
	if k.name == "escalation" {
		cmd.Example += "\n  tasuki analyze escalation examples/helpdesk --flow outage --from desk --by minutes --without net"
		cmd.Example += "\n  tasuki analyze escalation examples/helpdesk --flow outage --at 2026-11-28T22:30 --severity major"
		r.paths.Register(cmd)
		r.paths.RegisterHour(cmd)
	}
	return cmd
}

// writeFigures analyses the dataset at an address and puts the figures on its
// nodes.
func writeFigures(cmd *cobra.Command, address string, o rules.Options) error {
	store, at, err := input.OpenDatabase(cmd.Context(), address, neo4jstore.Options{})
	if err != nil {
		return err
	}
	defer store.Close(context.WithoutCancel(cmd.Context()))
	g, err := input.GraphIn(cmd.Context(), store, at, address)
	if err != nil {
		return err
	}
	hash, err := graph.Hash(g.Dataset())
	if err != nil {
		return err
	}
	figures, err := input.Interruptible(cmd.Context(), func() (neo4jstore.Figures, error) { return analysis.Figures(analysis.Analyze(g, o)), nil })
	if err != nil {
		return err
	}
	if err := store.Annotate(cmd.Context(), at.Dataset, hash, figures); err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: figures on %d organizations and %d tasks\n", at, len(figures["Organization"]), len(figures["Task"]))
	return err
}
