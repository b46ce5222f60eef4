package form

import (
	"bytes"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/answer"
	"tasuki/render/messages"
	"tasuki/render/workbook"
)

// errFewTasks says that there is nothing to hand over.
var errFewTasks = said.New("a handoff joins two tasks, and the dataset has fewer; name one with tasks")

// Handoffs returns the table of handoffs between the tasks of g, to be filled in. Its
// one row shows how, with tasks of g; it says that it is an example, and is not read as
// a handoff.
func Handoffs(g *graph.Graph, lang messages.Language) (workbook.Form, error) {
	tasks := graph.AsListed(g.Tasks())
	if len(tasks) < 2 {
		return workbook.Form{}, errFewTasks
	}
	labels := make([]string, len(tasks))
	for i, t := range tasks {
		labels[i] = t.Label(lang.Lang)
	}
	var kinds []string
	for _, kind := range graph.Words("handoff kind") {
		kinds = append(kinds, lang.Plain(kind))
	}
	yesOrNo := []string{lang.Plain("Yes"), lang.Plain("No")}
	sheet := workbook.Sheet{
		Name: lang.Plain("Handoffs"),
		Columns: []string{
			lang.Plain("Flow"), lang.Plain("From"), lang.Plain("To"), lang.Plain("Kind"), lang.Plain("What is handed over"), lang.Plain("Minutes"), lang.Plain("Basis"), lang.Plain("Inferred"),
			lang.Plain("Branch"), lang.Plain("When"), lang.Plain("Optional"),
		},
		Rows: [][]any{{
			lang.Plain("(example) name of the flow; a row that begins so is not read"), labels[0], labels[1], kinds[0],
			lang.Plain("what the first task gives to the second"), 30, lang.Plain("what says so"), lang.Plain("No"), "", "", lang.Plain("No"),
		}},
	}
	return workbook.Form{Sheet: sheet, Choices: []workbook.Choice{
		{Column: 1, Values: labels}, {Column: 2, Values: labels}, {Column: 3, Values: kinds}, {Column: 7, Values: yesOrNo}, {Column: 10, Values: yesOrNo},
	}}, nil
}

// Encode returns a table as a workbook or, when its file ends in .csv, as CSV, which has
// no lists to choose from.
func Encode(f workbook.Form, asCSV bool) ([]byte, error) {
	if asCSV {
		return answer.CSV(f.Columns, f.Rows)
	}
	var b bytes.Buffer
	err := workbook.WriteForm(&b, f)
	return b.Bytes(), err
}
