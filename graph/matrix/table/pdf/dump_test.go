package pdf

import (
	"fmt"
	"os"
	"testing"

	"tasuki/internal/rowtext"
)

func TestDump(t *testing.T) {
	f, err := os.Open(os.Getenv("PDF"))
	if err != nil {
		t.Skip()
	}
	b, err := Open(f)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println(rowtext.Book(b))
}
