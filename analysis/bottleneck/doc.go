// Package bottleneck computes through whom the work passes: betweenness,
// handovers, load and waiting. What is lost with an organization is in package
// loss.
package bottleneck
