package flagvalue

import "testing"

func TestSize(t *testing.T) {
	for text, want := range map[string]int64{"1": 1, "500": 500, "10B": 10, "500KiB": 500 << 10, "32mib": 32 << 20, "2 GiB": 2 << 30} {
		var s Size
		if err := s.Set(text); err != nil || int64(s) != want {
			t.Errorf("%s: %d, %v, want %d", text, s, err, want)
		}
	}
	size := Size(32 << 20)
	if size.String() != "32MiB" {
		t.Errorf("32 MiB are written %s", &size)
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		id, want string
		ids      []string
	}{
		{"outge", `the nearest of 4: "outage", "change", "abc"`, []string{"zzzzzzzz", "change", "abc", "outage"}},
		{"OPS", `the nearest of 2: "ops", "hw"`, []string{"hw", "ops"}},
		{"受付", `the nearest of 2: "受付係", "運用"`, []string{"運用", "受付係"}},
		{"x", "there is none", nil},
	} {
		if got := Nearest(c.id, c.ids); got.String() != c.want {
			t.Errorf("%q: got %s, want %s", c.id, got, c.want)
		}
	}
}

func TestText(t *testing.T) {
	var text Text
	if err := text.Set("a"); err != nil || text.String() != "a" {
		t.Errorf("got %q, %v", text, err)
	}
	if err := text.Set(""); err == nil || text != "a" {
		t.Errorf("an empty text was taken: %q", text)
	}
}
