package diagram

// Subject says what a part of a drawing stands for, by ID, "" for nothing of the kind.
type Subject struct{ Organization, Task string }

// SubjectOf returns what a node stands for: a task, an organization or, of the part of one
// in the other, both.
func (d Diagram) SubjectOf(n Node) Subject {
	switch n.Class {
	case TaskNode, RowNode, HeadingNode:
		return Subject{Task: n.Ref}
	case RungNode, SameRungNode, ClientNode, VendorNode, IncumbentNode, UnknownKindNode:
		return Subject{Organization: n.Ref}
	case JointNode, CandidateNode, LeadCell, AccountableCell, SupportCell, InformedCell:
		return Subject{d.Lanes[n.Lane].Ref, n.Ref}
	}
	return Subject{}
}
