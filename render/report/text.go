package report

import (
	"io"

	"tasuki/analysis"
	"tasuki/analysis/bottleneck"
	"tasuki/analysis/escalation"
	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/render/document/text"
	"tasuki/render/messages"
	"tasuki/render/report/grounds"
	"tasuki/render/report/ladder"
	"tasuki/render/report/section"
)

// The texts below are what the report says of one kind of result, as plain text
// for a terminal. They hold no control character but the newline, since no
// dataset that graph.New accepts holds any. Errors are those of w.

// BottleneckText writes the ranking of organizations and what it rests on.
func BottleneckText(w io.Writer, g *graph.Graph, b bottleneck.Bottleneck, lang messages.Language) error {
	return text.WriteText(w, section.Bottleneck(messages.Printer{Graph: g, Language: lang}, b))
}

// LossText writes what the loss of each organization does, and of several. Of
// losses, it needs the one that is in force; another with the other lead rule
// stands beside it.
func LossText(w io.Writer, g *graph.Graph, l loss.LossResult, lang messages.Language) error {
	return text.WriteText(w, section.Losses(messages.Printer{Graph: g, Language: lang}, l))
}

// SPOFText writes single points of failure with their witnesses.
func SPOFText(w io.Writer, g *graph.Graph, points spof.PointsOfFailure, lang messages.Language) error {
	return text.WriteText(w, section.Spofs(messages.Printer{Graph: g, Language: lang}, points, nil))
}

// EscalationText writes whom to call now, in a line, and then the ladders of flows.
func EscalationText(w io.Writer, g *graph.Graph, list []escalation.Escalation, lang messages.Language) error {
	return text.WriteText(w, ladder.EscalationsAnswered(messages.Printer{Graph: g, Language: lang}, list))
}

// ConcentrationText writes how the lead is spread, and how much depends on those
// who are hard to replace.
func ConcentrationText(w io.Writer, g *graph.Graph, c analysis.ConcentrationReview, lang messages.Language) error {
	return text.WriteText(w, section.Concentration(messages.Printer{Graph: g, Language: lang}, c.Scopes, c.Providers, c.Criticality))
}

// CertaintyText writes which conclusions depend on uncertain marks, and which on inferred
// handoffs.
func CertaintyText(w io.Writer, g *graph.Graph, c analysis.CertaintyReview, lang messages.Language) error {
	p := messages.Printer{Graph: g, Language: lang}
	return text.WriteText(w, append(section.Certainties(p, c.Certainties), grounds.Counted(p, c.Inference)...))
}

// FindingsText writes findings by severity, with the commands that reproduce them where the
// facts are those of a server that can be asked.
func FindingsText(w io.Writer, g *graph.Graph, list []findings.Finding, asked bool, lang messages.Language) error {
	return text.WriteText(w, FindingBlocks(messages.Printer{Graph: g, Language: lang, Asked: asked}, list))
}

// AccountText writes what became of the rows and marks of an import, and the names of
// files that are not read. It takes the names of organizations from g.
func AccountText(w io.Writer, g *graph.Graph, a graph.Account, notRead []string, lang messages.Language) error {
	p := messages.Printer{Graph: g, Language: lang}
	return text.WriteText(w, append(account(p, a), unread(p, notRead)...))
}
