package diagram

import (
	"tasuki/graph"
	"tasuki/render/messages"
)

// Diagram says what is drawn, in the order in which it is drawn, and leaves
// where to the writer of the drawing language.
type Diagram struct {
	ID string // begins the ids of the drawing, so that several may share a page
	messages.Language
	Title       string
	Change      string // what is changed in it, stands behind the title; "" for nothing
	Arrangement Arrangement
	Lanes       []Lane // of a Grid or Table, from left to right
	Nodes       []Node
	Edges       []Edge
	Legend      []Sample
	Notes       []string // what is left out, and how to read the rest
}

// Arrangement says how the nodes of a diagram stand to each other.
type Arrangement int

// The arrangements.
const (
	Grid  Arrangement = iota // in lanes and rows, time running down
	Ring                     // in a circle, the first node in its centre, nodes without edges below
	Table                    // in columns and rows, without edges; the head of a row stands to its left
	Tree                     // below each other, as far to the right as the lane says, in the order of the nodes
)

// Lane is a column of a grid or table.
type Lane struct {
	Title  string
	Marks  []Mark
	Ref    string // the ID of the organization that it stands for, "" for none
	Status Status
}

// Node is a box.
type Node struct {
	ID    string // unique in the diagram
	Class Class
	Head  string // stands above the text, in bold
	Text  string // may hold newlines; wrapped where it is too long
	Lane  int    // position in Diagram.Lanes; of a tree, how deep it stands
	Row   int    // counts from 0, down
	Marks []Mark
	Ref   string // the ID of the task or organization that it stands for, "" for none
	Hint  string // the whole story, shown under the pointer

	Status Status
	Load   float64 // of a ring, as a share of the largest: the area of a box grows with it
}

// Class is what a node stands for, which decides its shape.
type Class int

// The classes of nodes.
const (
	TaskNode        Class = iota
	JointNode             // the part of a further lead in a task that stands in another lane
	CandidateNode         // an organization that leads a task in another lane if an uncertain mark is read otherwise
	RungNode              // a level of an escalation
	SameRungNode          // a level that the best path has too
	TotalNode             // what a path of an escalation takes, below it
	HeadingNode           // a heading across all lanes
	ClientNode            // organizations by kind
	VendorNode            //
	IncumbentNode         //
	UnknownKindNode       // an organization whose kind is not declared
	AllGate               // where several branches part or meet, all of them needed
	ChoiceGate            // where alternatives part
	GroupNode             // a heading over some rows of a table
	SubgroupNode          // a heading below a GroupNode
	RowNode               // the head of a row of a table
	LeadCell              // the mark of a lead
	AccountableCell       // the mark of who answers for the task
	SupportCell           // the mark of a supporter
	InformedCell          // the mark of a party that is told
)

// Mark is a sign on a node or lane.
type Mark int

// The marks.
const (
	StartMark      Mark = iota // the flow starts here
	GoalMark                   // the flow ends here
	SPOFMark                   // a single point of failure
	BottleneckMark             // a bottleneck
	UncertainMark              // which organization leads is uncertain
	DifferMark                 // not everywhere from the same parties
	WorstMark                  // the single point of failure that stops more than any other
)

// Edge is an arrow.
type Edge struct {
	From, To string            // IDs of nodes
	Kind     graph.HandoffKind // "" for a sum over several kinds
	Inferred bool              // drawn dashed
	Branch   string            // of the node that it leaves
	When     string            // the condition on which it is taken
	Optional bool              // drawn dashed, and said
	Passes   int               // how many hidden boxes the way that it stands for passes; 0: it is drawn as declared
	Label    string            // what is handed over; its kind is written before it where there is room
	Weight   float64           // how many handoffs the arrow stands for; 0: not a sum
	Short    string            // what stands in place of the label where there is no room for it; "" for nothing
	Seen     int               // of [SeenStatus]: how often a log shows it
	Width    float64           // of [SeenStatus]: Seen as a share of the most, from 0 to 1
	Status   Status
	Hint     string
}

// Sample is an entry of the legend: one of a class, a mark, an edge kind, an
// inferred or an optional edge, and what it means.
type Sample struct {
	Sign Sign
	Text string
}

// Sign is what a legend entry shows.
type Sign struct {
	What   SignKind
	Class  Class
	Mark   Mark
	Kind   graph.HandoffKind
	Status Status
	Width  float64 // of [SeenStatus], as [Edge] has it
}

// SignKind says which field of a Sign is meant.
type SignKind int

// The kinds of signs.
const (
	ClassSign SignKind = iota
	MarkSign
	EdgeSign
	InferredSign
	OptionalSign
	WeightSign
	ViaSign    // an edge that passes hidden boxes
	StatusSign // what a change does to a box or an edge
)
