package findings

import "tasuki/analysis/rules"

// Code names what a clause says. Sentences are made of it where they are read.
type Code string

// The codes, each with the arguments of its clauses.
const (
	LeadsTasks       Code = "leads-tasks"        // organization, the tasks that it leads, all tasks, Percent
	ShareOfMarks     Code = "share-of-marks"     // Percent of the lead marks, all of them
	MostMarks        Code = "most-marks"         // nothing: no other has as many
	PassesHandoffs   Code = "passes-handoffs"    // handoffs that cross its border, those within it, all that have leads, its rank by both together
	StopsFlows       Code = "stops-flows"        // organization, how many flows, all of them
	StopsBetween     Code = "stops-between-ends" // how many of them between the ends alone, the rules for leads and for support
	StopsAlways      Code = "stops-always"       // how many of them in every reading
	StopsAtLeast     Code = "stops-at-least"     // the same, where not every reading was computed
	StopsSomeStart   Code = "stops-some-start"   // how many more flows that have several starts: from some of these
	StopsInstead     Code = "stops-instead"      // under other rules: how many flows, how many of them between the ends alone
	FirstInstead     Code = "first-instead"      // under other rules: who stops most flows, how many, how many of them between the ends alone
	Assumes          Code = "assumes"            // the [rules.Rules] in force, a list of [rules.Instead] with what is said under others
	UnavoidableTasks Code = "unavoidable-tasks"  // flow, number of tasks
	NeededTasks      Code = "needed-tasks"       // the same, where branches must all be done
	StartsNeed       Code = "starts-need"        // how many more tasks, for work from every start
	DeadEnds         Code = "dead-ends"          // flow, number of tasks
	NoFlows          Code = "no-flows"           // nothing
	DeclareFlows     Code = "declare-flows"      // nothing: what to do about it
	WithoutLead      Code = "without-lead"       // number of tasks, all of them
	SeveralLeads     Code = "several-leads"      // the same
	BothMarks        Code = "both-marks"         // the same
	WithoutSupport   Code = "without-support"    // the same
	ManySupporters   Code = "many-supporters"    // the same
	SupporterLimit   Code = "supporter-limit"    // the most that there may be
	ManyAccountable  Code = "many-accountable"   // number of tasks, all of them
	WithoutTiming    Code = "without-timing"     // number of tasks, all of them
	ToNobody         Code = "to-nobody"          // the same
	WithoutMarks     Code = "without-marks"      // organization
	OverLimit        Code = "over-limit"         // organization, led tasks, Percent, Given
	UncertainMarks   Code = "uncertain-marks"    // number of marks, all of them
	RulesAssumed     Code = "rules-assumed"      // the rules for leads and for support
	NoNight          Code = "no-night"           // flow, number of tasks that nobody is reached for, those that somebody leads
	NightUnknown     Code = "night-unknown"      // the same, of which it is not known
	NightAlso        Code = "night-also"         // number of tasks of which it is not known
	Circle           Code = "circle"             // number of organizations that escalate in a circle
	CircleLink       Code = "circle-link"        // organization, the one that it escalates to, at which level
	LevelMore        Code = "level-more"         // organization, a level, posts of it, the level before, posts of that
	LevelMoreToo     Code = "level-more-too"     // how many more levels of its lists are so
	DeputyOf         Code = "deputy-of"          // name of a deputy, number of posts
	DeputyAcross     Code = "deputy-across"      // number of organizations that name it
	FirstIn          Code = "first-in"           // Percent of all readings
	FirstInAbout     Code = "first-in-about"     // the same, an estimate
	NoneUncertain    Code = "none-uncertain"     // nothing: no mark is
	TheSame          Code = "the-same"           // how sure, number of uncertain marks, tasks that it depends on
	First            Code = "first"              // the same: the organization is first by lead marks
)

// The codes of headlines. Where the first argument is an organization, it is [Again] where
// the sentence before is about the same.
const (
	LeadsMost       Code = "leads-most"         // organization, the tasks that it leads, all tasks, Share
	TiedLead        Code = "tied-lead"          // how many organizations lead most, the tasks that each leads, all tasks
	TiedAre         Code = "tied-are"           // IDs of organizations
	TasksByReading  Code = "tasks-by-reading"   // the fewest and the most tasks that it leads
	DropsOut        Code = "drops-out"          // organization, how many flows stop without it, all of them
	DropsOutAtEnds  Code = "drops-out-at-ends"  // the same: only since they start or end with it
	TiedStops       Code = "tied-stops"         // how many organizations stop most, how many flows each, all of them
	TiedStopsAtEnds Code = "tied-stops-at-ends" // the same: only since they start or end with it
	NobodyLeads     Code = "nobody-leads"       // number of tasks, all of them
	FlowsUnknown    Code = "flows-unknown"      // nothing
	StopsNone       Code = "stops-none"         // all flows
	StopsInside     Code = "stops-inside"       // how many of the flows stop between their ends, how many stop
	OtherUnder      Code = "other-under"        // nothing: it is another under rules that nobody declared
	TakeOver        Code = "take-over"          // organization, for how many tasks another is ready, those that it leads
	TakeOverAny     Code = "take-over-any"      // the dataset, for how many tasks another is ready whoever drops out, all led tasks
	ReadyInstead    Code = "ready-instead"      // for how many tasks another is ready under other rules
	HelpedBy        Code = "helped-by"          // how many tasks others lead too or support, the rules for leads and for support
)

// Kinds of numbers among the arguments, which are written in their own ways. The
// other arguments are [rules.Subject] for what is named, ints, float64s, texts
// that are data, IDs of tasks, and [placement.Certainty].
type (
	Percent float64 // a share of a hundred
	Given   float64 // a number as the user has given it
	Share   float64 // the same, said in whole percent
)

// Again is an organization that the sentence before is about.
type Again rules.Subject

// Clause is one thing that is said: what, and of what.
type Clause struct {
	Code Code
	Args []any
}

// Statement is what is said of something, clause by clause: the first is the
// claim, the others are its details.
type Statement []Clause

// says returns a statement of one clause.
func says(code Code, args ...any) Statement { return Statement{}.and(code, args...) }

// and returns s with one more clause.
func (s Statement) and(code Code, args ...any) Statement {
	return append(s[:len(s):len(s)], Clause{code, append([]any{}, args...)})
}
