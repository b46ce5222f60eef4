// Package certainty says which conclusions survive the other placements of
// uncertain marks, and which marks decide them. The placements themselves are
// in package placement.
package certainty
