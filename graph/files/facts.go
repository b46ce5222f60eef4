package files

import (
	"path/filepath"

	"tasuki/graph"
	"tasuki/graph/files/schema"
	"tasuki/graph/matrix/table"
	"tasuki/graph/minutes"
)

// yamlFacts are the keys of a dataset file.
type yamlFacts struct {
	graph.Dataset
	Names   nameTables      `json:"names"`
	Minutes []minutes.Entry `json:"minutes"`
}

func loadYAML(in input) (part, error) {
	if isNumbers(in.path) {
		return part{}, errNumbers(in.path)
	}
	text, err := in.read(schema.MaxBytes)
	if err != nil {
		return part{}, err
	}
	doc := schema.Parse(filepath.Base(in.path), text)
	if holdsNumbers(doc) {
		return part{}, errNumbers(in.path)
	}
	faults := doc.Check("dataset")
	var facts yamlFacts
	switch err := doc.Decode(&facts); {
	case err != nil && len(faults) > 0:
		return part{}, faults
	case err != nil:
		return part{}, err
	}
	facts.ReadAsPrinted()
	return part{doc: doc, facts: facts.Dataset, names: facts.Names, minutes: facts.Minutes, faults: faults}, nil
}

func loadJSON(in input) (part, error) {
	var d graph.Dataset
	err := in.use(graph.MaxJSONBytes, func(f table.File) (err error) {
		d, err = graph.Decode(f)
		return err
	})
	return part{facts: d}, err
}
