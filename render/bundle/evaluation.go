package bundle

import (
	"bytes"
	"slices"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/answer"
	"tasuki/render/drillpack"
	"tasuki/render/messages"
	"tasuki/render/workbook"
)

// evaluationFiles makes the list that an evaluator fills in, as a workbook and as CSV. The
// CSV begins with a byte order mark: people open it in spreadsheet programs, which take it
// for another encoding otherwise.
func evaluationFiles(g *graph.Graph, plan drill.Plan, lang messages.Language) ([]File, error) {
	list := drillpack.Evaluation(g, plan, lang)
	text, err := answer.CSV(list.Columns, list.Rows)
	if err != nil {
		return nil, err
	}
	form := workbook.Form{Sheet: workbook.Sheet(list)}
	var outcomes []string
	for _, o := range drill.Outcomes() {
		outcomes = append(outcomes, drillpack.OutcomeWord(o, lang))
	}
	for i, f := range drillpack.EvaluationFields() {
		switch f {
		case drillpack.OutcomeField:
			form.Choices = append(form.Choices, workbook.Choice{Column: i, Values: outcomes})
			form.Blanks = append(form.Blanks, workbook.Blank{Column: i, Format: "@", Width: 16})
		case drillpack.DateField, drillpack.DueField:
			form.Blanks = append(form.Blanks, workbook.Blank{Column: i, Format: "yyyy-mm-dd", Width: 12})
		case drillpack.TimeField:
			form.Blanks = append(form.Blanks, workbook.Blank{Column: i, Format: "hh:mm", Width: 10})
		case drillpack.MinutesField, drillpack.NumberField:
			form.Blanks = append(form.Blanks, workbook.Blank{Column: i, Format: "0", Width: 10})
		case drillpack.NoteField, drillpack.FindingField:
			form.Blanks = append(form.Blanks, workbook.Blank{Column: i, Format: "@", Width: 32})
		case drillpack.OwnerField, drillpack.EvaluatorField:
			form.Blanks = append(form.Blanks, workbook.Blank{Column: i, Format: "@", Width: 16})
		}
	}
	var book bytes.Buffer
	if err := workbook.WriteForm(&book, form); err != nil {
		return nil, err
	}
	return []File{{Name: "evaluation.xlsx", Data: book.Bytes()}, {Name: "evaluation.csv", Data: slices.Concat([]byte("\ufeff"), text)}}, nil
}
