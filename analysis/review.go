package analysis

import "tasuki/graph"

// Review is everything that is computed about a graph.
type Review struct {
	Name           graph.Name      `json:"name"`
	Options        Options         `json:"options"` // with the defaults filled in
	Rules          RulesInForce    `json:"rules"`
	Totals         Totals          `json:"totals"`
	Headlines      []Headline      `json:"headlines"`
	Findings       []Finding       `json:"findings"`
	Bottleneck     Bottleneck      `json:"bottleneck"`
	Concentrations []Concentration `json:"concentrations"`
	Losses         []Loss          `json:"losses"`
	LossSets       LossSets        `json:"loss_sets"`
	FlowSPOFs      []FlowSPOF      `json:"flow_spofs"`
	Structure      Structure       `json:"structure"`
	Escalations    []Escalation    `json:"escalations"` // every flow, by ID, nobody absent
	Certainties    Certainties     `json:"certainties"`

	Providers   ProviderTriggers `json:"providers"`   // the two questions of DORA, Article 29(1)
	Criticality Criticality      `json:"criticality"` // of each organization but the clients
}

// Totals counts the facts.
type Totals struct {
	Organizations int `json:"organizations"`
	Tasks         int `json:"tasks"`
	Assignments   int `json:"assignments"`
	LeadMarks     int `json:"lead_marks"`
	SupportMarks  int `json:"support_marks"`
	Uncertain     int `json:"uncertain"` // marks
	Flows         int `json:"flows"`
	Handoffs      int `json:"handoffs"` // distinct pairs of tasks
	Supplies      int `json:"supplies"`
}

// Analyze computes everything about g.
func Analyze(g *graph.Graph, o Options) Review {
	o = o.withDefaults()
	r := Review{
		Name:           g.Dataset().Name,
		Options:        o,
		Rules:          InForce(g, o),
		Totals:         totals(g),
		Bottleneck:     Bottlenecks(g, o),
		Concentrations: Concentrations(g),
		Providers:      ProviderTriggersOf(g),
		Criticality:    Criticalities(g, o),
		Losses:         Losses(g, o),
		LossSets:       LossSetsOf(g, o),
		FlowSPOFs:      SPOFs(g, o),
		Escalations:    ownEscalations(g, o),
		Structure:      StructureOf(g),
		Certainties:    CertaintiesOf(g, o),
	}
	r.Findings = (&linter{&r, g, uncertainGroups(g)}).run()
	r.Headlines = Headlines(g, r)
	return r
}

func totals(g *graph.Graph) Totals {
	d := g.Dataset()
	t := Totals{
		Organizations: len(d.Organizations), Tasks: len(d.Tasks), Assignments: len(d.Assignments),
		Flows: len(d.Flows), Handoffs: len(distinctHandoffs(g)), Supplies: len(d.Supplies),
	}
	for _, a := range d.Assignments {
		switch a.Role {
		case graph.Lead:
			t.LeadMarks++
		case graph.Support:
			t.SupportMarks++
		}
		if a.Reading == graph.Uncertain {
			t.Uncertain++
		}
	}
	return t
}
