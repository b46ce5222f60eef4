package graphviz

// soonPlaced is how many nodes and edges Graphviz lays out within half a second,
// however they are tangled. The time grows with about the cube.
const soonPlaced = 200

// lengthy reports whether the layout can take long.
func (d *drawing) lengthy() bool {
	return d.call("agnnodes", d.graph)+d.call("agnedges", d.graph) > soonPlaced
}
