//go:build !race

package seeds

// Race says that the race detector is on, which takes memory and time of its own.
const Race = false
