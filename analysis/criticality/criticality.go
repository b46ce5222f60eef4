package criticality

import (
	"slices"

	"tasuki/analysis/certainty"
	"tasuki/analysis/exact"
	"tasuki/analysis/flow"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Criticality says how much depends on each organization, and how hard it is to
// replace.
type Criticality struct {
	Rules    rules.Rules            `json:"rules"`    // under which organizations lose tasks
	Scale    rules.CriticalityScale `json:"scale"`    // the weights of the words
	Declared bool                   `json:"declared"` // some flow declares its tier, or some organization its substitutability

	// What keeps a score from being one number, by ID. Of organizations, only
	// those whose loss loses a task of a flow.
	UndeclaredTiers            []string `json:"undeclared_tiers"`            // flows
	UndeclaredSubstitutability []string `json:"undeclared_substitutability"` // organizations of which nothing is declared
	NotAssessed                []string `json:"not_assessed"`                // organizations that are declared not to be assessed

	// First are the organizations that may have the highest score, by ID: no
	// other one's is higher for certain. Several when something is not declared,
	// or when they are equal; none when all scores are 0.
	First []string `json:"first"`

	// Organizations are all but the clients, who are not there to be replaced:
	// the highest score first, then the highest low end, ties by ID. There are
	// none when no flow is declared, since nothing is then known of any.
	Organizations []OrganizationCriticality `json:"organizations"`

	// Otherwise says what differs under each setting of the rules that nobody
	// declared, and that may hold instead of Rules.
	Otherwise []Otherwise `json:"otherwise,omitempty"`
}

// OrganizationCriticality is the score of an organization, which is the largest
// of its scores in the flows.
type OrganizationCriticality struct {
	Organization string `json:"organization"`

	Substitutability graph.Substitutability `json:"substitutability"` // as declared; empty when nothing is
	Difficulty       rules.Interval         `json:"difficulty"`       // 1 - substitutability, 0 to 1

	Score    rules.Interval `json:"score"`     // 0 to 1, as the dataset reads
	LowFlow  string         `json:"low_flow"`  // the flow that gives the low end, ties by ID; empty when it is 0
	HighFlow string         `json:"high_flow"` // the flow that gives the high end, ties by ID; empty when it is 0

	Readings rules.Interval `json:"readings"` // of the score over all readings of the uncertain marks too
	Exact    bool           `json:"exact"`    // both ends of Readings are reached by some reading; otherwise they are bounds

	Flows []FlowCriticality `json:"flows"` // those that lose a task with it in some reading, by ID
}

// FlowCriticality is the score of an organization in a flow: impact x
// difficulty of the organization x weight of the tier.
type FlowCriticality struct {
	Flow   string          `json:"flow"`
	Tier   graph.Tier      `json:"tier"`   // as declared; empty when nothing is
	Weight rules.Interval  `json:"weight"` // of the tier, over the largest: 0 to 1
	Broken bool            `json:"broken"` // no way is left without the organization
	Lost   []string        `json:"lost"`   // the tasks of the flow that are lost with it, by ID
	Tasks  int             `json:"tasks"`  // of the flow
	Impact placement.Range `json:"impact"` // 1 when broken, otherwise the share of the tasks lost, 0 to 1; over all readings of the uncertain marks
	Score  rules.Interval  `json:"score"`  // as the dataset reads
}

// Criticalities returns the criticality of every organization that is no client,
// under the rules in force. The scores are computed exactly and rounded once. It takes time in
// proportion to organizations x (tasks + handoffs) of the flows.
//
// The form, impact x lack of substitutes x importance of the function, is ours,
// after the criteria of DORA (Regulation (EU) 2022/2554), Article 31(2); the
// words are those of its register of information. The numbers for the words are
// ours too: the words are an order, and no authority gives them numbers.
func Criticalities(g *graph.Graph, o rules.Options) Criticality {
	c := criticalities(g, o)
	for _, r := range rules.Undeclared(g, o) {
		if other := c.otherwise(criticalities(g, o.Under(r))); len(other.Scores) > 0 {
			c.Otherwise = append(c.Otherwise, other)
		}
	}
	return c
}

func criticalities(g *graph.Graph, o rules.Options) Criticality {
	c := Criticality{
		Rules: rules.InForce(g, o).Rules, Scale: o.Criticality.WithDefaults(),
		UndeclaredTiers: []string{}, UndeclaredSubstitutability: []string{}, NotAssessed: []string{},
		First: []string{}, Organizations: []OrganizationCriticality{},
	}
	for _, f := range g.Flows() {
		c.Declared = c.Declared || f.Tier != ""
		if f.Tier == "" {
			c.UndeclaredTiers = append(c.UndeclaredTiers, f.ID)
		}
	}
	flows := readFlows(g, c.Rules)
	var scores []scored
	for org, o := range g.Organizations() {
		c.Declared = c.Declared || o.Substitutability != ""
		if len(flows) > 0 && o.Kind != graph.Client {
			scores = append(scores, c.scoreOf(g, flows, org))
		}
	}
	slices.SortStableFunc(scores, func(a, b scored) int {
		if high := b.High.Cmp(a.High); high != 0 {
			return high
		}
		return b.Low.Cmp(a.Low)
	})
	for _, s := range scores {
		c.Organizations = append(c.Organizations, s.result)
	}
	c.First = first(scores)
	c.addUndeclared(g)
	return c
}

// first returns who may have the highest score, by ID.
func first(scores []scored) []string {
	best := rules.ZeroSpan()
	for _, s := range scores {
		best.Raise(s.Span)
	}
	ids := []string{}
	for _, s := range scores {
		if s.High.Sign() > 0 && s.High.Cmp(best.Low) >= 0 {
			ids = append(ids, s.result.Organization)
		}
	}
	slices.SortFunc(ids, graph.Compare)
	return ids
}

// readFlows returns the readings of the tasks of every flow, one at a time.
func readFlows(g *graph.Graph, inForce rules.Rules) []*certainty.Blocked {
	groups := placement.UncertainGroups(g)
	var list []*certainty.Blocked
	for _, p := range flow.Graphs(g) {
		list = append(list, certainty.NewReadings(g, inForce, groups, p))
	}
	return list
}

// addUndeclared lists the organizations whose scores want a declaration.
func (c *Criticality) addUndeclared(g *graph.Graph) {
	byID := slices.Clone(c.Organizations)
	slices.SortFunc(byID, func(a, b OrganizationCriticality) int { return graph.Compare(a.Organization, b.Organization) })
	for _, o := range byID {
		switch {
		case len(o.Flows) == 0:
		case o.Substitutability == "":
			c.UndeclaredSubstitutability = append(c.UndeclaredSubstitutability, o.Organization)
		case o.Substitutability == graph.NotAssessed:
			c.NotAssessed = append(c.NotAssessed, o.Organization)
		}
	}
}

// scored is a result with its exact score.
type scored struct {
	rules.Span
	result OrganizationCriticality
}

// raiseBy moves the ends of the score up to those in a flow, and notes the flow.
func (s *scored) raiseBy(score rules.Span, flow string) {
	low, high := s.Raise(score)
	if low {
		s.result.LowFlow = flow
	}
	if high {
		s.result.HighFlow = flow
	}
}

// scoreOf returns the criticality of an organization.
func (c *Criticality) scoreOf(g *graph.Graph, flows []*certainty.Blocked, org int) scored {
	o := g.Organizations()[org]
	difficulty := c.Scale.DifficultyOf(o.Substitutability)
	s := scored{rules.ZeroSpan(), OrganizationCriticality{
		Organization: o.ID, Substitutability: o.Substitutability, Difficulty: difficulty.Interval(),
		Exact: true, Flows: []FlowCriticality{},
	}}
	readings := rules.ZeroSpan()
	for _, f := range flows {
		i, p := f.Impact(org), f.Flows[0]
		if len(i.Lost) == 0 && i.Readings.High.Sign() == 0 {
			continue
		}
		weight := c.Scale.Weight(p.Flow.Tier)
		score := rules.Span{Low: i.Now, High: i.Now}.Times(difficulty, weight)
		s.raiseBy(score, p.Flow.ID)
		readings.Raise(i.Readings.Times(difficulty, weight))
		s.result.Exact = s.result.Exact && i.Exact
		s.result.Flows = append(s.result.Flows, FlowCriticality{
			Flow: p.Flow.ID, Tier: p.Flow.Tier, Weight: weight.Interval(),
			Broken: i.Broken, Lost: i.Lost, Tasks: len(p.Tasks), Score: score.Interval(),
			Impact: placement.Range{Value: exact.Float(i.Now), Min: exact.Float(i.Readings.Low), Max: exact.Float(i.Readings.High), Exact: i.Exact},
		})
	}
	s.result.Score, s.result.Readings = s.Interval(), readings.Interval()
	return s
}
