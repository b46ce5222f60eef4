package explorer

import (
	"io"
	"testing"

	"tasuki/graph"
	"tasuki/graph/files"
)

// BenchmarkClick makes the pages of a click on the example.
func BenchmarkClick(b *testing.B) {
	g, err := files.Open(b.Context(), "../../examples/pension", files.Options{})
	if err != nil {
		b.Fatal(err)
	}
	m := NewModel(g, "pension", graph.English, 1)
	m.review()
	for _, address := range []string{"/flow/hardware-fault?without=ops", "/?without=ops", "/map?without=hw", "/matrix?without=ops", "/findings?without=hw", "/flow/hardware-fault"} {
		path, query := address, ""
		for i := range address {
			if address[i] == '?' {
				path, query = address[:i], address[i+1:]
				break
			}
		}
		place, format, err := ParsePlace(path, query)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(address, func(b *testing.B) {
			for b.Loop() {
				if err := m.Write(io.Discard, place, format); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
