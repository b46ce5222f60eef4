package modelid

import "testing"

// TestGive holds IDs to names where they are alone, and to what tells them apart elsewhere.
func TestGive(t *testing.T) {
	names := New(func(id string) bool { return id == "Pay" })
	for _, n := range []string{"Check", "End", "End", "End", "Pay"} {
		names.Count(n)
	}
	for _, c := range []struct{ own, name, whose, want string }{
		{"", "Check", "A", "Check"},
		{"", "End", "A", "End (A)"},
		{"", "End", "A", "End (A) 2"},
		{"", "End", "", "End"},
		{"", "Pay", "A", "Pay (A)"},
		{"3-24", "Check", "A", "3-24"},
	} {
		if got := names.Give(c.own, c.name, c.whose); got != c.want || !names.Used(got) {
			t.Errorf("%s of %s is called %q, want %q", c.name, c.whose, got, c.want)
		}
	}
}
