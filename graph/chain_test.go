package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestRanks holds the places in chains against a walk along each chain.
func TestRanks(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 17))
		var d Dataset
		for i := range 1 + r.IntN(9) {
			o := Organization{ID: fmt.Sprint(i), Name: Text("n"), Kind: []Kind{Client, Vendor, ""}[r.IntN(3)]}
			if i > 0 && r.IntN(4) > 0 {
				o.Serves = fmt.Sprint(r.IntN(i))
			}
			if r.IntN(3) == 0 {
				o.Rank = 1 + r.IntN(3)
			}
			d.Organizations = append(d.Organizations, o)
		}
		r.Shuffle(len(d.Organizations), func(i, j int) {
			d.Organizations[i], d.Organizations[j] = d.Organizations[j], d.Organizations[i]
		})
		byID := map[string]Organization{}
		for _, o := range d.Organizations {
			byID[o.ID] = o
		}
		var place func(o Organization) int
		place = func(o Organization) int {
			if to, ok := byID[o.Serves]; ok {
				if to.Kind == Client {
					return 1
				}
				if n := place(to); n > 0 {
					return n + 1
				}
			}
			return o.Rank
		}
		var want []int
		contradicts := false
		for _, o := range d.Organizations {
			want = append(want, place(o))
			contradicts = contradicts || o.Rank > 0 && place(o) != o.Rank
		}
		if got := Ranks(d); !slices.Equal(got, want) {
			t.Fatalf("seed %d: ranks %v, want %v of %+v", seed, got, want, d.Organizations)
		}
		if _, err := New(d); (err != nil) != contradicts {
			t.Fatalf("seed %d: %v, but a declared rank contradicts: %v", seed, err, contradicts)
		}
	}
}

func TestRanksOfLongChains(t *testing.T) {
	var d Dataset
	for i := range MaxOrganizations {
		d.Organizations = append(d.Organizations, Organization{ID: fmt.Sprint(i), Name: Text("n"), Serves: fmt.Sprint((i + 1) % MaxOrganizations)})
	}
	if _, err := New(d); err == nil || !strings.Contains(err.Error(), "circle") { // in proportion to the chain, or this takes minutes
		t.Errorf("a circle: %v", err)
	}
}

func TestRegisteredOrganizations(t *testing.T) {
	for _, test := range []struct {
		change func(o []Organization)
		want   string
	}{
		{func(o []Organization) { o[0].Region = "Japan" }, `/organizations/0/region: "Japan": is no region: a region begins with`},
		{func(o []Organization) { o[1].LEI = "5493001KJTIIGC8Y1R17" }, `/organizations/1/lei: "5493001KJTIIGC8Y1R17": is no Legal Entity Identifier: its two check digits`},
		{func(o []Organization) { o[0].LEI, o[1].LEI = "5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12" }, `/organizations/1/lei: "5493001KJTIIGC8Y1R12": the same Legal Entity Identifier stands at`},
		{func(o []Organization) { o[1].Serves = "d" }, `/organizations/1/serves: "d": is not the ID of any organization`},
		{func(o []Organization) { o[1].Serves = "b" }, `/organizations/1/serves: "b": serves itself`},
		{func(o []Organization) { o[1].Serves, o[2].Serves = "c", "b" }, `break the circle`},
		{func(o []Organization) { o[1].Rank = -1 }, `/organizations/1/rank: "-1": is no place in a chain`},
		{func(o []Organization) { o[1].Serves, o[1].Rank = "a", 2 }, `/organizations/1/rank: "2": does not follow from a, which it serves: its place is 1`},
		{func(o []Organization) { o[1].Serves, o[2].Serves, o[2].Rank = "a", "b", 2 }, ""},
	} {
		d := Dataset{Organizations: []Organization{{ID: "a", Name: Text("A"), Kind: Client}, {ID: "b", Name: Text("B")}, {ID: "c", Name: Text("C")}}}
		test.change(d.Organizations)
		_, err := New(d)
		if said := fmt.Sprint(err); test.want == "" && err != nil || !strings.Contains(said, test.want) {
			t.Errorf("%v, want %q", err, test.want)
		}
	}
}
