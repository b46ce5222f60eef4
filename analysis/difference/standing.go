package difference

import (
	"slices"

	"tasuki/analysis/findings"
	"tasuki/graph"
)

// OrganizationFigures is what an organization leads and stops in a dataset.
type OrganizationFigures struct {
	ID      string  `json:"id"`
	Percent float64 `json:"percent"` // of the led tasks that it leads, a joint lead split equally
	Stops   int     `json:"stops"`   // flows that its loss alone stops
}

// StandingChange is an organization whose standing differs.
type StandingChange struct {
	Old *OrganizationFigures `json:"old"` // null: it came
	New *OrganizationFigures `json:"new"` // null: it went
}

// Exposure is how many single losses stop a flow.
type Exposure struct {
	ID            string `json:"id"`
	Organizations int    `json:"organizations"` // whose loss alone stops it
	Tasks         int    `json:"tasks"`         // between its ends, without which nothing is left of it
}

// ExposureChange is a flow whose exposure differs.
type ExposureChange struct {
	Old *Exposure `json:"old"` // null: it came
	New *Exposure `json:"new"` // null: it went
}

// standingChanges compares organizations, by the lower of their IDs.
func standingChanges(before, after *graph.Graph, old, now findings.Review, names renames) []StandingChange {
	list := []StandingChange{}
	each(standings(before, old), standings(after, now), func(s OrganizationFigures) string { return names.of(Organization, s.ID) }, func(s OrganizationFigures) string { return s.ID },
		func(a, b *OrganizationFigures) {
			if a == nil || b == nil || a.Percent != b.Percent || a.Stops != b.Stops {
				list = append(list, StandingChange{a, b})
			}
		})
	return list
}

// exposureChanges compares flows, by ID.
func exposureChanges(old, now findings.Review) []ExposureChange {
	list, id := []ExposureChange{}, func(e Exposure) string { return e.ID }
	each(exposures(old), exposures(now), id, id, func(a, b *Exposure) {
		if a == nil || b == nil || *a != *b {
			list = append(list, ExposureChange{a, b})
		}
	})
	return list
}

// standings returns what each organization leads and stops.
func standings(g *graph.Graph, r findings.Review) []OrganizationFigures {
	percent, stops := map[string]float64{}, map[string]int{}
	if spread := r.Figures.Concentrations[0].Organizations; spread != nil {
		for _, s := range spread.Shares {
			percent[s.Organization] = s.Percent
		}
	}
	for _, f := range r.Figures.FlowSPOFs {
		for _, o := range f.Organizations {
			stops[o.Organization]++
		}
	}
	var list []OrganizationFigures
	for _, o := range g.Organizations() {
		list = append(list, OrganizationFigures{o.ID, percent[o.ID], stops[o.ID]})
	}
	return list
}

// exposures returns how many single losses stop each flow.
func exposures(r findings.Review) []Exposure {
	var list []Exposure
	for _, f := range r.Figures.FlowSPOFs {
		list = append(list, Exposure{f.Flow, len(f.Organizations), len(f.Tasks)})
	}
	return list
}

// each calls f with the entries of two lists that have the same ID, and with those of one
// alone, in the order of the lower ID that an entry has in either.
func each[T any](old, now []T, renamed, id func(T) string, f func(old, now *T)) {
	type pair struct{ old, now *T }
	var list []*pair
	by := map[string]*pair{}
	for i := range now {
		p := &pair{now: &now[i]}
		list, by[id(now[i])] = append(list, p), p
	}
	for i := range old {
		if p := by[renamed(old[i])]; p != nil {
			p.old = &old[i]
		} else {
			list = append(list, &pair{old: &old[i]})
		}
	}
	lower := func(p *pair) string {
		if p.old == nil || p.now != nil && graph.Compare(id(*p.now), id(*p.old)) < 0 {
			return id(*p.now)
		}
		return id(*p.old)
	}
	slices.SortFunc(list, func(a, b *pair) int { return graph.Compare(lower(a), lower(b)) })
	for _, p := range list {
		f(p.old, p.now)
	}
}
