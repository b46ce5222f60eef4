package analysis

import "tasuki/graph"

// workload counts what organizations lead: workload[o][k-1] is the number of
// tasks that organization o leads as one of k leads. Whole numbers make its
// sums the same in whatever order tasks are counted.
type workload []parts

// newWorkload counts the leads of the given tasks.
func newWorkload(g *graph.Graph, tasks []int) workload {
	w := make(workload, len(g.Organizations()))
	for _, task := range tasks {
		leads := g.Leads(task)
		for _, org := range leads {
			w.add(org, len(leads), 1)
		}
	}
	return w
}

// add counts n more tasks that org leads as one of k.
func (w workload) add(org, k, n int) { w[org].add(k, n) }

// tasks returns the number of tasks that org leads, a joint lead split equally.
func (w workload) tasks(org int) float64 {
	sum := 0.0
	for i, n := range w[org] {
		sum += float64(n) / float64(i+1)
	}
	return sum
}

// marksOf returns the number of tasks that org leads, alone or jointly.
func (w workload) marksOf(org int) int {
	sum := 0
	for _, n := range w[org] {
		sum += n
	}
	return sum
}

// marks returns the number of all lead marks.
func (w workload) marks() int {
	sum := 0
	for org := range w {
		sum += w.marksOf(org)
	}
	return sum
}

// hhi returns the Herfindahl-Hirschman index of the shares in that many led
// tasks.
func (w workload) hhi(led int) float64 {
	sum := 0.0
	for org := range w {
		share := percent(w.tasks(org), float64(led))
		sum += share * share
	}
	return sum
}

// grouped returns the workload with what each organization leads counted for
// the organization at the top of its line of parents.
func (w workload) grouped(g *graph.Graph) workload {
	groups := make(workload, len(w))
	for org := range w {
		for i, n := range w[org] {
			groups.add(g.Root(org), i+1, n)
		}
	}
	return groups
}
