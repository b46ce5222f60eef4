package files

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/formats"
	"tasuki/graph/said"
)

// Open returns the graph of the dataset at path: a folder, a matrix (see
// package formats), a YAML file, a JSON file, or [Stdin]. Faults of the data are an error that wraps
// graph.Problems, and then nothing is loaded.
func Open(ctx context.Context, path string, o Options) (*graph.Graph, error) {
	g, err := open(ctx, path, o)
	if err != nil {
		return nil, describe(path, err)
	}
	return g, nil
}

func describe(path string, err error) error {
	var ps graph.Problems
	switch {
	case errors.As(err, &ps) && ps.Count() == 1:
		return said.Errorf("loading dataset %q: nothing was loaded because of 1 problem:\n%w", path, ps)
	case errors.As(err, &ps):
		return said.Errorf("loading dataset %q: nothing was loaded because of %d problems:\n%w", path, ps.Count(), ps)
	}
	return said.Errorf("loading dataset %q: %w", path, err)
}

func open(ctx context.Context, path string, o Options) (*graph.Graph, error) {
	l, err := load(ctx, path, o)
	if err != nil {
		return nil, err
	}
	list, err := stated(ctx, l.handoffs)
	if err := l.add(part{}, err); err != nil {
		return nil, err
	}
	// With a file missing, most references into it would be faults.
	if l.incomplete {
		return nil, l.faults.Err()
	}
	d, faults := merge(l.parts)
	l.report(faults)
	added, faults := addStated(&d, list)
	l.report(faults)
	l.report(addMinutes(&d, l.parts))
	g, err := graph.New(d)
	if errors.As(err, &faults) {
		place(faults, l.parts)
		added.Place(faults)
		l.report(faults)
	}
	if len(l.faults) > 0 {
		return nil, l.faults.Err()
	}
	return g, err
}

// load reads the files of the dataset at path.
func load(ctx context.Context, path string, o Options) (*loader, error) {
	in, isFolder, err := o.find(path)
	if err != nil {
		return nil, err
	}
	l := &loader{said: map[sameFault]bool{}}
	model, isModel := in.model()
	switch {
	case isFolder:
		err = l.folder(ctx, path, o)
	case isModel:
		err = l.addModel(in, model)
	case isChart(in.path):
		err = said.Errorf("%q: %w", filepath.Base(path), errOnlyHandoffs)
	case isMatrix(in.path), isReading(in.path):
		err = l.matrices(ctx, path, o)
	case isYAML(in.path):
		err = l.add(loadYAML(in))
	case isJSON(in.path):
		err = l.add(loadJSON(in))
	default:
		err = said.Errorf("%q is no folder, matrix (%s), .bpmn, .archimate, .yaml or .json file; what comes through a pipe is named -", filepath.Base(path), strings.Join(formats.Endings(), ", "))
	}
	return l, err
}

// find returns what lies at the path that the user has given, and whether it is a
// folder.
func (o Options) find(path string) (in input, isFolder bool, err error) {
	in = o.given(path)
	if in.piped != nil {
		return in, false, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return in, false, withHint(err)
	}
	return in, info.IsDir(), nil
}

// loader gathers the parts of a dataset and their faults.
type loader struct {
	parts      []part
	handoffs   []handoffFile
	faults     graph.Problems
	said       map[sameFault]bool
	modelled   map[string]bool // IDs of tasks and flows of models
	incomplete bool            // a part could not be read at all
}

// sameFault is what faults of the same place that say the same have in common.
type sameFault struct {
	at    graph.Source
	value string
}

// report adds faults, except those that say the same of the same place again.
func (l *loader) report(faults graph.Problems) {
	for _, p := range faults {
		key := sameFault{p.Source, p.Value}
		if l.said[key] {
			continue
		}
		if p.Source.Line > 0 {
			l.said[key] = true
		}
		l.faults = append(l.faults, p)
	}
}

// add takes a part, or the faults in its place; any other error is returned.
func (l *loader) add(p part, err error) error {
	var ps graph.Problems
	switch {
	case errors.As(err, &ps):
		l.report(ps)
		l.incomplete = true
	case err != nil:
		return err
	default:
		l.report(p.faults)
		l.parts = append(l.parts, p)
	}
	return nil
}

// folder reads every file of a folder that is part of a dataset.
func (l *loader) folder(ctx context.Context, folder string, o Options) error {
	entries, err := entriesOf(folder)
	if err != nil {
		return err
	}
	if l.handoffs, err = handoffsIn(folder, o); err != nil {
		return err
	}
	hasMatrix := false
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		model, isModel := o.entry(folder, e.Name()).model()
		switch {
		case e.IsDir() || IsHidden(e.Name()) || isNamed(path, "scenario") || isNumbers(path) || isAcceptance(path):
		case isModel:
			if err := l.addModel(o.entry(folder, e.Name()), model); err != nil {
				return err
			}
		case isReading(path), isMatrix(path) && !formats.IsNote(path) && !isOnlyHandoffs(o.entry(folder, e.Name())):
			hasMatrix = true
		case isYAML(path):
			if err := l.add(loadYAML(o.entry(folder, e.Name()))); err != nil {
				return err
			}
		}
	}
	if hasMatrix {
		return l.matrices(ctx, folder, Options{AllowOutside: o.AllowOutside, Strict: o.Strict})
	}
	switch {
	case len(l.parts) > 0 || len(l.faults) > 0:
		return nil
	case len(l.handoffs) > 0:
		return errOnlyHandoffs
	}
	return noDataset(folder)
}

// matrices reads every matrix at path, which is a folder or a file.
func (l *loader) matrices(ctx context.Context, path string, o Options) error {
	readings, err := readingsOf(ctx, path, o)
	if err != nil {
		return l.add(part{}, err)
	}
	l.handoffs = append(apart(l.handoffs, readings), besides(readings)...)
	for _, r := range readings {
		if err := l.add(r.importMatrix(ctx)); err != nil {
			return err
		}
	}
	return nil
}

// IsHidden reports whether a file is not meant for readers, such as the lock
// file that a spreadsheet program leaves beside an open workbook.
func IsHidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

func withHint(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return said.Errorf("%w; name a folder, a matrix, a .bpmn, .archimate, .yaml or .json file, or - for one that is piped in", err)
	}
	return err
}

func extension(path string) string { return strings.ToLower(filepath.Ext(path)) }

func isYAML(path string) bool {
	return extension(path) == ".yaml" || extension(path) == ".yml"
}

func isJSON(path string) bool { return extension(path) == ".json" }

func isReading(path string) bool { return isNamed(path, "reading") }

// isNamed reports whether a YAML file is named after a kind: reading.yaml, or
// NAME.reading.yaml.
func isNamed(path, kind string) bool {
	name := strings.ToLower(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	return isYAML(path) && (name == kind || strings.HasSuffix(name, "."+kind))
}

func isMatrix(path string) bool {
	_, ok := formats.Ending(path)
	return ok
}

// Endings lists the endings of the files that a dataset may be, without their dots.
func Endings() []string {
	list := []string{"yaml", "yml", "json", "bpmn", "archimate"}
	for _, e := range formats.Endings() {
		list = append(list, strings.TrimPrefix(e, "."))
	}
	return list
}
