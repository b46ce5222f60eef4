package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"tasuki/analysis"
	"tasuki/analysis/concentration"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/neo4jstore"
)

// figuresOf returns the figures of a review that are put on the nodes of a
// database: for organizations load, share, betweenness and the flows that their
// loss stops, for tasks betweenness and the flows that all pass them.
func figuresOf(r findings.Review) neo4jstore.Figures {
	organizations, tasks := map[string]map[string]any{}, map[string]map[string]any{}
	for _, o := range r.Bottleneck.Organizations {
		f := map[string]any{"rank": o.Rank, "lead_marks": o.LeadMarks, "led_tasks": o.Tasks, "support_marks": o.SupportMarks, "stops_flows": []string{}}
		if o.LeadMarksPercent != nil {
			f["lead_marks_percent"] = *o.LeadMarksPercent
		}
		if o.Betweenness != nil {
			f["betweenness"], f["handoffs_through"] = o.Betweenness.Value, o.Handoffs.Through
		}
		organizations[o.Organization] = f
	}
	for _, share := range sharesOfAll(r) {
		organizations[share.Organization]["share_percent"] = share.Percent
	}
	for _, t := range r.Bottleneck.Tasks {
		tasks[t.Task] = map[string]any{"betweenness": t.Betweenness.Value}
	}
	for _, s := range r.FlowSPOFs {
		for _, o := range s.Organizations {
			f := organizations[o.Organization]
			f["stops_flows"] = append(f["stops_flows"].([]string), s.Flow)
		}
		for _, id := range s.Tasks {
			if tasks[id] == nil {
				tasks[id] = map[string]any{}
			}
			flows, _ := tasks[id]["spof_of_flows"].([]string)
			tasks[id]["spof_of_flows"] = append(flows, s.Flow)
		}
	}
	return neo4jstore.Figures{"Organization": organizations, "Task": tasks}
}

// sharesOfAll returns the shares of the led tasks over all tasks.
func sharesOfAll(r findings.Review) []concentration.Share {
	if all := r.Concentrations[0].Organizations; all != nil {
		return all.Shares
	}
	return nil
}

// writeFigures analyses the dataset at an address and puts the figures on its
// nodes.
func writeFigures(cmd *cobra.Command, address string, o rules.Options) error {
	store, at, err := openDatabase(cmd.Context(), address, neo4jstore.Options{})
	if err != nil {
		return err
	}
	defer store.Close(context.WithoutCancel(cmd.Context()))
	if at.Dataset == "" {
		return errNoDataset(cmd.Context(), store, address)
	}
	d, err := store.Load(cmd.Context(), at.Dataset)
	if err != nil {
		return err
	}
	g, err := graph.New(d)
	if err != nil {
		return err
	}
	hash, err := graph.Hash(d)
	if err != nil {
		return err
	}
	figures, err := interruptible(cmd.Context(), func() (neo4jstore.Figures, error) { return figuresOf(analysis.Analyze(g, o)), nil })
	if err != nil {
		return err
	}
	if err := store.Annotate(cmd.Context(), at.Dataset, hash, figures); err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: figures on %d organizations and %d tasks\n", at, len(figures["Organization"]), len(figures["Task"]))
	return err
}
