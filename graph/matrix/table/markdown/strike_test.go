package markdown

import (
	"strings"
	"testing"

	"tasuki/internal/rowtext"
)

func TestStruck(t *testing.T) {
	for _, tt := range []struct{ cell, want, aside string }{
		{"~~R~~", "R", "1: struck [1]"},
		{"~~**R**~~", "R", "1: struck [1]"},
		{"**~~R~~**", "R", "1: struck [1]"},
		{"~~R~~ A", "A", "1: cut [1]"},
		{"A ~~R~~ C", "A  C", "1: cut [1]"},
		{"<del>R</del>", "R", "1: struck [1]"},
		{"<s>R</s>/A", "/A", "1: cut [1]"},
		{`<span style="text-decoration:line-through">R<span>A</span></span>`, "RA", "1: struck [1]"},
		{"[~~R~~](x)", "R", "1: struck [1]"},
		{"<del>[R](x) [A</del>](y) C", "C", "1: cut [1]"},
		{"</del>R<del> </del>", "R", ""},
		{"~~~R~~~", "~~~R~~~", ""},
		{strings.Repeat("~", 200_000), strings.Repeat("~", 200_000), ""},
		{"`~~R~~`", "~~R~~", ""},
		{`\~~R~~`, "~~R~~", ""},
		{"~R~", "~R~", ""},
		{"~~R", "~~R", ""},
		{"R~~", "R~~", ""},
		{"~~ R ~~", "~~ R ~~", ""},
	} {
		text := "| " + tt.cell + " |\n|---|\n"
		rows, err := rowtext.Read(Open, strings.NewReader(text), "")
		if aside := rowtext.Asides(t, Open, []byte(text), ""); err != nil || rows != "1: "+tt.want || aside != tt.aside {
			t.Errorf("%s: got %q and %q, %v; want %q and %q", tt.cell, rows, aside, err, tt.want, tt.aside)
		}
	}
}
