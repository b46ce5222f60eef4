package report

import (
	"tasuki/analysis/findings"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// nextStep says what to do about a finding.
func nextStep(p messages.Printer, f findings.Finding) document.Phrase {
	who := p.Subject(f.Subject)
	switch f.Rule {
	case "bottleneck":
		return p.Say("Agree who else can take a part of the work of {1}, beginning with the tasks given as evidence.", who)
	case "flow-stopped-by-organization":
		if f.Severity == findings.Low {
			return p.Say("Agree who reports or receives in place of {1}: only where these flows start or end depends on it.", who)
		}
		return p.Say("Name another organization that can take over what these flows lose with {1}, then drill one of them without it.", who)
	case "task-without-lead":
		return p.Say("Decide who leads each of these tasks, and mark it in the matrix.")
	case "lead-limit":
		return p.Say("Give some of these tasks to another lead, or accept the share in writing and set --lead-limit to what was accepted.")
	case "flow-stopped-by-task":
		return p.Say("For each of these tasks agree on a way round it and declare it as a handoff, or keep a second lead ready for it.")
	case "joint-lead-undeclared":
		return p.Say("Ask the issuer whether one lead is enough, and declare leads under rules.")
	case "both-marks":
		return p.Say("Ask the issuer which of the two marks is meant, and correct the other.")
	case "handoff-to-nobody":
		return p.Say("Name a lead for each of these tasks, or hand the work to another task.")
	case "dead-end":
		return p.Say("Declare where work goes on from each of these tasks, or make it a goal of {1}.", who)
	}
	return lesserStep(p, f.Rule)
}

// lesserStep says what to do about findings that stop no work.
func lesserStep(p messages.Printer, rule string) document.Phrase {
	switch rule {
	case "no-night-contact":
		return p.Say("Agree on a post that is called at night, or on a deputy for it, and declare its hours.")
	case "escalation-circle":
		return p.Say("Let the last of them escalate to somebody outside of the circle, or to nobody.")
	case "level-reaches-more":
		return p.Say("Move posts to the level before, or ask whether all of them must be called there.")
	case "shared-deputy":
		return p.Say("Name another deputy for all of these posts but one.")
	case "no-supporter":
		return p.Say("Name a supporter, first for those that every way of a flow passes.")
	case "too-many-supporters":
		return p.Say("Ask each supporter what it does there, and keep those who are called.")
	case "several-accountable":
		return p.Say("Agree which one of them answers for each of these tasks.")
	case "organization-without-marks":
		return p.Say("Ask the issuer whether it has a part in the work; settle the uncertain marks that may be its own first.")
	case "unknown-timing":
		return p.Say("Declare the timing, first for tasks of the organization with most work.")
	case "uncertain-marks":
		return p.Say("Have the issuer confirm these marks, first those on which a conclusion depends.")
	case "rules-undeclared":
		return p.Say("Declare leads and support under rules.")
	case "no-flows":
		return p.Say("Declare one flow from its start to its goal, beginning with the fault that would hurt most.")
	}
	return document.Words(messages.Unknown)
}
