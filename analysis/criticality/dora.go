package criticality

import (
	"cmp"
	"slices"

	"tasuki/analysis/placement"
	"tasuki/graph"
)

// ProviderTriggers are the two questions that Article 29(1) of DORA (Regulation
// (EU) 2022/2554) asks about concentration before a contract on ICT services
// that support critical or important functions is made, asked of what the
// dataset declares:
//
//   - a provider is an organization of kind vendor or incumbent; a client is
//     none, and of one without a kind it is unknown;
//   - a function is a flow; it is critical or important when its tier says so,
//     and of one without a tier it is unknown;
//   - an arrangement is a provider that leads a task of such a flow, under
//     whatever rules: one for each provider and flow. Contracts are not part of
//     a dataset.
//
// These are readings of ours and no legal opinion: whether DORA applies, and
// what counts as one contract, is for those who know the contracts.
type ProviderTriggers struct {
	HardToSubstitute     Trigger `json:"hard_to_substitute"`    // (a): a provider of such an arrangement is not easily substitutable
	MultipleArrangements Trigger `json:"multiple_arrangements"` // (b): a provider and those closely connected have several such arrangements
}

// Trigger is the answer to one of the questions, with its witnesses.
type Trigger struct {
	Answer Answer        `json:"answer"` // as the dataset reads
	Cases  []TriggerCase `json:"cases"`  // those that answer yes, then those unknown, each by group and provider; no others

	// Certainty says whether the answer is the same in every reading of the
	// uncertain marks; Counter is a reading that answers otherwise, empty unless
	// the answer depends on them.
	Certainty placement.Certainty `json:"certainty"`
	Counter   []placement.Move    `json:"counter"`

	Declare Undeclared `json:"declare"` // what the unknown cases want declared
}

// TriggerCase is a provider, or for (b) all closely connected ones: those with
// one ultimate parent.
type TriggerCase struct {
	Group        string        `json:"group"` // the ultimate parent, or the provider when it has none
	Answer       Answer        `json:"answer"`
	Arrangements []Arrangement `json:"arrangements"` // those that are, then those that may be; each by provider, then flow
}

// Arrangement is a provider that leads tasks of a flow.
type Arrangement struct {
	Provider         string                 `json:"provider"`
	Substitutability graph.Substitutability `json:"substitutability"` // empty: nothing is declared
	Flow             string                 `json:"flow"`
	Tier             graph.Tier             `json:"tier"`   // empty: nothing is declared
	Tasks            []string               `json:"tasks"`  // of the flow, that it leads, by ID
	Counts           Answer                 `json:"counts"` // yes, or unknown when the kind or the tier is not declared
}

// Undeclared lists facts that are missing, each by ID.
type Undeclared struct {
	Flows            bool     `json:"flows"`            // any flow
	Kinds            []string `json:"kinds"`            // of organizations
	Tiers            []string `json:"tiers"`            // of flows
	Substitutability []string `json:"substitutability"` // of organizations: not declared, or declared not to be assessed
}

// ProviderTriggersOf answers both questions. It takes time in proportion to
// organizations x tasks of the flows, and to the readings of the uncertain
// leads of these tasks while there are at most 4,096.
func ProviderTriggersOf(g *graph.Graph) ProviderTriggers {
	p := newProviders(g)
	return ProviderTriggers{
		HardToSubstitute:     p.judged(providers.hardToSubstitute),
		MultipleArrangements: p.judged(providers.multipleArrangements),
	}
}

// providers are the facts that the questions are about.
type providers struct {
	g     *graph.Graph
	is    []Answer // organization -> it is a provider
	hard  []Answer // organization -> it is not easily substitutable
	flows []providerFlow
}

// providerFlow is a flow that may be critical or important.
type providerFlow struct {
	flow   graph.Flow
	counts Answer
	tasks  []int
}

func newProviders(g *graph.Graph) providers {
	p := providers{g: g}
	for _, o := range g.Organizations() {
		p.is = append(p.is, map[graph.Kind]Answer{graph.Vendor: Yes, graph.Incumbent: Yes, graph.Client: No, "": Unknown}[o.Kind])
		p.hard = append(p.hard, notEasy(o.Substitutability))
	}
	for _, f := range g.Flows() {
		x := providerFlow{flow: f, counts: Yes}
		switch f.Tier {
		case graph.Other:
			continue
		case "":
			x.counts = Unknown
		}
		for _, id := range graph.FlowTasks(f) {
			task, _ := g.TaskIndex(id)
			x.tasks = append(x.tasks, task)
		}
		p.flows = append(p.flows, x)
	}
	return p
}

// notEasy says whether a word says "not easily substitutable". Medium
// complexity does: it is not the word for easy.
func notEasy(s graph.Substitutability) Answer {
	switch s {
	case "", graph.NotAssessed:
		return Unknown
	case graph.EasilySubstitutable:
		return No
	}
	return Yes
}

// arrangements returns the arrangements of an organization, under a reading of
// who leads.
func (p providers) arrangements(org int, leads func(task int) []int) []Arrangement {
	list := []Arrangement{}
	for _, f := range p.flows {
		o := p.g.Organizations()[org]
		a := Arrangement{
			Provider: o.ID, Substitutability: o.Substitutability,
			Flow: f.flow.ID, Tier: f.flow.Tier, Tasks: []string{}, Counts: p.is[org].and(f.counts),
		}
		for _, task := range f.tasks {
			if slices.Contains(leads(task), org) {
				a.Tasks = append(a.Tasks, p.g.Tasks()[task].ID)
			}
		}
		if len(a.Tasks) > 0 && a.Counts != No {
			list = append(list, a)
		}
	}
	return list
}

// hardToSubstitute answers question (a).
func (p providers) hardToSubstitute(leads func(task int) []int) Trigger {
	var cases []TriggerCase
	for org := range p.is {
		c := TriggerCase{Group: p.group(org), Answer: No, Arrangements: p.arrangements(org, leads)}
		for _, a := range c.Arrangements {
			c.Answer = c.Answer.or(a.Counts.and(p.hard[org]))
		}
		cases = append(cases, c)
	}
	t := p.trigger(cases)
	t.Declare = p.undeclared(t.Cases, func(c TriggerCase) Undeclared {
		org, _ := p.g.OrganizationIndex(c.Arrangements[0].Provider)
		u := Undeclared{}
		if c.Arrangements[0].Counts != Yes {
			u = p.unknownIn(c)
		}
		if p.hard[org] == Unknown {
			u.Substitutability = []string{c.Arrangements[0].Provider}
		}
		return u
	})
	return t
}

// multipleArrangements answers question (b).
func (p providers) multipleArrangements(leads func(task int) []int) Trigger {
	cases := make([]TriggerCase, len(p.is))
	for org := range p.is {
		c := &cases[p.g.Root(org)]
		c.Group = p.group(org)
		c.Arrangements = append(c.Arrangements, p.arrangements(org, leads)...)
	}
	for i, c := range cases {
		certain := 0
		for _, a := range c.Arrangements {
			if a.Counts == Yes {
				certain++
			}
		}
		switch {
		case certain > 1:
			cases[i].Answer = Yes
		case len(c.Arrangements) > 1:
			cases[i].Answer = Unknown
		default:
			cases[i].Answer = No
		}
	}
	t := p.trigger(cases)
	t.Declare = p.undeclared(t.Cases, p.unknownIn)
	return t
}

// group returns the ID of the organization at the top of org's line of parents.
func (p providers) group(org int) string { return p.g.Organizations()[p.g.Root(org)].ID }

// trigger sums up cases, and drops those that answer no. Where no flow is
// declared at all, nothing is known.
func (p providers) trigger(cases []TriggerCase) Trigger {
	t := Trigger{Answer: No, Cases: []TriggerCase{}, Certainty: placement.Holds, Counter: []placement.Move{}}
	for _, c := range cases {
		t.Answer = t.Answer.or(c.Answer)
		if c.Answer != No {
			slices.SortStableFunc(c.Arrangements, func(a, b Arrangement) int { return cmp.Compare(b.Counts.rank(), a.Counts.rank()) })
			t.Cases = append(t.Cases, c)
		}
	}
	slices.SortStableFunc(t.Cases, func(a, b TriggerCase) int {
		return cmp.Or(cmp.Compare(b.Answer.rank(), a.Answer.rank()), graph.Compare(a.Group, b.Group))
	})
	if len(p.g.Flows()) == 0 {
		t.Answer = Unknown
	}
	return t
}
