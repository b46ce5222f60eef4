package intern

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestTableIsAMap compares with a map, on texts of all lengths.
func TestTableIsAMap(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var table Table
	var set Set
	ids, texts := map[string]uint32{}, []string{}
	for range 50_000 {
		text := fmt.Sprint(r.IntN(20_000))
		if r.IntN(100) == 0 {
			text = strings.Repeat(text, r.IntN(4000))
		}
		want, there := ids[text]
		if !there {
			want = uint32(len(texts))
			ids[text], texts = want, append(texts, text)
		}
		if _, found := table.Find([]byte(text)); found != there {
			t.Fatalf("%.20q is found: %v", text, found)
		}
		if id, known := table.ID([]byte(text)); id != want || known != there {
			t.Fatalf("%.20q: got %d, %v, want %d, %v", text, id, known, want, there)
		}
		if known := set.Add([]byte(text)); known != there {
			t.Fatalf("%.20q: known to the set: %v", text, known)
		}
	}
	if table.Len() != len(texts) {
		t.Fatalf("%d texts, want %d", table.Len(), len(texts))
	}
	for id, text := range texts {
		if got := table.Text(uint32(id)); string(got) != text {
			t.Fatalf("%d is %.20q, want %.20q", id, got, text)
		}
	}
}

func BenchmarkID(b *testing.B) {
	var table Table
	texts := make([][]byte, 600)
	for i := range texts {
		texts[i] = []byte(fmt.Sprintf("user_%03d", i))
	}
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		table.ID(texts[i%600])
		i++
	}
}
