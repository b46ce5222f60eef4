package report

import (
	"tasuki/render/document"
	"tasuki/render/messages"
)

// definition says in words what a figure of the report means, by keys of the catalogues.
type definition struct{ term, says string }

// definitionBlocks explains every figure of the report.
func definitionBlocks(p messages.Printer) []document.Block {
	var facts []document.Fact
	for _, d := range definitions() {
		facts = append(facts, document.Fact{ID: messages.AnchorOf("definition", d.term), Term: p.Plain(d.term), Value: document.Words(p.Plain(d.says))})
	}
	return []document.Block{{Facts: facts}}
}

func definitions() []definition {
	return []definition{
		define("Lead mark", "One organization leading one task. A task with three leads has three lead marks."),
		define("Tasks, split", "Tasks that an organization leads, where a task with k leads counts 1/k for each."),
		define("Handoffs in, out, within, through", "Distinct pairs of tasks between which work is declared to pass; row order is never taken for one. A pair whose tasks have several leads is shared equally among the pairs of organizations. Through is in, out and within together."),
		define("Betweenness", "The sum, over ordered pairs of other organizations (or tasks), of the share of the shortest ways between them that pass this one (Brandes 2001). Normalized: divided by (n−1)(n−2), so from 0 to 1."),
		define("By amount, by minutes", "Betweenness by the ways that most work takes: a step between organizations is 1/handoffs long (Newman 2001). Between tasks, by the ways that take the fewest declared minutes, where all are declared."),
		define("Times a year", "For each led task, how often its timing says it is done in a year; a joint lead split equally. Tasks of which that is not known come on top, so the figure is the least that the load can be (≥)."),
		define("Waits, circle", "An organization waits for another when a task that it leads receives a handoff from a task that the other leads and it does not. In a circle each waits for every other one, directly or through others."),
		define("Out and straight back", "Two successive handoffs of a flow, from a task of one organization to a task of another and back to a task of the first, where neither leads the other's. Of all chains of two handoffs between tasks that have a lead."),
		define("Lost, degraded", "Where each of several leads is needed, a task is lost when any of its leads is missing; where one suffices, when all are. Where a supporter stands in, a lost task that a remaining organization supports is degraded instead."),
		define("Broken flow", "A flow in which every way from a start to a goal passes a lost task. It is degraded when it is not broken, but every way passes a lost or degraded task."),
		define("Critical set, can be missing", "A critical set is a set of organizations whose loss stops a flow, and which does so no longer as soon as one of them is back. What can be missing is the largest set whose loss stops no flow."),
		define("Truck factor", "The fewest organizations whose loss loses more than half of all tasks. The greedy figure removes one after the other, each time the one with which most tasks are lost; it may be larger."),
		define("R, ShapleyCov", "R is the mean share of led tasks that are still led when 1, 2, … organizations are missing, up to all of them. ShapleyCov is the sum, over the tasks that an organization leads, of 1 / number of leads."),
		define("Single point of failure", "A task between the ends that every way from a start to a goal passes (a dominator of the goal), or an organization whose loss leaves no way."),
		define("Independent ways", "Ways that share no task between the ends. By Menger's theorem there are as many as tasks in a smallest set that stops the flow, its cut. Unknown when a start hands over to a goal directly: then no set of tasks between them stops it."),
		define("Fewest organizations", "The size of the smallest set of organizations whose loss leaves a flow no way, under the rules in force: exact, or from the least to the most that it can be. Unknown when tasks that nobody leads make a way by themselves."),
		define("Articulation point, bridge", "A task, or a pair of tasks joined by handoffs, without which the rest falls apart even when handoffs may be followed both ways. A second reading: it says nothing of starts and goals."),
		define("Way, path", "A sequence of declared handoffs from a start to a goal. Where handoffs fork, each alternative is a way of its own, and one way is enough. Paths are ordered by number of tasks, then by task number (Yen 1971)."),
		define("Solution", "What a flow needs where branches are declared that must all be done: a start and, for each task but the goals, one handoff of each needed branch, without waiting in a circle. It then stands wherever a way is spoken of: a single point of failure is in every solution."),
		define("Dry run", "Who is called when on a path, from the minutes that handoffs declare and the waiting times of contacts: at best the first level that names somebody answers at once, at worst only the last. What is not declared is not zero: a time that lacks it is at least the rest."),
		define("HHI", "Herfindahl–Hirschman index: the sum of the squared shares in percent, up to 10,000 for a single leader."),
		define("Floor, HHI*", "Floor: 10,000/n, the HHI of n equal shares. HHI* = (HHI − floor) / (1 − 1/n): 0 for equal shares, 10,000 at most; undefined for a single leader."),
		define("Effective number", "10,000/HHI: how many equal shares would have this HHI."),
		define("CR1, CR3", "The largest share, and the sum of the three largest, in percent."),
		define("Gini", "Half the mean difference of two shares, over the mean share of the n leaders: 0 for equal shares, at most 1 − 1/n."),
		define("Impact, difficulty, weight, score", "Impact: 1 when the loss of the organization breaks the flow, otherwise the share of the flow's tasks lost with it. Difficulty: 1 − substitutability, and weight: of the tier of the flow, each from 0 to 1 by numbers of our choice. Score: their product, the largest over all flows; an interval when something is not declared."),
		define("Printed, realigned, uncertain", "A mark stands under its heading; or it drifted and has one plausible place; or it has several, which are listed as its alternatives."),
		define("Sure, depends", "A conclusion is sure when it is the same in every reading of the uncertain marks, each given to its organization or to an alternative, and under every rule that may hold because nobody declared which does. Otherwise it depends on the marks or on the rule, and what contradicts it is shown. What is not declared is said to be so, and is never sure."),
		define("Doubt", "Of all pairs of readings, how many in a hundred hold just one that agrees with the dataset: 0 when every reading does, at most 50. A mark settles what is left over of it, on average, when the issuer says how the mark is meant; the points of all conclusions are added."),
		define("—", "Not known, or not defined. It is never zero."),
	}
}

// define returns a definition; both texts are keys.
func define(term, says string) definition { return definition{term, says} }
