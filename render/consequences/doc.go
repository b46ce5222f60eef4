// Package consequences says what follows from changes to a dataset: first the answer, then
// the six groups and the figures. What follows is for package consequence of analysis.
package consequences
