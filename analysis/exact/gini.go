package exact

import (
	"math/big"
)

// Gini returns the Gini coefficient of ascending amounts and as many further
// amounts of zero as it takes to make n: the mean absolute difference of two of
// them, each drawn from all n, over twice their mean,
//
//	Σᵢ Σⱼ |xᵢ − xⱼ| / (2 n Σ x) = Σᵢ (2i − n − 1) xᵢ / (n Σ x),
//
// i counting ascending amounts from 1. It lies between 0, all equal, and
// 1 − 1/n, one has everything. It is the exact value, rounded once. The sum of
// the amounts must not be 0. It takes time in proportion to n.
//
// Gini, "Variabilità e mutabilità", 1912; the second form: Sen, "On Economic
// Inequality", 1973.
func Gini(ascending []*big.Int, n int) float64 {
	weighted, sum, term := new(big.Int), new(big.Int), new(big.Int)
	zeros := n - len(ascending)
	for i, x := range ascending {
		weighted.Add(weighted, term.Mul(x, big.NewInt(int64(2*(zeros+i+1)-n-1))))
		sum.Add(sum, x)
	}
	g, _ := new(big.Rat).SetFrac(weighted, sum.Mul(sum, big.NewInt(int64(n)))).Float64()
	return g
}
