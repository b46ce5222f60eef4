// Package placement holds the possible placements of uncertain marks, counted
// or sampled. What follows from them is in package certainty.
package placement
