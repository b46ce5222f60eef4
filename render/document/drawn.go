package document

// What a report draws of flows: laying out a large one takes many seconds, and
// thousands of drawings fill the memory. `tasuki draw` has no such limit.
const (
	MostDrawn         = 400   // tasks and handoffs of a flow
	MostDrawnTogether = 4_000 // of all flows that are drawn, by ID
)
