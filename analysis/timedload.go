package analysis

import (
	"cmp"
	"slices"

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

// defaultTimingWeights returns how often a task is done in a year, as far as
// the word for its timing says it: every day, every month, every year. How often
// a need arises, or in how many years once is, no word says.
func defaultTimingWeights() map[graph.Timing]float64 {
	return map[graph.Timing]float64{graph.Daily: 365, graph.Monthly: 12, graph.Yearly: 1}
}

// timingWeights returns the weight of every timing that a led task has, in the
// order of their words, then of no timing.
func timingWeights(g *graph.Graph, o Options) []TimingWeight {
	list := []TimingWeight{}
	for _, word := range append(graph.Words("timing"), UnknownTiming) {
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
	return cmp.Or(string(t.Timing), UnknownTiming) == w.Timing
}

// timedLoads returns the load of every organization by ID, or nil when no
// timing has a weight.
func timedLoads(g *graph.Graph, weights []TimingWeight) []TimedLoad {
	if !slices.ContainsFunc(weights, func(w TimingWeight) bool { return w.PerYear != nil }) {
		return nil
	}
	loads := make([]TimedLoad, len(g.Organizations()))
	weighted, unweighted := make(workload, len(loads)), make(workload, len(loads))
	for _, w := range weights {
		var tasks []int
		for i, t := range g.Tasks() {
			if w.covers(t) {
				tasks = append(tasks, i)
			}
		}
		for org, p := range newWorkload(g, tasks) {
			if w.PerYear == nil {
				unweighted[org].addAll(p)
				continue
			}
			weighted[org].addAll(p)
			loads[org].PerYear += *w.PerYear * p.nearest()
		}
	}
	for org := range loads {
		loads[org].Weighted, loads[org].Unweighted = weighted[org].nearest(), unweighted[org].nearest()
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
	for org, rank := range ranks(settled(perYear), cmp.Compare[float64]) {
		loads[org].RankByTimedLoad = &rank
	}
}
