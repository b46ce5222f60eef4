package messages

import (
	"fmt"

	"tasuki/render/messages/catalogue"
)

// Why says in one line why the findings of a rule matter.
func (p Printer) Why(rule string) string {
	for _, form := range []string{whyFlows(rule), whyLeads(rule), whyMarks(rule), whyContacts(rule)} {
		if form != "" {
			return p.Plain(form)
		}
	}
	panic(fmt.Sprintf("messages: nothing says why the rule %q matters", rule))
}

func whyFlows(rule string) string {
	switch rule {
	case "bottleneck":
		return catalogue.Key("Most work waits for one organization: when it is late or gone, most else is too.")
	case "flow-stopped-by-organization":
		return catalogue.Key("A procedure that one absence stops is not available when it is needed.")
	case "flow-stopped-by-task":
		return catalogue.Key("There is no way round these tasks: each of them must succeed, whoever leads it.")
	case "handoff-to-nobody":
		return catalogue.Key("Work is handed to a task on which nobody has a mark, and stays there.")
	case "dead-end":
		return catalogue.Key("Work that comes here never reaches a goal of its procedure.")
	case "no-flows":
		return catalogue.Key("Without a declared flow nobody can say what an absence stops, or whom to call next.")
	}
	return ""
}

func whyLeads(rule string) string {
	switch rule {
	case "task-without-lead":
		return catalogue.Key("Nobody answers for the task, so it is done by chance or not at all.")
	case "lead-limit":
		return catalogue.Key("So large a share in one hand is hard to watch, to negotiate about and to replace.")
	case "joint-lead-undeclared":
		return catalogue.Key("Each lead may take the other to be acting, and a loss weighs more or less than it seems.")
	case "both-marks":
		return catalogue.Key("Who supports its own lead is no second pair of hands: the task has less cover than it shows.")
	case "several-accountable":
		return catalogue.Key("Where several answer for a task, each can point to the other.")
	case "rules-undeclared":
		return catalogue.Key("What a loss does hangs on rules that nobody has stated.")
	}
	return ""
}

func whyContacts(rule string) string {
	switch rule {
	case "no-night-contact":
		return catalogue.Key("A fault of the highest tier does not wait for the morning.")
	case "escalation-circle":
		return catalogue.Key("When nobody answers, the calls come back to where they began, and go to nobody else.")
	case "level-reaches-more":
		return catalogue.Key("Each level should be fewer people with more to decide; more people later means that the first were too few.")
	case "shared-deputy":
		return catalogue.Key("One post cannot stand in for several at the same time.")
	}
	return ""
}

func whyMarks(rule string) string {
	switch rule {
	case "no-supporter":
		return catalogue.Key("When the lead is out, nobody else knows the task.")
	case "too-many-supporters":
		return catalogue.Key("So many supporters must be coordinated, and each may leave the work to the others.")
	case "organization-without-marks":
		return catalogue.Key("It is named and has nothing to do: either its marks are missing or it is not part of this work.")
	case "unknown-timing":
		return catalogue.Key("How often the task comes up is unknown, and so is how much of the year it weighs.")
	case "uncertain-marks":
		return catalogue.Key("Conclusions that hang on these marks can turn out otherwise.")
	}
	return ""
}
