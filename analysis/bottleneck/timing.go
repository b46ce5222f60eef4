package bottleneck

import (
	"cmp"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/rules"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// TimedLoad is how often an organization does something in a year: its led
// tasks, a joint lead split equally, each times the weight of its timing. A
// task whose timing is unknown or has no weight is in Unweighted only, so that
// the load is more than PerYear, by an amount that is not known, unless
// Unweighted is 0.
type TimedLoad struct {
	PerYear    float64 `json:"per_year"`   // times a year
	Weighted   float64 `json:"weighted"`   // tasks in PerYear
	Unweighted float64 `json:"unweighted"` // tasks that are not
}

// TimingWeight is what a timing counts for, and how many tasks have it.
type TimingWeight struct {
	Timing  string   `json:"timing"`   // or [UnknownTiming]
	PerYear *float64 `json:"per_year"` // how often a task of it is done in a year; nil: not known
	Led     int      `json:"led"`      // tasks with a lead that have it
}

// timingWeights returns the weight of every timing that a led task has, in the
// order of their words, then of no timing.
func timingWeights(g *graph.Graph, o rules.Options) []TimingWeight {
	list := []TimingWeight{}
	for _, word := range append(graph.Words("timing"), workload.UnknownTiming) {
		w := TimingWeight{Timing: word}
		if weight, known := o.TimingWeights[graph.Timing(word)]; known {
			w.PerYear = &weight
		}
		for i, t := range g.Tasks() {
			if w.covers(t) && len(g.Leads(i)) > 0 {
				w.Led++
			}
		}
		if w.Led > 0 {
			list = append(list, w)
		}
	}
	return list
}

// covers reports whether the weight is that of a task.
func (w TimingWeight) covers(t graph.Task) bool {
	return cmp.Or(string(t.Timing), workload.UnknownTiming) == w.Timing
}

// timedLoads returns the load of every organization by ID, or nil when no
// timing has a weight.
func timedLoads(g *graph.Graph, weights []TimingWeight) []TimedLoad {
	if !slices.ContainsFunc(weights, func(w TimingWeight) bool { return w.PerYear != nil }) {
		return nil
	}
	loads := make([]TimedLoad, len(g.Organizations()))
	weighted, unweighted := make(workload.Workload, len(loads)), make(workload.Workload, len(loads))
	for _, w := range weights {
		var tasks []int
		for i, t := range g.Tasks() {
			if w.covers(t) {
				tasks = append(tasks, i)
			}
		}
		for org, p := range workload.New(g, tasks) {
			if w.PerYear == nil {
				unweighted[org].AddAll(p)
				continue
			}
			weighted[org].AddAll(p)
			loads[org].PerYear += *w.PerYear * p.Nearest()
		}
	}
	for org := range loads {
		loads[org].Weighted, loads[org].Unweighted = weighted[org].Nearest(), unweighted[org].Nearest()
	}
	return loads
}

// addTimedLoads fills in the loads by timing of loads by ID. They are ranked
// only when all of them are known in full.
func addTimedLoads(loads []OrganizationLoad, timed []TimedLoad) {
	var perYear []float64
	for org, t := range timed {
		loads[org].TimedLoad = &t
		if t.Unweighted == 0 {
			perYear = append(perYear, t.PerYear)
		}
	}
	if len(perYear) == 0 || len(perYear) < len(loads) {
		return
	}
	for org, rank := range exact.Ranks(exact.Settled(perYear), cmp.Compare[float64]) {
		loads[org].RankByTimedLoad = &rank
	}
}
