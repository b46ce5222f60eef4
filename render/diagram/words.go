package diagram

import (
	"tasuki/graph"
	"tasuki/render/messages"
)

// NameOfMark says what a mark stands for.
func NameOfMark(m Mark, lang messages.Language) string {
	switch m {
	case StartMark:
		return lang.Plain("start")
	case GoalMark:
		return lang.Plain("goal")
	case SPOFMark:
		return lang.Plain("single point of failure (thick border)")
	case WorstMark:
		return lang.Plain("single point of failure of the most flows (thick border in colour)")
	case BottleneckMark:
		return lang.Plain("bottleneck")
	case DifferMark:
		return lang.Plain("supplied by different parties")
	case UncertainMark:
		return lang.Plain("organization read with uncertainty")
	}
	return ""
}

// NameOfClass says what a box stands for; nothing where its text does.
func NameOfClass(c Class, lang messages.Language) string {
	switch c {
	case TaskNode:
		return lang.Plain("task, in the lane of its lead")
	case JointNode:
		return lang.Plain("a further lead of the task in this row")
	case CandidateNode:
		return lang.Plain("may lead the task in this row instead: its mark is uncertain")
	case RungNode:
		return lang.Plain("level, with its tasks")
	case SameRungNode:
		return lang.Plain("level of the shortest path too")
	case ClientNode:
		return lang.Plain(string(graph.Client))
	case VendorNode:
		return lang.Plain(string(graph.Vendor))
	case IncumbentNode:
		return lang.Plain(string(graph.Incumbent))
	case UnknownKindNode:
		return lang.Plain("kind unknown")
	case AllGate:
		return lang.Plain("all branches, but for optional ones: where they part, and where they meet")
	case ChoiceGate:
		return lang.Plain("one of the alternatives")
	case LeadCell:
		return lang.Plain(string(graph.Lead))
	case AccountableCell:
		return lang.Plain(string(graph.Accountable))
	case SupportCell:
		return lang.Plain(string(graph.Support))
	case InformedCell:
		return lang.Plain(string(graph.Informed))
	}
	return ""
}
