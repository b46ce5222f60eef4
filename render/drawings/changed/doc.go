// Package changed draws datasets with a change marked in them: what went, what came, what
// breaks and what is done otherwise. What stays stands where it stands in the drawing
// without the change.
package changed
