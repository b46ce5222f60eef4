package files

import (
	"bytes"
	"io"
	"slices"

	"tasuki/graph/matrix/formats"
	"tasuki/graph/matrix/table"
	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

// Stdin is the path that stands for a dataset that is piped in: Options.Piped.
const Stdin = "-"

// maxPiped is the most bytes that may be piped in. They are kept, since some datasets
// are read more than once.
const maxPiped = 64 << 20

// Piped is a dataset that was piped in.
type Piped struct {
	name  string       // its ending says what it is
	table table.Format // of a table, where its user names it
	data  []byte
}

// PipedFormats lists the formats in which a dataset may be piped in.
func PipedFormats() []string { return append(formats.Names(), "yaml", "json", "bpmn", "archimate") }

// ReadPiped reads a dataset from r: in one of [PipedFormats], or, when the format is
// empty, in the one that its content looks like.
func ReadPiped(r io.Reader, format string) (*Piped, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxPiped+1))
	switch {
	case err != nil:
		return nil, said.Errorf("reading standard input: %w", err)
	case len(data) > maxPiped:
		return nil, said.Errorf("reading standard input: it has more than %d bytes, the most that may be piped in; save it as a file and name that", maxPiped)
	case len(bytes.TrimSpace(data)) == 0:
		return nil, said.New("reading standard input: it is empty; pipe a matrix or a dataset in, or name one")
	}
	found := format == ""
	if found {
		format = formatOf(data)
	}
	// Opening what nobody asked for by name says how to save it.
	if name := "stdin." + format; !slices.Contains(PipedFormats(), format) && !(found && isMatrix(name)) {
		return nil, said.Errorf("reading standard input: %q is no format; use one of %v", format, PipedFormats())
	}
	p := &Piped{name: "stdin." + format, data: data}
	if !found && isMatrix(p.name) {
		p.table = table.Format(format)
	}
	return p, nil
}

// yamlStart is how the first line of YAML with the keys of a dataset looks.
var yamlStart = pattern.Lazy(`^(?:\x{FEFF}|\s|#[^\n]*\n|---[^\n]*\n|%[^\n]*\n)*[a-z_]+:(?:\s|$)`)

// frontMatter is the YAML that a Markdown text may begin with.
var frontMatter = pattern.Lazy(`^---[ \t]*\r?\n(?s:.*?)\n---[ \t]*\r?\n`)

// formatOf returns the format that content looks like. One that looks like nothing
// else is a table.
func formatOf(data []byte) string {
	head := data[:min(len(data), 64<<10)]
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	shown := string(formats.Recognize(head))
	model, isModel := modelIn(head)
	switch {
	case isModel:
		return model.name
	case bytes.HasPrefix(text, []byte("{")):
		return "json"
	case yamlStart().Match(head) && !(shown == "markdown" && frontMatter().Match(text)):
		return "yaml"
	case shown != "":
		return shown
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "xlsx" // which says what is wrong
	case bytes.Count(head, []byte("\t")) > bytes.Count(head, []byte(",")):
		return "tsv"
	}
	return "csv"
}

// IsJSON reports whether the dataset at path is canonical JSON, which holds what is
// known of its matrices.
func (o Options) IsJSON(path string) bool { return isJSON(o.given(path).path) }

// given returns the input that the user has called path.
func (o Options) given(path string) input {
	if path == Stdin && o.Piped != nil {
		return input{path: o.Piped.name, piped: o.Piped}
	}
	return input{path: path}
}

// format returns the format of a table that the user has named, if any.
func (in input) format() table.Format {
	if in.piped == nil {
		return ""
	}
	return in.piped.table
}
