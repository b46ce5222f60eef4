// Package consequence says what follows from changes laid over a dataset: which flows
// and tasks break, with what there is to show for it. What the changes are is for
// package overlay.
package consequence
