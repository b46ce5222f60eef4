package drill

import (
	"reflect"

	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Otherwise is what a drill plays under other rules, which may hold since nobody
// declared them.
type Otherwise struct {
	Rules    rules.Rules
	Removed  []string           // tasks that are lost with those who are out, by ID
	Tasks    []string           // those that the drill plays, the start first
	Complete bool               // they end at a goal
	Takes    escalation.Minutes // handoffs and waits
}

// under returns the same facts of a plan.
func (p Plan) under() Otherwise {
	o := Otherwise{p.Escalation.Rules, p.Escalation.Removed, []string{}, p.Complete, p.Takes}
	for _, s := range p.Steps {
		o.Tasks = append(o.Tasks, s.Task)
	}
	return o
}

// otherwise returns what differs in the plan under rules that nobody declared.
func (p Plan) otherwise(g *graph.Graph, s graph.Scenario, o escalation.EscalationOptions) ([]Otherwise, error) {
	var list []Otherwise
	for _, r := range rules.Undeclared(g, o.Options) {
		options := o
		options.Options = o.Under(r)
		plan, err := planOf(g, p.Flow, s, options)
		if err != nil {
			return nil, err
		}
		other, now := plan.under(), p.under()
		if now.Rules = r; !reflect.DeepEqual(other, now) {
			list = append(list, other)
		}
	}
	return list, nil
}
