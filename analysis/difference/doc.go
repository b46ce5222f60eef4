// Package difference tells two datasets apart: which facts came, went or changed, which
// findings are new or gone, and the figures of both. What follows from changes that are
// not made is for package consequence.
package difference
