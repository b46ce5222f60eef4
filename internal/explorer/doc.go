// Package explorer serves the pages of an explored dataset on this machine. What they
// show is for package render/explorer; this one says who may ask, and how much.
package explorer
