package messages

import (
	"testing"
)

func TestNumbers(t *testing.T) {
	half := 0.5
	for _, x := range []struct{ got, want string }{
		{Whole(0), "0"},
		{Whole(999), "999"},
		{Whole(1000), "1,000"},
		{Whole(-1234567), "-1,234,567"},
		{Tenths(44.04), "44.0"},
		{Tenths(-0.01), "0.0"},
		{Tenths(1234.56), "1,234.6"},
		{Percentage(44), "44.0 %"},
		{Index(4101.4), "4,101"},
		{Effective(2.438), "2.44"},
		{Ratio(0.3214), "0.321"},
		{Optional(&half, Tenths), "0.5"},
		{Optional(nil, Tenths), "—"},
	} {
		if x.got != x.want {
			t.Errorf("got %q, want %q", x.got, x.want)
		}
	}
}
