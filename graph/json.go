package graph

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"unicode/utf8"

	"tasuki/graph/jsonscan"
	"tasuki/graph/said"
)

// JSONLine returns v as JSON on one line, without escapes that only HTML needs.
func JSONLine(v any) ([]byte, error) {
	text, err := plainJSON(v, "")
	return bytes.TrimSuffix(text, []byte("\n")), err
}

// JSONText returns v as JSON for people to read: indented, without escapes that only
// HTML needs.
func JSONText(v any) ([]byte, error) { return plainJSON(v, "  ") }

func plainJSON(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	err := enc.Encode(v)
	return b.Bytes(), err
}

// Encode writes d as canonical JSON: one line, lists in the order of
// [Dataset.Canonical], keys in the order of the types. Equal facts give equal
// bytes, and Decode(Encode(d)) equals d.Canonical().
func Encode(w io.Writer, d Dataset) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(d.Canonical()); err != nil {
		return said.Errorf("encoding dataset: %w", err)
	}
	return nil
}

// Decode reads a dataset from JSON, canonical or not. A key that no dataset
// has or that stands twice, anything after the dataset, bytes that are no UTF-8, and
// more than the limits beside [MaxOrganizations] are errors; the facts themselves are
// checked by [New]. What does not say how it is read is read as printed.
func Decode(r io.Reader) (Dataset, error) {
	var d Dataset
	data, err := io.ReadAll(r)
	if err != nil {
		return Dataset{}, said.Errorf("reading dataset: %w", err)
	}
	line := 0
	for text := range bytes.Lines(data) {
		// The decoder would put U+FFFD in the place of what it cannot read.
		if line++; !utf8.Valid(text) {
			return Dataset{}, said.Errorf("decoding dataset: line %d is not valid UTF-8; save the file as UTF-8", line)
		}
	}
	if err := jsonscan.Check(data, jsonLimits); err != nil {
		return Dataset{}, said.Errorf("decoding dataset: %w", err)
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		line := 1 + bytes.Count(data[:min(int(dec.InputOffset()), len(data))], []byte("\n"))
		return Dataset{}, said.Errorf("decoding dataset near line %d: %w", line, err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return Dataset{}, said.Errorf("decoding dataset: more data after its end; one file holds one dataset")
	}
	d.ReadAsPrinted()
	return d, nil
}

// ReadAsPrinted fills in the reading of assignments and supplies that have none: who
// writes facts down by hand has no mark that could have drifted.
func (d *Dataset) ReadAsPrinted() {
	for i := range d.Assignments {
		d.Assignments[i].Reading = cmp.Or(d.Assignments[i].Reading, Printed)
	}
	for i := range d.Supplies {
		d.Supplies[i].Reading = cmp.Or(d.Supplies[i].Reading, Printed)
	}
}

// MaxJSONBytes is how large the JSON of a dataset may be.
const MaxJSONBytes = 64 << 20

var jsonLimits = jsonscan.Limits{Bytes: MaxJSONBytes, Text: MaxText, Inner: MaxHandoffs + MaxIDs, List: maxJSONList}

// maxJSONList returns the limit of the list of a dataset that a key names.
func maxJSONList(key string) int {
	switch key {
	case "organizations":
		return MaxOrganizations
	case "tasks":
		return MaxTasks
	case "assignments":
		return MaxAssignments
	case "handoffs":
		return MaxHandoffs
	case "flows":
		return MaxFlows
	case "supplies":
		return MaxSupplies
	}
	return MaxTerms
}
