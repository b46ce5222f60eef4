package files

import (
	"errors"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/graph/archimate"
	"tasuki/graph/bpmn"
)

// modelFormat is a notation for models of processes, or of enterprises.
type modelFormat struct {
	name  string // its ending, too
	space string // a namespace that its files name in their root
	read  func(file string, text []byte, taken func(id string) bool) (graph.Dataset, error)
}

// modelFormats lists the notations that datasets are read from.
func modelFormats() []modelFormat {
	return []modelFormat{
		{"bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL", bpmn.Read},
		{"archimate", "http://www.archimatetool.com/archimate", archimate.Read},
		{"archimate", "http://www.opengroup.org/xsd/archimate/3.0/", archimate.Read},
	}
}

// maxHead is how much of a file is looked at to recognize it.
const maxHead = 16 << 10

// isText reports whether a character is neither white space nor a byte order mark, whose
// bytes are no character where the file is in UTF-16.
func isText(r rune) bool {
	return r != '\ufeff' && r != utf8.RuneError && !unicode.IsSpace(r)
}

// modelIn returns the notation of XML that begins so.
func modelIn(head []byte) (modelFormat, bool) {
	text := strings.ReplaceAll(string(head[:min(len(head), maxHead)]), "\x00", "") // of UTF-16 every other byte
	if at := strings.Index(text, "<"); at < 0 || strings.ContainsFunc(text[:at], isText) {
		return modelFormat{}, false
	}
	for _, f := range modelFormats() {
		if strings.Contains(text, f.space) {
			return f, true
		}
	}
	return modelFormat{}, false
}

// model returns the notation of a file: by its ending, or of XML by what it says.
func (in input) model() (modelFormat, bool) {
	ending := strings.TrimPrefix(extension(in.path), ".")
	for _, f := range modelFormats() {
		if f.name == ending {
			return f, true
		}
	}
	if ending != "xml" {
		return modelFormat{}, false
	}
	text, err := in.read(maxOther)
	if err != nil {
		return modelFormat{}, false
	}
	return modelIn(text)
}

func (in input) isModel() bool {
	_, ok := in.model()
	return ok
}

// addModel reads a model. IDs that another model of the folder has are told apart.
func (l *loader) addModel(in input, f modelFormat) error {
	text, err := in.read(maxOther)
	if err != nil {
		return l.add(part{}, err)
	}
	d, err := f.read(filepath.Base(in.path), text, func(id string) bool { return l.modelled[id] })
	var ps graph.Problems
	if err != nil && !errors.As(err, &ps) {
		return err
	}
	if l.modelled == nil {
		l.modelled = map[string]bool{}
	}
	for _, t := range d.Tasks {
		l.modelled[t.ID] = true
	}
	for _, f := range d.Flows {
		l.modelled[f.ID] = true
	}
	return l.add(part{matrix: true, facts: d}, err)
}

// hasModels reports whether there are models at a path.
func hasModels(path string, o Options) bool {
	in, isFolder, err := o.find(path)
	if err != nil {
		return false
	}
	if !isFolder {
		return in.isModel()
	}
	entries, err := entriesOf(path)
	if err != nil {
		return false
	}
	for _, e := range entries {
		if !e.IsDir() && !IsHidden(e.Name()) && o.entry(path, e.Name()).isModel() {
			return true
		}
	}
	return false
}
