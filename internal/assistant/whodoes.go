package assistant

import (
	"context"

	"tasuki/analysis/placement"
	"tasuki/graph"
	"tasuki/graph/said"
)

// duty is who does a task.
type duty struct {
	Task   graph.Task          `json:"task"`
	Marks  []graph.Assignment  `json:"marks"`               // of every role, by role and organization
	Open   *placement.OpenLead `json:"open_lead,omitempty"` // who may lead it in another reading of its marks; null: that is certain
	Unread []graph.UnreadMark  `json:"unread,omitempty"`    // cells of its row that could not be read
}

// manyTasks is how many tasks one answer describes.
const manyTasks = 5

func (s *server) whoDoes() tool {
	return tool{
		name: "who_does", title: s.Plain("Who does a task"),
		says:   s.Plain("Who leads a task, supports it, answers for it and is informed: each mark with its certainty and with file, row and column of its source."),
		params: []param{{name: "task", kind: aText, says: s.Plain("The ID of the task, such as 3-12, or words of its name."), required: true}},
		run: func(_ context.Context, a arguments) (answer, error) {
			text := a.text("task")
			if len(text) > maxText {
				return answer{}, said.Errorf("the name of a %s has %d bytes, and may have %d; give its ID", aTask.word(), len(text), maxText)
			}
			ids := s.matching(aTask, text)
			if len(ids) == 0 {
				return answer{}, s.unknown(aTask, text)
			}
			return s.duties(ids), nil
		},
	}
}

// duties says who does tasks, the first of them.
func (s *server) duties(ids []string) answer {
	list, open := []duty{}, placement.OpenLeads(s.Graph)
	var out answer
	for _, id := range ids[:min(manyTasks, len(ids))] {
		at, _ := s.Graph.TaskIndex(id)
		d := duty{Task: s.Graph.Tasks()[at], Marks: []graph.Assignment{}}
		for _, m := range s.Graph.Assignments() {
			if m.Task == id {
				d.Marks = append(d.Marks, m)
			}
		}
		for _, u := range s.Graph.Unread() {
			if u.Task == id {
				d.Unread = append(d.Unread, u)
			}
		}
		if o, ok := open[id]; ok {
			d.Open = &o
		}
		list = append(list, d)
		out.lines = append(out.lines, s.dutyLines(d)...)
		out.rests.tasks = append(out.rests.tasks, id)
	}
	out.result = list
	if more := len(ids) - len(list); more > 0 {
		out.lines = append(out.lines, s.Count(more, "{1} more task has these words in its name: {2}", "{1} more tasks have these words in their names: {2}", s.described(aTask, ids[len(list):])))
	}
	return out
}

// dutyLines says who does a task, role by role.
func (s *server) dutyLines(d duty) []string {
	lines := []string{say(s.Task(d.Task.ID))}
	for _, r := range []graph.Role{graph.Lead, graph.Accountable, graph.Support, graph.Informed} {
		var who []string
		for _, m := range d.Marks {
			if m.Role != r {
				continue
			}
			name := say(s.Organization(m.Organization))
			switch {
			case m.Reading == graph.Uncertain && len(m.Alternatives) > 0:
				name = s.Plain("{1} (uncertain; else {2})", name, s.organizations(m.Alternatives))
			case m.Reading == graph.Uncertain:
				name = s.Plain("{1} (uncertain; else nobody)", name)
			case m.Reading == graph.Realigned:
				name = s.Plain("{1} (the mark had drifted)", name)
			}
			who = append(who, name)
		}
		switch {
		case len(who) > 0:
			lines = append(lines, "- "+s.Plain("{1}: {2}", s.Plain(string(r)), s.joined(who)))
		case r == graph.Lead:
			lines = append(lines, "- "+s.Plain("Nobody leads it."))
		}
	}
	return lines
}
