// Package align drafts corrections for marks that have drifted from their
// columns. Applying them is left to package matrix.
package align
