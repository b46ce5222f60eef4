// Package overlay lays changes over a dataset, on a copy: who is missing, who leads
// instead, which rules hold, what is taken out. What follows from them is for
// package consequence.
package overlay
