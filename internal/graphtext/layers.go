package graphtext

import (
	"fmt"
	"strings"
)

// Layers returns the text of tasks 1, 2 and so on in layers of three, with a lead
// each. Every task of a layer hands on to all three of the next, so a first task
// and a last one have 3^(layers-2) ways between them.
func Layers(layers int, lead func(task int) string) string {
	var tasks, handoffs strings.Builder
	for task := range 3 * layers {
		fmt.Fprintf(&tasks, "%d: %s*\n", task+1, lead(task))
		for next := task/3*3 + 3; next < min(3*layers, task/3*3+6); next++ {
			fmt.Fprintf(&handoffs, "%d -> %d,", task+1, next+1)
		}
	}
	return fmt.Sprintf("%sflow f from 1,2,3 to %d: %s\n", &tasks, 3*layers, &handoffs)
}
