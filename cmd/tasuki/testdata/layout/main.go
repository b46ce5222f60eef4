// Command layout has Graphviz lay a graph out, as the picture of an answer does,
// without the database that the answer comes from.
package main

import (
	"context"
	"log"
	"os"

	"tasuki/render/encode"
	"tasuki/render/graphviz"
)

func main() {
	picture, err := graphviz.Layout(context.Background(), `digraph answer { a [label="good"]; b [label="graph"]; a -> b }`)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := os.Stdout.Write(encode.SVG(picture)); err != nil {
		log.Fatal(err)
	}
}
