package fix

import (
	"math/big"
	"slices"

	"tasuki/analysis/consequence"
	"tasuki/analysis/flow"
	"tasuki/analysis/loss"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Target is what is to be reached: both parts of it where both are set.
type Target struct {
	Flows  []string `json:"flows,omitempty"`   // that no single organization is to stop, by ID; those that do not exist are left out
	AtMost *float64 `json:"at_most,omitempty"` // percent of the led tasks that each organization may lead at most, a joint lead split equally
}

// Fix is the fewest marks that reach a target.
type Fix struct {
	Target Target             `json:"target"`
	Rules  rules.RulesInForce `json:"rules"`

	// Helps are the roles in which one more mark keeps a task whoever is missing, the one that is
	// proposed first: a supporter where they stand in, a lead where one of several suffices. Empty
	// where no mark can help a flow.
	Helps []graph.Role `json:"helps"`

	Stops []Stop `json:"stops"` // today, in the flows of the target, by flow

	// Reached says that the target is reached with Marks, but for what Hopeless lists. Otherwise there are
	// no marks: that none would do, or that none were found, is told by Size.
	Reached  bool       `json:"reached"`
	None     bool       `json:"none,omitempty"`     // whether all marks were tried: none reach the target
	Hopeless []Hopeless `json:"hopeless,omitempty"` // by flow, then organization

	// Size is how many marks it takes; null when the target is not reached. It is exact
	// where the search ended within its budget of steps; otherwise Upper marks do, and fewer than Lower do not.
	Size  *loss.Bounds `json:"size"`
	Least int          `json:"least"`           // marks that it takes at least, whether or not any do
	Steps int          `json:"steps"`           // that each search might take before it gave up and left bounds
	Marks []Proposal   `json:"marks"`           // to add, by task, role and organization; without any of them the target is missed, unless Loose
	Loose bool         `json:"loose,omitempty"` // whether some of Marks may not be needed: finding out would have taken too many steps

	Share     *ShareLimit `json:"share,omitempty"`     // null where the target has none
	Checked   Checked     `json:"checked"`             // what other analyses say of the dataset with Marks
	Unled     []string    `json:"unled"`               // tasks of the flows that nobody leads, and that so count as kept, by ID
	Otherwise []Under     `json:"otherwise,omitempty"` // what it takes under other rules: those that nobody declared or, where no mark can help, those where some do
}

// Stop says who alone stops a flow.
type Stop struct {
	Flow          string   `json:"flow"`
	Organizations []string `json:"organizations"` // by ID
}

// Hopeless is what stops a flow whatever marks are added.
type Hopeless struct {
	Flow         string   `json:"flow"`
	Organization string   `json:"organization,omitempty"` // without whom nothing is left; empty where nothing is with everybody present
	Tasks        []string `json:"tasks,omitempty"`        // that are lost and cannot be kept, all of which it takes to stop the flow; by ID
	Reason       Reason   `json:"reason"`
}

// Reason says why no mark helps.
type Reason string

// The reasons.
const (
	NotWorking Reason = "not-working" // nothing is left of the flow with everybody present
	ByRules    Reason = "rules"       // each lead is needed and no supporter stands in
	NobodyElse Reason = "nobody-else" // every other organization leads or supports the tasks already
)

// Proposal is a mark that is proposed.
type Proposal struct {
	Mark
	Leads []string `json:"leads"` // who leads the task today, by ID

	// Prevents are the flows that would still be stopped with all other marks, and by whom, by flow. Empty where
	// the mark is there for the share; null, like Candidates, beyond the first 500 marks.
	Prevents []Stop `json:"prevents"`

	// Candidates are the first three who could have the mark, in their order, all other
	// marks being as they are. The organization of the mark is the first of them, unless a share
	// leaves no room for it.
	Candidates []Candidate `json:"candidates"`
}

// ShareLimit says what stands in the way of a share.
type ShareLimit struct {
	Led      int      `json:"led"`      // tasks that somebody leads
	Over     []string `json:"over"`     // organizations that lead more than the share today, by ID
	Possible bool     `json:"possible"` // false where so few organizations cannot share so: all of them together lead 100 %
}

// Checked is what analyses that know nothing of the search say of the dataset with the marks.
type Checked struct {
	Stops   []Stop               `json:"stops"`   // who still stops flows of the target, by flow
	Before  consequence.Measures `json:"before"`  // the figures of the dataset as it is
	After   consequence.Measures `json:"after"`   // and with the marks
	Grounds []Ground             `json:"grounds"` // what the conclusion about each flow of the target rests on, by flow
}

// Ground says of a flow with the marks what would be so if facts were others that are not sure.
type Ground struct {
	Flow      string              `json:"flow"`
	Marks     placement.Certainty `json:"marks"` // whether the same organizations stop it in every reading of uncertain marks
	Handoffs  int                 `json:"handoffs"`
	Inferred  int                 `json:"inferred"`             // handoffs that no words in the source tie together
	Stated    FlowStanding        `json:"stated"`               // with the others alone
	Forks     []string            `json:"forks"`                // tasks of which nothing says whether one handoff is enough; it is taken to be
	AllNeeded *FlowStanding       `json:"all_needed,omitempty"` // if all of them had to be done; null where nothing would be left
}

// FlowStanding says whether a flow works, and who alone stops it.
type FlowStanding struct {
	Works         bool     `json:"works"`
	Organizations []string `json:"organizations"` // by ID
}

// Under is what it takes to reach the target under other rules.
type Under struct {
	Rules   rules.Rules  `json:"rules"`
	Size    *loss.Bounds `json:"size"`            // null when it is not reached
	Stopped int          `json:"stopped"`         // pairs of a flow and an organization that stops it whatever marks are added
	Holds   bool         `json:"holds,omitempty"` // whether Marks reach it, too
}

// Of returns the fewest marks that reach a target. Marks on tasks that nobody leads are not among
// them: who leads these is a question of its own. A search takes a stated number of steps at
// most, each in proportion to tasks + handoffs of the flows and, with a share, organizations x leads;
// candidates take time in proportion to marks x tasks. The error is that of [graph.New].
func Of(g *graph.Graph, o rules.Options, target Target) (Fix, error) {
	f := Fix{Target: target, Rules: rules.InForce(g, o), Stops: []Stop{}, Marks: []Proposal{}, Unled: []string{}}
	f.Helps = hardening(f.Rules.Rules)
	a := newAim(g, target)
	for _, p := range a.broken {
		f.Hopeless = append(f.Hopeless, Hopeless{Flow: p.Flow.ID, Reason: NotWorking})
	}
	p := newProblem(g, f.Rules.Rules, a.flows, a.limit)
	f.Stops = p.named(p.stops(p.today, never))
	f.Unled = p.unled()
	s := f.solve(p)
	f.Steps = p.budget
	if err := f.check(g, o, p); err != nil {
		return Fix{}, err
	}
	f.otherwise(g, o, a, p, s.marks)
	return f, nil
}

// aim is a target as the searches want it.
type aim struct {
	flows, broken []flow.Graph // that work with everybody present, and that do not
	limit         *big.Rat
}

func newAim(g *graph.Graph, target Target) aim {
	var a aim
	for _, p := range flow.Graphs(g) {
		switch {
		case !slices.Contains(target.Flows, p.Flow.ID):
		case p.Passable(p.Avoiding()):
			a.flows = append(a.flows, p)
		default:
			a.broken = append(a.broken, p)
		}
	}
	if target.AtMost != nil {
		a.limit = limitOf(g, *target.AtMost)
	}
	return a
}

// solve fills in the marks and what no mark changes.
func (f *Fix) solve(p *problem) solved {
	reason := NobodyElse
	if len(f.Helps) == 0 {
		reason = ByRules
	}
	for _, s := range p.spare() {
		kept := func(t int) bool { return p.hardenable(p.today, t) }
		h := Hopeless{Flow: p.flows[s.flow].Flow.ID, Organization: p.g.Organizations()[s.org].ID, Reason: reason}
		h.Tasks = p.taskIDs(p.cut(p.today, s, kept, never))
		f.Hopeless = append(f.Hopeless, h)
	}
	slices.SortStableFunc(f.Hopeless, func(a, b Hopeless) int { return graph.Compare(a.Flow, b.Flow) })
	f.addShare(p)
	var s solved
	if f.Share == nil || f.Share.Possible {
		s = p.solve()
	}
	f.Least, f.Reached, f.None = s.least, s.found, s.none
	if !s.found {
		return s
	}
	s.marks = p.preferred(s.marks, s.least)
	f.Loose = p.loose && len(s.marks) > s.least
	size := loss.Between(s.least, len(s.marks))
	f.Size = &size
	f.Marks = p.proposals(s.marks)
	return s
}

// spare exempts from the target what no mark changes, and returns it.
func (p *problem) spare() []stop {
	list := p.hopeless()
	for _, s := range list {
		p.exempt[s] = true
	}
	return list
}

// named groups stops by flow.
func (p *problem) named(list []stop) []Stop {
	stops := []Stop{}
	for _, s := range list {
		id, org := p.flows[s.flow].Flow.ID, p.g.Organizations()[s.org].ID
		if n := len(stops); n > 0 && stops[n-1].Flow == id {
			stops[n-1].Organizations = append(stops[n-1].Organizations, org)
		} else {
			stops = append(stops, Stop{id, []string{org}})
		}
	}
	return stops
}

// taskIDs returns the IDs of tasks, in the order of the graph.
func (p *problem) taskIDs(tasks []int) []string {
	ids := []string{}
	for _, t := range tasks {
		ids = append(ids, p.g.Tasks()[t].ID)
	}
	slices.SortFunc(ids, graph.Compare)
	return ids
}

// unled returns the tasks of the flows that nobody leads.
func (p *problem) unled() []string {
	var tasks []int
	for t := range p.g.Tasks() {
		if p.inFlow[t] && len(p.today.leads[t]) == 0 {
			tasks = append(tasks, t)
		}
	}
	return p.taskIDs(tasks)
}
