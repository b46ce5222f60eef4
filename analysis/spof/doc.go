// Package spof computes single points of failure: dominators, cuts,
// articulation points, bridges. Losses of several organizations are in package
// loss.
package spof
