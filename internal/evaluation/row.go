package evaluation

import (
	"strconv"
	"time"

	"tasuki/analysis/drill"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/render/drillpack"
)

// entry reads a row. What holds for the rows below as well is taken from every row; one
// in which nothing else is filled in is empty.
func (p *page) entry() {
	ok := p.carried()
	if !p.filled(drillpack.TimeField, drillpack.MinutesField, drillpack.OutcomeField, drillpack.NoteField, drillpack.FindingField, drillpack.OwnerField, drillpack.DueField) {
		if p.filled(drillpack.HandoffField) {
			p.Empty++
		}
		return
	}
	e := drill.Entry{
		Number: p.number, Evaluator: p.evaluator,
		Note: p.text(drillpack.NoteField), Finding: p.text(drillpack.FindingField), Owner: p.text(drillpack.OwnerField),
	}
	ok = p.handoff(&e) && ok
	ok = p.outcome(&e) && ok
	ok = p.when(&e) && ok
	ok = p.minutes(&e) && ok
	ok = p.due(&e) && ok
	if !ok {
		return
	}
	for _, f := range e.Check() {
		ok = false
		p.fault(fieldOf(f.Path), said.Errorf(f.Kind, f.Args...))
	}
	if e.Time > p.o.Latest {
		p.fault(p.dated(), said.New("is in the future; correct it, or the clock of this machine"))
		return
	}
	if !ok {
		return
	}
	at := p.at
	at.Line = p.row.Line
	if before, twice := p.seen[e.Occasion()]; twice {
		p.fault(drillpack.HandoffField, said.Errorf("is evaluated twice, of the same time, drill and evaluator: %s says it already; keep one of both", before))
		return
	}
	p.seen[e.Occasion()] = at
	p.Entries = append(p.Entries, e)
}

// fieldOf returns the column of a part of an entry.
func fieldOf(path string) drillpack.EvaluationField {
	switch path {
	case "/time":
		return drillpack.TimeField
	case "/outcome":
		return drillpack.OutcomeField
	case "/note":
		return drillpack.NoteField
	case "/number":
		return drillpack.NumberField
	case "/minutes":
		return drillpack.MinutesField
	case "/evaluator":
		return drillpack.EvaluatorField
	case "/finding":
		return drillpack.FindingField
	case "/owner":
		return drillpack.OwnerField
	case "/due":
		return drillpack.DueField
	}
	return drillpack.HandoffField
}

// carried takes what holds for the rows below as well: the date, the number of the drill
// and the evaluator.
func (p *page) carried() bool {
	ok := true
	if text := p.text(drillpack.DateField); text != "" {
		d, err := dayOf(text, p.since1904)
		if err != nil {
			p.fault(drillpack.DateField, err)
			ok = false
		} else {
			p.setDay(d.Format(time.DateOnly))
			p.written = d.minute
		}
	} else {
		p.written = -1
	}
	if text := p.text(drillpack.NumberField); text != "" {
		switch n, whole := wholeOf(text); {
		case !whole || n < 1 || n > drill.MaxNumber:
			p.fault(drillpack.NumberField, said.Errorf("is no number of a drill; use 1 to %d, or leave it out", drill.MaxNumber))
			ok = false
		case p.o.Number > 0 && n != p.o.Number:
			p.fault(drillpack.NumberField, said.Errorf("is another drill than --number %d; leave out one of both", p.o.Number))
			ok = false
		default:
			p.number = n
		}
	}
	if text := p.text(drillpack.EvaluatorField); text != "" {
		p.evaluator = text
	}
	return ok
}

// handoff finds which handoff the row is about.
func (p *page) handoff(e *drill.Entry) bool {
	flow := p.text(drillpack.FlowField)
	handoffs, known := p.declared[flow]
	if !known {
		p.fault(drillpack.FlowField, said.Errorf("is no flow of the dataset (%s); put back what the pack says", flagvalue.Nearest(flow, p.flows)))
		return false
	}
	label := p.text(drillpack.HandoffField)
	ends, declared := handoffs.named(label)
	if !declared {
		p.fault(drillpack.HandoffField, said.Errorf("is no handoff that the flow %q declares (%s); put back what the pack says", flow, flagvalue.Nearest(label, handoffs.labels)))
		return false
	}
	e.Flow, e.From, e.To = flow, ends[0], ends[1]
	return true
}

// outcome reads the outcome, by its word in any language.
func (p *page) outcome(e *drill.Entry) bool {
	text := p.text(drillpack.OutcomeField)
	outcome, known := p.words.outcomes[word(text)]
	switch {
	case text == "":
		p.fault(drillpack.OutcomeField, said.Errorf("is empty in a row that is filled in; write one of %s, or empty the row", p.words.choices))
	case !known:
		p.fault(drillpack.OutcomeField, said.Errorf("is no outcome; write one of %s", p.words.choices))
	}
	e.Outcome = outcome
	return known
}

// minutes reads the measured minutes.
func (p *page) minutes(e *drill.Entry) bool {
	text := p.text(drillpack.MinutesField)
	n, whole := wholeOf(text)
	if text != "" && (!whole || n < 1) {
		p.fault(drillpack.MinutesField, said.Errorf("is no number of minutes; use 1 to %d, 1 for less than a minute, or leave it out", drill.MaxMinutes))
		return false
	}
	e.Minutes = n
	return true
}

// due reads the day by which a finding is to be mended. It may be in the future.
func (p *page) due(e *drill.Entry) bool {
	text := p.text(drillpack.DueField)
	if text == "" {
		return true
	}
	d, err := dayOf(text, p.since1904)
	if err != nil {
		p.fault(drillpack.DueField, err)
		return false
	}
	e.Due = d.Format(time.DateOnly)
	return true
}

// wholeOf returns a whole number as people write it, with its unit.
func wholeOf(text string) (n int, ok bool) {
	m := whole().FindStringSubmatch(folded(text))
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil
}
