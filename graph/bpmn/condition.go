package bpmn

import (
	"tasuki/graph"
	"tasuki/graph/said"
)

// condition is on what work takes a way; the zero value is none.
type condition = graph.Name

// otherwise is the condition of a default flow that has none of its own.
var otherwise = condition{JA: "それ以外", EN: "otherwise"}

// maxCondition is the most bytes of a condition that several flows make up.
const maxCondition = 1000

func stated(text string) condition { return graph.Text(said.Cut(text, maxCondition)) }

// both returns the condition that two conditions hold.
func both(a, b condition) condition { return joined(a, b, ", ") }

// either returns the condition that one of two holds: none when there is a way without any.
func either(a, b condition) condition {
	if a.IsZero() || b.IsZero() || a == b {
		return shorter(a, b)
	}
	return joined(a, b, " / ")
}

func shorter(a, b condition) condition {
	if b.IsZero() {
		return b
	}
	return a
}

func joined(a, b condition, sign string) condition {
	if a.IsZero() || a == b {
		return b
	}
	if b.IsZero() {
		return a
	}
	var c condition
	if a.JA != "" || b.JA != "" {
		c.JA = said.Cut(a.In(graph.Japanese)+sign+b.In(graph.Japanese), maxCondition)
	}
	if a.EN != "" || b.EN != "" {
		c.EN = said.Cut(a.In(graph.English)+sign+b.In(graph.English), maxCondition)
	}
	return c
}
