package acceptance

import (
	"fmt"
	"testing"
	"time"
)

// TestDates holds the calendar to that of the standard library, for every form that a
// day of some years can have.
func TestDates(t *testing.T) {
	for _, year := range []int{0, 1, 1900, 2000, 2026, 2028, 9999} {
		for month := range 14 {
			for day := range 33 {
				text := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
				_, err := time.Parse(time.DateOnly, text)
				if want := err == nil && year > 0; Date(text).Valid() != want {
					t.Errorf("%s: valid is %t", text, !want)
				}
			}
		}
	}
	for _, text := range []Date{"", "2027-3-31", "2027/03/31", "+027-03-31", "2027-03-31T00:00", "２０２７-03-31", "20a7-03-31", "2027-+3-01"} {
		if text.Valid() {
			t.Errorf("%q is a day", text)
		}
	}
	if !Date("2026-12-31").Before("2027-01-01") || Date("2027-01-01").Before("2027-01-01") {
		t.Error("days are in another order")
	}
}

func TestScopes(t *testing.T) {
	for want, s := range map[string]Scope{"": {}, "organization a": {Organization: "a"}, "flow f": {Flow: "f"}, "task 1": {Task: "1"}, "category c": {Category: "c"}} {
		if got := s.String(); got != want {
			t.Errorf("%+v is %q, want %q", s, got, want)
		}
	}
	if n := (Scope{Task: "1", Category: "c"}).Count(); n != 2 {
		t.Errorf("two things are %d", n)
	}
}
