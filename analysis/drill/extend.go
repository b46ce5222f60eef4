package drill

import (
	"bytes"

	"tasuki/graph/said"
)

// Extend returns the bytes of a record with further lines. The earlier ones must
// parse, and stay as they are; in CSV the heading gets the columns that it lacks. A record
// that has one of the entries already is not extended, which is a [Repeated]. Errors say the
// name of the record.
func Extend(name string, text []byte, format Format, more ...Entry) ([]byte, error) {
	record, err := Parse(name, format, text)
	if err != nil {
		return nil, said.Errorf("what it holds does not parse; correct it:\n%w", err)
	}
	if again := Repeats(record, more); len(again) > 0 {
		return nil, Repeated(again)
	}
	return extended(text, format, more)
}

// extended adds lines to a record that parses.
func extended(text []byte, format Format, more []Entry) ([]byte, error) {
	text = bytes.Clone(text)
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(text, '\n')
	}
	if len(bytes.Trim(text, "\ufeff \t\r\n")) == 0 {
		text = nil
	}
	if format == CSV {
		return extendedCSV(text, more)
	}
	for _, e := range more {
		line, err := e.Line(format, false)
		if err != nil {
			return nil, err
		}
		text = append(text, line...)
	}
	return text, nil
}

func extendedCSV(text []byte, more []Entry) ([]byte, error) {
	heading := basic
	for _, e := range more {
		if text == nil && e.extended() {
			heading = columns
		}
	}
	if text != nil {
		var err error
		if text, heading, err = widened(text, more); err != nil {
			return nil, err
		}
	}
	for _, e := range more {
		line, err := e.row(heading, len(text) == 0)
		if err != nil {
			return nil, err
		}
		text = append(text, line...)
	}
	return text, nil
}
