package xmltree

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	root, err := Parse("m.xml", []byte("<a xmlns=\"urn:x\" xmlns:o=\"urn:o\"\n n=\"v\" o:n=\"w\">\n<b/><b/></a>"), func(string, string) bool { return false })
	if err != nil {
		t.Fatal(err)
	}
	if root.Name != "a" || root.Space != "urn:x" || root.Attribute("n") != "v" || root.In("urn:o", "n") != "w" || root.Attribute("none") != "" {
		t.Errorf("the root is %+v", root)
	}
	if b := root.Child("b"); b == nil || b.Line != 3 || root.Child("c") != nil {
		t.Errorf("its first child is %+v", b)
	}
}

func TestParseRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"not closed":    "<a>",
		"nothing":       "",
		"a type":        "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
		"deep":          strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300),
		"two roots":     "<a/><b/>",
		"another close": "<a></b>",
	} {
		if root, err := Parse("m.xml", []byte(text), func(string, string) bool { return false }); err == nil {
			t.Errorf("%s: read as %+v", name, root)
		}
	}
}
