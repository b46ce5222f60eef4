package graphviz

import "strings"

// soonPlaced is how many nodes and edges Graphviz lays out within half a second,
// however they are tangled. The time grows with about the cube.
const soonPlaced = 200

// lengthy reports whether the layout can take long. A drawing that says where
// everything stands, as nearly all of ours do, takes time as its text is long.
func (d *drawing) lengthy() bool {
	layout := d.string(d.call("agget", d.graph, d.text("layout")))
	placed := strings.HasPrefix(layout, "nop")
	return !placed && d.call("agnnodes", d.graph)+d.call("agnedges", d.graph) > soonPlaced
}
