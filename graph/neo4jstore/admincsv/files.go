package admincsv

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/neo4jstore/model"
	"tasuki/graph/said"
)

// File is a file of the folder that the tool is run in.
type File struct {
	Name string
	Data []byte
}

// The files beside those of nodes and of relationships.
const (
	Arguments = "import.args"   // what the tool is told, a file of arguments
	Statement = "schema.cypher" // constraints and indexes, for after the import
)

// Files returns the files of the dataset called name: one for each label and for each
// type of relationship between two labels that the dataset has, [Arguments] and
// [Statement]. They name one another without a folder. Equal datasets give equal files,
// since what only a server knows, such as the time of a load, is not in them.
//
// It fails when there is no name, and when a list holds what the tool could not tell
// apart: an empty text, or each of the characters that may part elements. Time and
// memory are in proportion to the text of the dataset.
func Files(name string, d graph.Dataset) ([]File, error) {
	if name == "" {
		return nil, said.New("a dataset in a database needs a name")
	}
	hash, err := graph.Hash(d)
	if err != nil {
		return nil, err
	}
	facts, err := model.Take(d.Canonical())
	if err != nil {
		return nil, err
	}
	shapes := model.Shapes()
	w := &writer{dataset: name, content: hash, facts: facts}
	if w.between, err = separator(facts, shapes); err != nil {
		return nil, err
	}
	var files []File
	for _, s := range shapes {
		if s.Count(facts) > 0 {
			files = append(files, w.file(s))
		}
	}
	return append(files, File{Arguments, w.arguments()}, File{Statement, statements(shapes)}), nil
}

// fileOf names the file of a shape.
func fileOf(s *model.Shape) string {
	if s.IsNode() {
		return s.Kind + ".csv"
	}
	return s.From + "-" + s.Kind + "-" + s.To + ".csv"
}

// least is the size of the buffer, in bytes, that the tool reads into unless it is told
// otherwise. The largest value must fit.
const least = 4 << 20

// arguments returns what the tool is told, an argument a line. What it would otherwise
// pass over, a fact that is there twice or an end that is missing, is an error.
func (w *writer) arguments() []byte {
	list := append(w.inputs, fmt.Sprintf("--array-delimiter=U+%04X", w.between), "--id-type=string", "--bad-tolerance=0", "--strict=true")
	if w.lines {
		list = append(list, "--multiline-fields=true")
	}
	if need := 2 * w.largest; need > least {
		list = append(list, fmt.Sprintf("--read-buffer-size=%d", need))
	}
	return []byte(strings.Join(list, "\n") + "\n")
}

// statements returns the statements of the schema, each on a line, by name.
func statements(shapes []*model.Shape) []byte {
	var b bytes.Buffer
	schema := model.Schema(shapes)
	for _, name := range slices.Sorted(maps.Keys(schema)) {
		fmt.Fprintf(&b, "%s;\n", schema[name])
	}
	return b.Bytes()
}
