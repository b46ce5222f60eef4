package observe

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// What is remembered of sequences of tasks, so that equal ones are decided once. It saves
// time alone: what does not fit is decided each time.
const (
	mostSequences = 1 << 16
	mostBytes     = 1 << 25 // of all sequences together
)

// flowTally counts verdicts by flow.
type flowTally struct {
	plan   *plan
	known  map[string][]judgement
	bytes  int
	key    []byte
	counts []flowCounts
	seen   []int32 // flow -> place + 1 in the judgements at hand
	trace  []int
}

// judgement is the verdict on a case of a flow.
type judgement struct {
	flow       int32
	deviations []*deviant
	verdict
}

type flowCounts struct {
	cases, started, reached, explained, looped, unfinished int
	deviants                                               map[deviation]*deviant
}

type deviant struct {
	cases int
	first examples
}

func newFlowTally(p *plan) flowTally {
	return flowTally{plan: p, known: map[string][]judgement{}, counts: make([]flowCounts, len(p.flows)), seen: make([]int32, len(p.flows))}
}

// add holds the case at hand to the flows that have one of its tasks.
func (t *flowTally) add(c *Collector) {
	t.key = t.key[:0]
	for _, s := range c.steps {
		t.key = binary.AppendUvarint(t.key, uint64(s.task))
	}
	list, ok := t.known[string(t.key)]
	if !ok {
		list = t.judge(c.steps)
		if len(t.known) < mostSequences && t.bytes+len(t.key) <= mostBytes {
			t.known[string(t.key)] = list
			t.bytes += len(t.key)
		}
	}
	for _, j := range list {
		n := &t.counts[j.flow]
		n.cases++
		n.started += one(j.started)
		n.reached += one(j.started && j.reached)
		n.explained += one(j.explained)
		n.looped += one(j.looped)
		n.unfinished += one(j.unfinished)
		for _, d := range j.deviations {
			d.cases++
			d.first.add(c.row, c.id)
		}
	}
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (t *flowTally) judge(steps []step) (list []judgement) {
	var flows []int32
	for _, s := range steps {
		for _, f := range t.plan.flowsOf[s.task] {
			if t.seen[f] == 0 {
				t.seen[f] = 1
				flows = append(flows, f)
			}
		}
	}
	for _, f := range flows {
		t.seen[f] = 0
		p := t.plan.flows[f]
		t.trace = t.trace[:0]
		for _, s := range steps {
			if v, ok := p.vertex[s.task]; ok {
				t.trace = append(t.trace, v)
			}
		}
		j := judgement{flow: f, verdict: p.judge(t.trace)}
		if j.started {
			for _, d := range j.verdict.deviations {
				j.deviations = append(j.deviations, t.counts[f].deviant(d))
			}
		}
		list = append(list, j)
	}
	return list
}

func (n *flowCounts) deviant(d deviation) *deviant {
	if n.deviants == nil {
		n.deviants = map[deviation]*deviant{}
	}
	if n.deviants[d] == nil {
		n.deviants[d] = &deviant{}
	}
	return n.deviants[d]
}

func (t *flowTally) merge(o *flowTally) {
	for f := range t.counts {
		n, other := &t.counts[f], &o.counts[f]
		n.cases += other.cases
		n.started += other.started
		n.reached += other.reached
		n.explained += other.explained
		n.looped += other.looped
		n.unfinished += other.unfinished
		for d, x := range other.deviants {
			mine := n.deviant(d)
			mine.cases += x.cases
			mine.first.merge(&x.first)
		}
	}
}

func (t *flowTally) result() []FlowResult {
	list := []FlowResult{}
	for f, p := range t.plan.flows {
		n := t.counts[f]
		r := FlowResult{
			Flow: p.Flow.ID, Cases: n.cases, Started: n.started, Reached: n.reached, Explained: share(n.explained, n.started),
			Looped: n.looped, Unfinished: n.unfinished, Deviations: []Deviation{},
		}
		id := func(v int32) string {
			if v < 0 {
				return ""
			}
			return p.Tasks[v]
		}
		for d, x := range n.deviants {
			r.Deviations = append(r.Deviations, Deviation{DeviationKinds()[d.kind], id(d.from), d.branch, id(d.to), x.cases, x.first.list()})
		}
		slices.SortFunc(r.Deviations, func(a, b Deviation) int {
			place := func(d Deviation) int { return slices.Index(DeviationKinds(), d.Kind) }
			return cmp.Or(cmp.Compare(b.Cases, a.Cases), cmp.Compare(place(a), place(b)),
				cmp.Compare(a.From, b.From), cmp.Compare(a.Branch, b.Branch), cmp.Compare(a.To, b.To))
		})
		list = append(list, r)
	}
	return list
}
