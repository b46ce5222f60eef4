package loss

// WorstLoss is the most that the loss of a number of organizations can do. The
// three sets may differ, and the set for one number need not contain that for
// another.
type WorstLoss struct {
	Size     int      `json:"size"`     // how many organizations are lost
	Lost     Extreme  `json:"lost"`     // tasks
	Degraded Extreme  `json:"degraded"` // tasks; zero unless supporters stand in
	Broken   *Extreme `json:"broken"`   // flows; null when none is declared
}

// Extreme is the largest number of tasks or flows, and a set of organizations
// that reaches Lower. Of all sets that reach an exact number it is the first by
// the IDs of its members, as long as every set was looked at; otherwise the one
// that was found.
type Extreme struct {
	Bounds
	Organizations []string `json:"organizations"` // by ID; empty when Lower is 0
}

// enumerate looks at every set of the participants.
func (r lossReading) enumerate() LossSet {
	n := len(r.orgs)
	l := LossSet{Rules: r.rules, Exact: true, Worst: []WorstLoss{}, Critical: []FlowCritical{}}
	lost, degraded := r.mostTasks()
	bitmaps := r.brokenFlows()
	broken := largestOverlaps(n, bitmaps)
	for k := 1; k <= n; k++ {
		w := WorstLoss{Size: k, Lost: r.extreme(lost[k]), Degraded: r.extreme(degraded[k])}
		if len(bitmaps) > 0 {
			most := r.extreme(broken[k])
			w.Broken = &most
		}
		l.Worst = append(l.Worst, w)
	}
	for i := range bitmaps {
		l.Critical = append(l.Critical, r.countedFlow(i, bitmaps[i]))
	}
	if len(bitmaps) > 0 {
		anyFlow, everyFlow := combined(bitmaps)
		one, all := r.critical(MinimalIn(n, anyFlow, mostListed)), r.critical(MinimalIn(n, everyFlow, mostListed))
		l.AnyFlow, l.EveryFlow, l.Robust = &one, &all, r.robust(anyFlow)
	}
	return l
}

// mostTasks returns, for each number of participants, the most tasks that are
// lost and the most that are degraded with so many.
func (r lossReading) mostTasks() (lost, degraded []largest) {
	var whenLost, whenHit []weighted
	differ := false
	for _, t := range r.groups {
		whenLost = append(whenLost, weighted{t.lost, t.tasks})
		whenHit = append(whenHit, weighted{t.hit, t.tasks})
		differ = differ || t.lost.compare(t.hit) != 0
	}
	n := len(r.orgs)
	lostBy := subsetCounts(n, whenLost)
	lost = largestCounts(n, func(s uint32) int32 { return lostBy[s] })
	if !differ {
		return lost, make([]largest, n+1)
	}
	hitBy := subsetCounts(n, whenHit)
	return lost, largestCounts(n, func(s uint32) int32 { return hitBy[s] - lostBy[s] })
}

// brokenFlows returns, for each flow, the bitmap of the losses that break it.
func (r lossReading) brokenFlows() [][]uint64 {
	var bitmaps [][]uint64
	for _, f := range r.flows {
		bitmaps = append(bitmaps, f.Broken())
	}
	return bitmaps
}

func (r lossReading) extreme(x largest) Extreme {
	if x.value == 0 {
		return Extreme{Exactly(0), []string{}}
	}
	return Extreme{Exactly(x.value), r.ids(membersOf(len(r.orgs), x.of))}
}
