package report

import (
	"slices"

	"tasuki/render/document"
	"tasuki/render/messages"
)

// placed reports whether the report has a place for a drawing.
func placed(p messages.Printer, d document.Drawing) bool {
	_, isFlow := p.Graph.Flow(d.Subject)
	return d.Subject == "" && slices.Contains([]document.DrawingKind{document.DependencyDrawing, document.ShareDrawing, document.LossDrawing, document.MatrixDrawing, document.SuppliesDrawing}, d.Kind) ||
		isFlow && slices.Contains([]document.DrawingKind{document.FlowDrawing, document.LadderDrawing, document.ObservedDrawing}, d.Kind)
}
