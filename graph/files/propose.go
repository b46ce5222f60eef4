package files

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"tasuki/graph"
	"tasuki/graph/files/schema"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/align"
	"tasuki/graph/matrix/formats"
	"tasuki/graph/matrix/propose"
	"tasuki/graph/matrix/table"
	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

// Propose returns a draft of a reading for the matrix at path, as YAML. With
// o.Reading it keeps that reading, its corrections apart, which it drafts anew.
func Propose(ctx context.Context, path string, o Options) ([]byte, error) {
	draft, err := draftReading(ctx, path, o)
	if err != nil {
		return nil, said.Errorf("proposing a reading for %q: %w", path, err)
	}
	draft.Matrix = filepath.Base(path)
	if draft.matrix.piped != nil { // which has no name
		draft.Matrix = ""
	}
	return encodeReading(draft.Reading)
}

func draftReading(ctx context.Context, path string, o Options) (readingFile, error) {
	in, isFolder, err := o.find(path)
	if err != nil {
		return readingFile{}, err
	}
	if isFolder || !isMatrix(in.path) {
		return readingFile{}, said.Errorf("it is no matrix; name a file that ends in one of %s", strings.Join(formats.Endings(), ", "))
	}
	if o.Reading == "" {
		r, err := proposeReading(ctx, in, o)
		if err != nil {
			return r, err
		}
		// What it takes for granted of the file shows when all of it is read.
		if account, err := r.scan(ctx, nil); err == nil {
			r.Assumptions = account.Assumptions
		}
		return r, nil
	}
	r, err := parseReading(input{path: o.Reading}, in, o)
	if err != nil {
		return readingFile{}, err
	}
	var rows []table.Row
	if err := r.withRows(ctx, func(all table.Rows) (err error) {
		rows, err = propose.Collect(ctx, all, r.Reading)
		return err
	}); err != nil {
		return readingFile{}, err
	}
	r.Rows = nil
	r.Reading = align.Align(rows, r.Reading)
	return r, nil
}

// proposeReading drafts a reading for a matrix that has none.
func proposeReading(ctx context.Context, in input, o Options) (readingFile, error) {
	if _, hasMatrix := handoffSheets(in, o.Sheet); !hasMatrix {
		return readingFile{}, errOnlyHandoffs
	}
	r := readingFile{matrix: in}
	err := in.use(r.limit(), func(f table.File) (err error) {
		r.Reading, err = propose.ProposeFile(ctx, f, filepath.Base(in.path), propose.ProposeOptions{Sheet: o.Sheet, Format: in.format()})
		return err
	})
	r.KeepUnread = r.KeepUnread && !o.Strict
	return r, err
}

// columnKey is a column number as a key, which reads as well without quotes.
var columnKey = pattern.Lazy(`^(\s*)"(\d+)":`)

// remarks stand above the keys of a drafted reading.
var remarks = map[string]string{
	"assumptions":   "What was taken for granted, each over its form. Delete what you have checked.",
	"organizations": "The parties. Give each a kind (client, vendor, incumbent), and names in ja and en.",
	"rules":         "How several marks in a row are meant; see docs/definitions.md.",
	"glyphs":        "What the marks mean.",
	"timings":       "The timing words.",
	"blocks":        "Where the task rows and their headings are, and which column is which organization.",
	"rows":          "Rows whose marks do not stand under their heading, and why they are read as they are.",
}

// rulesToDeclare stands where a reading would declare its rules. It declares none:
// only people know them, and what nobody declared must not look as if somebody had.
const rulesToDeclare = `
# How several marks in a row are meant; see docs/definitions.md. Nobody has declared
# it yet: ask the issuer, remove the # and keep one word of each.
# rules:
#   leads: each # or any: one of several leads suffices
#   support: none # or fallback: a supporter stands in for a lead that is missing
`

// encodeReading writes a reading as YAML with a remark above each part.
func encodeReading(r matrix.Reading) ([]byte, error) {
	text, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	var heads []string
	for _, n := range r.Assumptions {
		heads = append(heads, matrix.Fold(n.String()))
	}
	text, err = schema.ToYAML(text, "assumptions", heads)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString("# A proposed reading. Save it beside its matrix as NAME.reading.yaml and correct it.\n")
	for line := range strings.Lines(string(text)) {
		line = columnKey().ReplaceAllString(line, "$1$2:")
		key, _, _ := strings.Cut(line, ":")
		if key == "organizations" && r.Rules == (graph.Rules{}) {
			b.WriteString(rulesToDeclare)
		}
		if remark, ok := remarks[key]; ok {
			fmt.Fprintf(&b, "\n# %s\n", remark)
		}
		b.WriteString(line)
	}
	return b.Bytes(), nil
}
