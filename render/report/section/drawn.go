package section

import (
	"tasuki/render/document"
	"tasuki/render/messages"
)

// FlowFigures returns a drawing of a flow, or says that the report has none of it.
func FlowFigures(p messages.Printer, drawings []document.Drawing, kind document.DrawingKind, flow string) []document.Block {
	figures := p.Figures(drawings, kind, flow)
	if len(figures) == 0 && len(drawings) > 0 {
		return []document.Block{{Note: p.Say("This flow is not drawn here. A report draws flows of at most {1} tasks and handoffs, in the order of their IDs, with at most {2} together. tasuki draw draws any.", document.MostDrawn, document.MostDrawnTogether)}}
	}
	return figures
}
