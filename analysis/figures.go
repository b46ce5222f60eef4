package analysis

import (
	"tasuki/analysis/concentration"
	"tasuki/analysis/findings"
)

// Figures returns the figures of a review that stand beside organizations and tasks
// where these are kept as nodes, by label, ID and name: for organizations load, share, betweenness and the flows that their
// loss stops, for tasks betweenness and the flows that all pass them.
func Figures(r findings.Review) map[string]map[string]map[string]any {
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
	return map[string]map[string]map[string]any{"Organization": organizations, "Task": tasks}
}

// sharesOfAll returns the shares of the led tasks over all tasks.
func sharesOfAll(r findings.Review) []concentration.Share {
	if all := r.Concentrations[0].Organizations; all != nil {
		return all.Shares
	}
	return nil
}
