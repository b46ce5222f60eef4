package diagram

// boxes says which nodes of a diagram make a box: a task with joint leads is one
// box, and a node in the lane of each.
type boxes struct {
	of    []string         // by node: the ID of its box
	nodes map[string][]int // by box: its nodes, in the order of the diagram
}

func boxesOf(d Diagram) boxes {
	tasks := map[string]string{}
	for _, n := range d.Nodes {
		if n.Class == TaskNode {
			tasks[n.Ref] = n.ID
		}
	}
	b := boxes{nodes: map[string][]int{}}
	for i, n := range d.Nodes {
		id := n.ID
		if n.Class == JointNode || n.Class == CandidateNode {
			id = tasks[n.Ref]
		}
		b.of = append(b.of, id)
		b.nodes[id] = append(b.nodes[id], i)
	}
	return b
}
