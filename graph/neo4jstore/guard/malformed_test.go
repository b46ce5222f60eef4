package guard

import "testing"

func TestPlace(t *testing.T) {
	for _, c := range []struct {
		message string
		before  int
		says    string
		ok      bool
	}{
		{"Variable `m` not defined (line 1, column 28 (offset: 27))\n\"MATCH (n) RETURN m\"\n   ^", 27, "Variable `m` not defined", true},
		{"Expected parameter(s): y", 0, "Expected parameter(s): y", false},
		{"far (line 1, column 1 (offset: 99999999999999999999))", 0, "far (line 1, column 1 (offset: 99999999999999999999))", false},
	} {
		if before, says, ok := Place(c.message); before != c.before || says != c.says || ok != c.ok {
			t.Errorf("the place of %q is %d, %q, %v; want %d, %q, %v", c.message, before, says, ok, c.before, c.says, c.ok)
		}
	}
}
