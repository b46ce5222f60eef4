package render

import "slices"

// figure is a drawing on the page.
type figure struct {
	Drawing
	ID    string
	Title string
	Alt   string
}

// figureID is the place of a drawing on the page, markupID that of its markup.
func figureID(d Drawing) string { return "drawing-" + suffix(d.File) }
func markupID(d Drawing) string { return figureID(d) + "-markup" }

// figures returns the drawings of one kind about one subject.
func (p reporter) figures(drawings []Drawing, kind DrawingKind, subject string) []block {
	var blocks []block
	for _, d := range drawings {
		if d.Kind == kind && d.Subject == subject {
			blocks = append(blocks, block{Figure: &figure{d, figureID(d), d.Title.In(p.lang), d.Alt.In(p.lang)}})
		}
	}
	return blocks
}

// placed reports whether the report has a place for a drawing.
func (p reporter) placed(d Drawing) bool {
	_, isFlow := p.g.Flow(d.Subject)
	return d.Subject == "" && slices.Contains([]DrawingKind{DependencyDrawing, ShareDrawing, LossDrawing}, d.Kind) ||
		isFlow && slices.Contains([]DrawingKind{FlowDrawing, LadderDrawing}, d.Kind)
}

// example is how flows are declared.
const example = `# flows.yaml
flows:
  - id: inquiry
    name: {en: Inquiry, ja: 問い合わせ}
    start: [TASK-1]
    goal: [TASK-3]
    handoffs:
      - {from: TASK-1, to: TASK-2, kind: report}
      - {from: TASK-2, to: TASK-3, kind: request}
`

// undeclared says what cannot be told, and how to declare what it needs.
func (p reporter) undeclared(why phrase) []block {
	return []block{
		{Text: why},
		{Text: p.say("Put the matrix into a folder, declare flows in a file beside it with the task IDs of the matrix, and make the report of the folder:")},
		{Code: example},
	}
}
