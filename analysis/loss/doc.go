// Package loss computes what the loss of organizations, one or several, breaks.
// It takes placements as given.
package loss
