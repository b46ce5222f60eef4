package messages

import (
	"tasuki/analysis/escalation"
	"tasuki/render/document"
)

// Starts says of the paths of a flow with several starts where they begin; nothing of one
// with a single start.
func (p Printer) Starts(e escalation.Escalation) document.Phrase {
	f, _ := p.Graph.Flow(e.Flow)
	if len(f.Start) < 2 {
		return nil
	}
	said := p.Say("The flow has {1} starts: {2}.", len(f.Start), p.List(Each(f.Start, p.TaskID)))
	best := e.Best()
	switch {
	case best == nil:
		return said
	case len(e.Ladders) == 1:
		return p.Sentences(said, p.Say("The paths shown begin at {1} alone.", p.TaskID(best.Start)))
	}
	return p.Sentences(said, p.Say("The best path of all begins at {1}.", p.TaskID(best.Start)))
}
