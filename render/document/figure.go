package document

// DrawingKind says what a drawing in the report shows.
type DrawingKind string

// The kinds of drawing, and where the report puts them.
const (
	DependencyDrawing DrawingKind = "dependencies"  // beside the ranking of organizations
	ShareDrawing      DrawingKind = "concentration" // with how concentrated the lead is
	LossDrawing       DrawingKind = "loss"          // with the loss of several organizations
	FlowDrawing       DrawingKind = "flow"          // with the single points of failure of its flow
	LadderDrawing     DrawingKind = "ladder"        // with the escalation of its flow
	MatrixDrawing     DrawingKind = "matrix"        // before the list of tasks
	ObservedDrawing   DrawingKind = "observed"      // with what a log shows of its flow
	SuppliesDrawing   DrawingKind = "supplies"      // with the list of what is supplied
)

// Drawing is a finished picture with what it shows.
type Drawing struct {
	File    string      // the name under which it is also saved, such as flow-inquiry.svg
	Kind    DrawingKind // where the report puts it
	Subject string      // the ID of the flow; empty where it is about all
	Title   string
	Alt     string // what it shows, for those who do not see it
	SVG     []byte // trusted markup: text from data must already be escaped in it
}

// Figure is a drawing on the page.
type Figure struct {
	Drawing
	ID string
}
