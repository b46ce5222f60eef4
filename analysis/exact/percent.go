package exact

import (
	"math/big"
)

// Nobody stands for an organization without marks, and for none.
const Nobody = -1

// Percent returns a part of a whole in percent. The whole must not be 0.
func Percent(part, whole float64) float64 { return 100 * part / whole }

// Float returns the nearest float of an exact number.
func Float(x *big.Rat) float64 { f, _ := x.Float64(); return f }
