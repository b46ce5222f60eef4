package bruteforce

import (
	"strings"
)

// Diamond is a report that either of two vendors may analyse.
const Diamond = `
	rules each none
	1: agency*
	2: ops* desk
	3: hw* ops
	4: sw* ops
	5: ops*
	6: agency*
	7: ops*
	flow fault from 1 to 6: 1 -report-> 2 "slip", 2 -> 3 -> 5, 2 -> 4 -> 5, 5 -> 6, 2 -> 7, 6 -> 7
`

// Path returns the IDs that are separated by spaces.
func Path(ids string) []string { return strings.Fields(ids) }
