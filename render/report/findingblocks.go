package report

import (
	"tasuki/analysis/findings"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// FindingBlocks lists findings by severity, each with what to do next. All but the
// severest are shown on demand.
func FindingBlocks(p messages.Printer, list []findings.Finding) []document.Block {
	return findingBlocks(p, list)
}
