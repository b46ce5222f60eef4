package section

import (
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Undeclared says what cannot be told, and how to declare what it needs.
func Undeclared(p messages.Printer, why document.Phrase) []document.Block {
	return []document.Block{
		{Text: why},
		{Text: p.Say("Fill in the table of handoffs that tasuki propose handoffs writes, or declare flows in a file such as this one; put either into one folder with the matrix, and make the report of the folder. The example shows the form, and says nothing about its tasks:")},
		{Code: messages.ExampleFlow(graph.AsListed(p.Graph.Tasks()), p.Lang)},
	}
}
