package flow

// Shortest returns the vertices of the shortest solution that is left.
func (e *Evaluation) Shortest() []int {
	vertices, _ := e.shortest()
	return vertices
}

// Refutation marks why an evaluation fails.
func Refutation(e *Evaluation) []bool {
	reached, _ := e.refutation(e.Failing())
	return reached
}
