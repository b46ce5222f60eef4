package pdftext

import (
	"fmt"
	"slices"
	"testing"
)

func TestWords(t *testing.T) {
	for text, want := range map[string][]string{
		"q 1.5 -2 m\n":                  {"q", "1.5", "-2", "m"},
		`/F1 12 Tf (a\)b\\) Tj(c d)Tj`:  {"/F1", "12", "Tf", `(a\)b\\`, "Tj", "(c d", "Tj"},
		"[(a)] 0 d () Tj\r\n (a\nb) Tj": {"[", "(a", "]", "0", "d", "(", "Tj", "(a\nb", "Tj"},
		"f (never closed":               {"f"},
		`f (never closed\`:              {"f"},
		"":                              nil,
	} {
		if got := slices.Collect(words(text)); !slices.Equal(got, want) {
			t.Errorf("words of %q are %q, want %q", text, got, want)
		}
	}
}

func TestObjects(t *testing.T) {
	objects, order := objectsOf("%PDF-1.7\n3 0 obj\n<</Length 9>>\nstream\nx 0 obj\ny\nendstream\nendobj\n12 0 obj\ntwo\nendobj\nx 0 obj\nno number\nendobj\n4 0 obj\ncut off")
	if got, want := fmt.Sprint(order, objects["12"]), "[3 12]two"; got != want {
		t.Errorf("the objects are %s, want %s", got, want)
	}
	if want := "<</Length 9>>\nstream\nx 0 obj\ny\nendstream"; objects["3"] != want {
		t.Errorf("an object is %q, want %q", objects["3"], want)
	}
}
