package files

import (
	"os"
	"path/filepath"

	"tasuki/graph"
)

// yamlFacts are the keys of a dataset file.
type yamlFacts struct {
	graph.Dataset
	Names nameTables `json:"names"`
}

func loadYAML(path string) (part, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return part{}, err
	}
	doc := parse(filepath.Base(path), text)
	faults := doc.check("dataset")
	var facts yamlFacts
	switch err := doc.decode(&facts); {
	case err != nil && len(faults) > 0:
		return part{}, faults
	case err != nil:
		return part{}, err
	}
	return part{doc: doc, facts: facts.Dataset, names: facts.Names, faults: faults}, nil
}

func loadJSON(path string) (part, error) {
	f, err := os.Open(path)
	if err != nil {
		return part{}, err
	}
	defer f.Close()
	d, err := graph.Decode(f)
	if err != nil {
		return part{}, err
	}
	return part{facts: d}, nil
}
