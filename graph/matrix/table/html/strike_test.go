package html

import (
	"strings"
	"testing"

	"tasuki/internal/rowtext"
)

func TestStruck(t *testing.T) {
	for _, tt := range []struct{ name, page, rows, want string }{
		{"elements", `<table><tr><td>a<td><s>R</s><td><del>R</del>A<td><strike> </strike>I<td>C</table>`, "1: a|R|A|I|C", "1: struck [2] cut [3]"},
		{"in each other", `<table><tr><td><s>R<del>A</del>C</s>I<td><b><s>R</s></b></table>`, "1: I|R", "1: struck [2] cut [1]"},
		{"styles", `<table><tr><td><span style="text-decoration: Line-Through">R<span>A</span></span>I<td style="text-decoration:line-through">R<td><p style="color:red">R</table>`, "1: I|R|R", "1: struck [2] cut [1]"},
		{"row", `<table><tr style="text-decoration-line:line-through"><td>a<td>R</tr><tr><td>b<td>R</table>`, "1: a|R\n2: b|R", "1: struck [1 2]"},
		{"classes", `<style>p{} .grid .s1, td.x5 { text-decoration : line-through } .s3 b, .s2{color:red}</style><table class="grid"><tr><td class="s2">a<td class="n s1">R<td class=x5>A<td class=s3>C</table>`, "1: a|R|A|C", "1: struck [2 3]"},
		{"no end", `<table><tr><td><s>R<td>A</tr><tr><td>C</table>`, "1: R|A\n2: C", "1: struck [1]"},
		{"in what is hidden", `<table><tr><td>a<td><s>R <span style="display:none"><s>x</s></span> A</s><td><s>R<script></s></script>A</s></table>`, "1: a|R A|RA", "1: struck [2 3]"},
		{"no end of a paragraph", `<table><tr><td><p style="text-decoration:line-through">R<p>A<td><ul><li style="text-decoration:line-through">R<li>A</ul><td><p style="text-decoration:line-through">R<div>A</div><td><s><p>R<p>A</s>C</table>`, "1: A|A|A|C", "1: cut [1 2 3 4]"},
		{"a list in an item", `<table><tr><td><ul><li style="text-decoration:line-through">R<ul><li>A</ul>C</ul>I<td><p style="text-decoration:line-through">R</p>A</table>`, "1: I|A", "1: cut [1 2]"},
		{"a comment in a style", `<style>/* .a{text-decoration:line-through} */ .b/* .c */{text-decoration:line-through} /* .d{text-decoration:line-through}</style><table><tr><td class=a>A<td class=b>R<td class=c>C<td class=d>I</table>`, "1: A|R|C|I", "1: struck [2]"},
		{"within others", `<style>.draft .x, .draft>.y, td.w, .grid .v{text-decoration:line-through} .q{text-decoration:none} .n:hover{text-decoration:line-through}</style><div class="page grid"><table><tr><td class=x>A<td class=y>R<td class=n>C<td class=w>I<td class=v>R</table></div>`, "1: A|R|C|I|R", "1: struck [4 5]"},
		{"merged", `<table><tr><td rowspan="2"><s>R</s><td>A</tr><tr><td>C</table>`, "1: R|A\n2: R*|C", "1: struck [1]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if rows, err := rowtext.Read(Open, strings.NewReader(tt.page), ""); err != nil || rows != tt.rows {
				t.Errorf("got\n%s\n%v\nwant\n%s", rows, err, tt.rows)
			}
			if got := rowtext.Asides(t, Open, []byte(tt.page), ""); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
