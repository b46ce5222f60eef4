package explorer

import (
	"strings"
	"testing"
)

// TestRegisteredOrganization looks for what registers hold on the page of an organization.
func TestRegisteredOrganization(t *testing.T) {
	m := model(t, "org a client \"Alpha\"\norg b vendor region=JP-13 lei=5493001KJTIIGC8Y1R12 serves=a \"Beta\"\n1: a*")
	page, err := written(t, m, "/organization/b")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"JP-13", "5493001KJTIIGC8Y1R12", "Place in the chain of sub-contractors", ">1<"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if page, err = written(t, m, "/organization/a"); err != nil || strings.Contains(page, "Entries of registers") {
		t.Errorf("a heading over nothing: %v", err)
	}
}
