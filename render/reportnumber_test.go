package render

import "testing"

func TestNumbers(t *testing.T) {
	half := 0.5
	for _, x := range []struct{ got, want string }{
		{whole(0), "0"},
		{whole(999), "999"},
		{whole(1000), "1,000"},
		{whole(-1234567), "-1,234,567"},
		{tenths(44.04), "44.0"},
		{tenths(-0.01), "0.0"},
		{tenths(1234.56), "1,234.6"},
		{percentage(44), "44.0 %"},
		{index(4101.4), "4,101"},
		{effective(2.438), "2.44"},
		{ratio(0.3214), "0.321"},
		{optional(&half, tenths), "0.5"},
		{optional(nil, tenths), "—"},
	} {
		if x.got != x.want {
			t.Errorf("got %q, want %q", x.got, x.want)
		}
	}
}
