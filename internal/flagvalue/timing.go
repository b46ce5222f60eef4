package flagvalue

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
)

// Timing says how often tasks of each timing are done in a
// year. A timing that is not named has no weight.
type Timing struct{ Weights map[graph.Timing]float64 }

// String returns the value in force: none, until it is set.
func (f *Timing) String() string {
	var parts []string
	for _, word := range graph.Words("timing") {
		if times, ok := f.Weights[graph.Timing(word)]; ok {
			parts = append(parts, fmt.Sprintf("%s=%v", word, times))
		}
	}
	return strings.Join(parts, ",")
}

// Type names the value in the help.
func (f *Timing) Type() string { return "TIMING=TIMES,..." }

// Set reads weights.
func (f *Timing) Set(s string) error {
	f.Weights = map[graph.Timing]float64{}
	for part := range strings.SplitSeq(s, ",") {
		word, number, _ := strings.Cut(part, "=")
		times, err := strconv.ParseFloat(number, 64)
		if err != nil || !(times >= 0) || math.IsInf(times, 1) {
			return said.Errorf("%q is not a timing with a number of times from 0 on, such as daily=245", part)
		}
		if !slices.Contains(graph.Words("timing"), word) {
			return said.Errorf("%q is no timing: use %s", word, strings.Join(graph.Words("timing"), ", "))
		}
		if _, twice := f.Weights[graph.Timing(word)]; twice {
			return said.Errorf("%s is given twice", word)
		}
		f.Weights[graph.Timing(word)] = times
	}
	return nil
}
