// Command graphvizreference draws by the library go-graphviz, for the test that compares
// with it how package render/graphviz drives the same Graphviz. It is a program of
// its own since the library runs machine code from a folder of TMPDIR as soon as
// it is imported: whoever starts this sets TMPDIR to a folder of its own.
//
// It reads a JSON array of drawings in the Graphviz language from standard input,
// and writes an array of what each looks like.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/goccy/go-graphviz"
)

// picture is a drawing in two formats, or why there is none.
type picture struct{ SVG, JSON, Error string }

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "graphvizreference:", err)
		os.Exit(1)
	}
}

func run() error {
	var drawings []string
	if err := json.NewDecoder(os.Stdin).Decode(&drawings); err != nil {
		return fmt.Errorf("reading the drawings: %w", err)
	}
	engine, err := graphviz.New(context.Background())
	if err != nil {
		return fmt.Errorf("starting the library: %w", err)
	}
	pictures := make([]picture, len(drawings))
	for i, dot := range drawings {
		p := &pictures[i]
		if p.SVG, err = draw(engine, dot, graphviz.SVG); err == nil {
			p.JSON, err = draw(engine, dot, "json")
		}
		if err != nil {
			p.Error = err.Error()
		}
	}
	return json.NewEncoder(os.Stdout).Encode(pictures)
}

func draw(engine *graphviz.Graphviz, dot string, format graphviz.Format) (string, error) {
	g, err := graphviz.ParseBytes([]byte(dot))
	if err != nil {
		return "", err
	}
	// The library forgets the error when an earlier drawing had the same.
	if g == nil {
		return "", fmt.Errorf("%q is not in the Graphviz language", dot)
	}
	var b bytes.Buffer
	if err := engine.Render(context.Background(), g, format, &b); err != nil {
		return "", err
	}
	return b.String(), g.Close()
}
