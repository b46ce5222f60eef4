package exact

import (
	"cmp"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestPartsAreTheSameInEveryOrder(t *testing.T) {
	var a, b, half Parts
	for _, k := range []int{3, 6} {
		a.Add(k, 1)
	}
	for _, k := range []int{6, 3} {
		b.Add(k, 1)
	}
	half.Add(2, 1)
	if !slices.Equal(a, b) {
		t.Errorf("%v and %v", a, b)
	}
	if a.Exact().Cmp(half.Exact()) != 0 || a.Nearest() != 0.5 {
		t.Errorf("1/3 + 1/6 is %v", a.Exact())
	}
	if a.AddAll(half); a.Exact().Cmp(big.NewRat(1, 1)) != 0 {
		t.Errorf("1/3 + 1/6 + 1/2 is %v", a.Exact())
	}
}

// TestGini compares the coefficient with the mean difference of all pairs.
func TestGini(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		n := 1 + rnd.IntN(8)
		amounts := make([]int64, n)
		for i := range amounts {
			amounts[i] = int64(rnd.IntN(5))
		}
		amounts[0]++
		slices.Sort(amounts)
		sum, differences := int64(0), int64(0)
		var some []*big.Int
		for _, x := range amounts {
			sum += x
			if x > 0 {
				some = append(some, big.NewInt(x))
			}
			for _, y := range amounts {
				differences += max(x-y, y-x)
			}
		}
		want := float64(differences) / float64(2*int64(n)*sum)
		if got := Gini(some, n); math.Abs(got-want) > 1e-12 {
			t.Errorf("%v: %v, want %v", amounts, got, want)
		}
	}
}

func TestRanks(t *testing.T) {
	if got := Ranks([]int{5, 9, 5, 1}, cmp.Compare[int]); !slices.Equal(got, []int{2, 1, 2, 4}) {
		t.Error(got)
	}
}

func TestSettled(t *testing.T) {
	third := 1.0 / 3
	got := Settled([]float64{1, third + third + third, 1 + 1e-12, 1.001})
	if got[0] != got[1] || got[1] != got[2] || got[3] != 1.001 {
		t.Error(got)
	}
}
