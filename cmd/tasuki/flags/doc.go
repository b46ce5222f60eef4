// Package flags holds the flags that several commands take alike: what an analysis
// assumes, from where to where paths lead, and how pictures are painted.
package flags
