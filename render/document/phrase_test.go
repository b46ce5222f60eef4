package document_test

import (
	"fmt"
	"slices"
	"testing"

	"tasuki/render/document"
)

func ExamplePhrase_String() {
	lead := document.Phrase{
		{Text: "Operations", Style: document.StrongStyle}, {Text: " leads "}, {Text: "3-24", Href: "#task-3-24", Style: document.IDStyle},
	}
	fmt.Println(lead)
	// Output: Operations leads 3-24
}

func TestTextIsOnePiece(t *testing.T) {
	c := document.Text("3-24")
	if got := c.Text.String(); got != "3-24" || len(c.Text) != 1 || c.Text[0].Style != document.PlainStyle || c.Items != nil {
		t.Errorf("the cell is %+v", c)
	}
}

// TestUnknownIsPrintedAsNothing wants no figure where none is known, and a zero where
// there is one.
func TestUnknownIsPrintedAsNothing(t *testing.T) {
	got := document.Printed([]any{"3-24", nil, 0, 1.5, false})
	if want := []string{"3-24", "", "0", "1.5", "false"}; !slices.Equal(got, want) {
		t.Errorf("printed as %q, want %q", got, want)
	}
}
