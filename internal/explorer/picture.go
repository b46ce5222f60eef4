package explorer

import (
	"context"
	"errors"
	"time"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/internal/answergraph"
	"tasuki/render/graphviz"
	"tasuki/render/layout"
	drawn "tasuki/render/picture"
)

// picture draws the nodes and relationships of an answer as SVG, [mostDrawn] at most, and
// within [mostSeconds]. The error is that of an answer that cannot be drawn.
func picture(ctx context.Context, rows [][]any, lang graph.Lang) ([]byte, error) {
	g := answergraph.Graph{Lang: lang}
	for _, row := range rows {
		g.Add(row)
	}
	if g.Size() > mostDrawn {
		return nil, usageError{said.Errorf("the answer holds %d nodes and relationships, and a picture shows %d at most; ask for less, as with LIMIT", g.Size(), mostDrawn)}
	}
	dot, err := g.DOT()
	if err != nil {
		return nil, usageError{err}
	}
	ctx, cancel := context.WithTimeout(ctx, mostSeconds*time.Second)
	defer cancel()
	svg, err := drawn.Tools(nil).Drawing("tasuki", "answer.svg", func() string { return dot }, func() (*layout.Scene, error) { return graphviz.Layout(ctx, dot) })
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return nil, usageError{said.Errorf("the answer is not drawn within %d seconds; ask for less, as with LIMIT", mostSeconds)}
	}
	return svg, err
}
