package schema

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"

	"tasuki/graph"
	"tasuki/graph/said"
)

// load returns the root of the only document in text, or nil when there is none
// or it cannot be parsed.
func (d *Document) load(text []byte) *yaml.Node {
	nesting := &nestingLimit{}
	loader, err := yaml.NewLoader(bytes.NewReader(text), yaml.WithPlugin(nesting))
	if err != nil {
		panic(err) // the options do not fit each other
	}
	var first, second yaml.Node
	switch err := loader.Load(&first); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		d.syntaxError(err, nesting.exceeded)
		return nil
	}
	switch err := loader.Load(&second); {
	case err == nil:
		d.fault(d.at(&second), "---", "a second document in one file; keep one")
	case !errors.Is(err, io.EOF):
		d.syntaxError(err, nesting.exceeded)
	}
	return first.Content[0]
}

// nestingLimit stops the parser before it has built what nests too deeply.
type nestingLimit struct{ exceeded bool }

// CheckDepth refuses what is nested deeper than maxDepth.
func (l *nestingLimit) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > maxDepth {
		l.exceeded = true
		return said.Errorf(tooDeep, maxDepth)
	}
	return nil
}

// CheckAlias allows every alias: convert counts what they repeat.
func (*nestingLimit) CheckAlias(int, int) error { return nil }

func (d *Document) syntaxError(err error, nested bool) {
	at := graph.Source{File: d.file}
	message := err.Error()
	unknown := ""
	var syntax *yaml.LoadError
	if errors.As(err, &syntax) {
		message = syntax.Message
		at.Line, at.Column = syntax.Mark.Line, syntax.Mark.Column
		unknown, _ = strings.CutPrefix(message, "unknown anchor '")
		unknown, _, _ = strings.Cut(unknown, "' referenced")
		if unknown == message {
			unknown = ""
		}
		if syntax.ContextMsg != "" {
			message = syntax.ContextMsg + ": " + message
		}
	}
	switch {
	case nested:
		d.fault(at, "", tooDeep, maxDepth)
	case unknown != "":
		d.fault(at, "*"+unknown, noAnchor)
	default:
		d.fault(at, "", "is not valid YAML: %s", message)
	}
}
