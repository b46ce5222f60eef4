package grounds

import (
	"tasuki/analysis/flow"
	"tasuki/analysis/spof"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Left names what is left of a flow: a way or, where branches run side by side, the
// handoffs of a solution.
func Left(p messages.Printer, r flow.Remaining) document.Phrase {
	if len(r.Handoffs) == 0 {
		return p.Way(r.Way)
	}
	return p.List(messages.Each(r.Handoffs, func(h flow.TaskHandoff) document.Phrase { return p.Way([]string{h.From, h.To}) }))
}

// LeftTasks names what is left of a flow of which only the tasks are at hand.
func LeftTasks(p messages.Printer, s spof.FlowSPOF, tasks []string) document.Phrase {
	if s.Splits {
		return taskList(p, tasks)
	}
	return p.Way(tasks)
}

// Reaches names the tasks that work still reaches, and the branches that fail there.
func Reaches(p messages.Printer, s flow.Stopped) document.Phrase {
	said := taskList(p, s.Reached)
	for _, x := range s.Stuck {
		branch := p.Say("; {1} also needs {2}", p.TaskID(x.Task), Alternatives(p, x.Next, p.TaskID))
		said = append(said, branch...)
	}
	return said
}

// Alternatives names tasks of which one is enough.
func Alternatives(p messages.Printer, ids []string, name func(id string) document.Phrase) document.Phrase {
	var all document.Phrase
	for i, id := range ids {
		if i > 0 {
			all = append(all, p.Say(" or ")...)
		}
		all = append(all, name(id)...)
	}
	return all
}

// SplitNote says what a way is in a flow that splits.
func SplitNote(p messages.Printer, s spof.FlowSPOF) document.Phrase {
	if !s.Splits {
		return nil
	}
	return p.Say("Some tasks need all of their branches, so one way to a goal is not enough: what is left here is a solution, in which each branch that a task needs comes to a goal.")
}

// SplitCut says how many tasks between the ends it takes to stop a flow that splits.
func SplitCut(p messages.Printer, s spof.FlowSPOF) document.Phrase {
	switch {
	case s.Cut == nil:
		return p.Say("The tasks {1} are enough, all of them at the ends, so no loss of tasks between the ends can stop the flow.", taskList(p, s.Direct))
	case s.Cut.Size.Upper < 2:
		return p.Say("One missing task is enough to stop the flow.")
	case !s.Cut.Size.Exact:
		return p.Say("It takes at least {1} tasks between the ends to stop the flow, and these {2} are enough: {3}.", s.Cut.Size.Lower, s.Cut.Size.Upper, p.List(messages.Each(s.Cut.Tasks, p.Task)))
	}
	return p.Say("No single task between the ends stops the flow, but these {1} together do: {2}.", len(s.Cut.Tasks), p.List(messages.Each(s.Cut.Tasks, p.Task)))
}

// taskList lists tasks by number.
func taskList(p messages.Printer, ids []string) document.Phrase {
	if len(ids) == 0 {
		return p.Say("none")
	}
	return p.List(messages.Each(ids, p.TaskID))
}
