package drill

import (
	"bytes"

	"tasuki/graph/said"
)

// Extend returns the bytes of a record with one more line. The earlier ones must
// parse; errors say the name of the record.
func Extend(name string, text []byte, format Format, e Entry) ([]byte, error) {
	if _, err := Parse(name, format, text); err != nil {
		return nil, said.Errorf("what it holds does not parse; correct it:\n%w", err)
	}
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(text, '\n')
	}
	if len(bytes.Trim(text, "\ufeff \t\r\n")) == 0 {
		text = nil
	}
	line, err := e.Line(format, len(text) == 0)
	return append(text, line...), err
}
