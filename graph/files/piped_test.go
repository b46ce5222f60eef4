package files

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/graph"
)

func TestFormatOfWhatIsPiped(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"id,name\n1,x\n", "csv"},
		{"id\tname, with comma\n1\tx\n", "tsv"},
		{"\xff\xfei\x00d\x00\t\x00n\x00", "tsv"},
		{" \n{\"tasks\": []}", "json"},
		{"\ufeff{}", "json"},
		{"tasks:\n  - {id: a, name: A}\n", "yaml"},
		{"# remark, with a comma\n\n---\nname: A\n", "yaml"},
		{"\ufeffname: A\n", "yaml"},
		{"name:\n", "yaml"},
		{"Time: 10:15,Task\n1,2\n", "csv"},
		{"url:x,task\n", "csv"},
		{"PK\x03\x04...", "xlsx"},
		{"%PDF-1.7...", "pdf"},
		{"\xd0\xcf\x11\xe0...", "xls"},
		{"| Task | Ops |\n|---|---|\n| a | R |\n", "markdown"},
		{"Who does what:\n\n> Task | Ops\n> --- | ---\n", "markdown"},
		{"---\ntitle: x\n---\n\n| Task | Ops |\n|---|---|\n", "markdown"},
		{"tasks:\n  - {id: a, name: A, note: 'a | b'}\n", "yaml"},
		{"Task|Ops\na|R\n", "csv"},
		{"Task;Ops\na;R\n", "csv"},
		{" <table><tr><td>a", "html"},
		{"<!DOCTYPE html>\n<html><body>", "html"},
		{"\ufeff<meta charset=utf-8><p>x</p><table>", "html"},
		{"<b>,not a page\n", "csv"},
		{"one", "csv"},
	} {
		p, err := ReadPiped(strings.NewReader(c.text), "")
		if err != nil || p.name != "stdin."+c.want {
			t.Errorf("%q: got %+v, %v; want %s", c.text, p, err, c.want)
		}
	}
	if p, err := ReadPiped(strings.NewReader("a: b"), "tsv"); err != nil || p.name != "stdin.tsv" {
		t.Errorf("got %+v, %v; want the format that was asked for", p, err)
	}
	if _, err := ReadPiped(strings.NewReader("a"), "bmp"); err == nil || !strings.Contains(err.Error(), "yaml") {
		t.Errorf("got %v, want the formats that there are", err)
	}
	for _, empty := range []string{"", "\n \t"} {
		if _, err := ReadPiped(strings.NewReader(empty), ""); err == nil || !strings.Contains(err.Error(), "empty") {
			t.Errorf("%q: got %v", empty, err)
		}
	}
}

// endless never ends, as a device does.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	return copy(p, bytes.Repeat([]byte("a,b\n"), len(p)/4+1)), nil
}

func TestWhatIsPipedHasALimit(t *testing.T) {
	if _, err := ReadPiped(endless{}, ""); err == nil || !strings.Contains(err.Error(), "67108864") {
		t.Errorf("got %v, want the limit named", err)
	}
	broken := errors.New("broken")
	if _, err := ReadPiped(&failing{err: broken}, ""); !errors.Is(err, broken) {
		t.Errorf("got %v, want what the reader said", err)
	}
}

type failing struct{ err error }

func (f *failing) Read([]byte) (int, error) { return 0, f.err }

// TestPipedIsReadAsAFile compares what is piped in with the same in a file.
func TestPipedIsReadAsAFile(t *testing.T) {
	folder := t.TempDir()
	dataset, err := os.ReadFile("../../examples/helpdesk/dataset.yaml")
	if err != nil {
		t.Fatal(err)
	}
	table, err := os.ReadFile(filepath.Join(pension, "matrix.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	reading := filepath.Join(pension, "reading.yaml")
	for _, c := range []struct {
		name, text string
		o          Options
	}{
		{"stdin.yaml", string(dataset), Options{}},
		{"stdin.json", export(t, pension), Options{}},
		{"stdin.csv", plainMatrix, Options{}},
		{"stdin.tsv", string(table), Options{Reading: reading}},
	} {
		path := filepath.Join(folder, c.name)
		write(t, path, c.text)
		want := mustOpen(t, path, c.o).Dataset()
		if c.o.Piped, err = ReadPiped(strings.NewReader(c.text), ""); err != nil {
			t.Fatal(err)
		}
		var a, b strings.Builder
		if err := errors.Join(graph.Encode(&a, want), graph.Encode(&b, mustOpen(t, Stdin, c.o).Dataset())); err != nil {
			t.Fatal(err)
		}
		if a.String() != b.String() {
			t.Errorf("%s: what was piped in differs from the file", c.name)
		}
		if isMatrix(path) {
			x, _, err1 := Account(t.Context(), path, c.o)
			y, _, err2 := Account(t.Context(), Stdin, c.o)
			if err1 != nil || err2 != nil || x.Marks != y.Marks || x.Rows != y.Rows {
				t.Errorf("%s: account %+v, %v, and of the file %+v, %v", c.name, y, err2, x, err1)
			}
		}
	}
}

// TestProposalForWhatIsPiped has no name of a matrix to write down.
func TestProposalForWhatIsPiped(t *testing.T) {
	p, err := ReadPiped(strings.NewReader(plainMatrix), "")
	if err != nil {
		t.Fatal(err)
	}
	draft, err := Propose(t.Context(), Stdin, Options{Piped: p})
	if err != nil || !strings.Contains(string(draft), "blocks:") || strings.Contains(string(draft), "matrix:") {
		t.Errorf("got %s, %v", draft, err)
	}
}

// TestAFileCalledLikeStandardInput is a file, unless something was piped in.
func TestAFileCalledLikeStandardInput(t *testing.T) {
	if _, err := Open(t.Context(), Stdin, Options{}); err == nil {
		t.Error("nothing was piped in, and something was read")
	}
}
