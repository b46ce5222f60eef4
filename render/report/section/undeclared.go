package section

import (
	"tasuki/render/document"
	"tasuki/render/messages"
)

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

// Undeclared says what cannot be told, and how to declare what it needs.
func Undeclared(p messages.Printer, why document.Phrase) []document.Block {
	return []document.Block{
		{Text: why},
		{Text: p.Say("Put the matrix into a folder, declare flows in a file beside it with the task IDs of the matrix, and make the report of the folder:")},
		{Code: example},
	}
}
