// Package explorer makes the pages on which a dataset is explored: who and what is taken
// away, what follows from it, and the drawings of what is left. What a page shows is in
// its address (see [Place]); who serves the pages is not known here.
package explorer
