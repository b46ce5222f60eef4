package queries_test

import "slices"

// startRows says from which starts each flow works, with everybody there and without each
// organization that leads a task of it.
func startRows(s subject, row func(...any)) {
	for i, f := range s.review.FlowSPOFs {
		stops, never := map[string][]string{}, map[string]bool{}
		leaders := []string{}
		for _, o := range f.Organizations {
			leaders = append(leaders, o.Organization)
		}
		stops[f.Start[0]] = slices.Clone(leaders)
		never[f.Start[0]] = !s.review.Inference.Flows[i].Now.Works
		for _, o := range f.OtherOrganizations {
			leaders = append(leaders, o.ID)
		}
		for _, x := range f.Starts {
			stops[x.Start], never[x.Start] = x.Organizations, x.NoWay
		}
		for _, start := range f.Start {
			row(f.Flow, start, nil, !never[start])
			for _, o := range leaders {
				row(f.Flow, start, o, !never[start] && !slices.Contains(stops[start], o))
			}
		}
	}
}
