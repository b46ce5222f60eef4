package answer

import "bytes"

// CSV returns a table as CSV in which no cell is a formula.
func CSV(columns []string, rows [][]any) ([]byte, error) {
	var b bytes.Buffer
	a := NewAnswer(&b, AnswerCSV)
	if err := a.Columns(columns); err != nil {
		return nil, err
	}
	for _, row := range rows {
		if err := a.Row(row); err != nil {
			return nil, err
		}
	}
	err := a.Close()
	return b.Bytes(), err
}
