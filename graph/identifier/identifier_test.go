package identifier

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestLEI holds the check against arithmetic on whole numbers, on identifiers of others
// and on random ones with a letter changed.
func TestLEI(t *testing.T) {
	for text, want := range map[string]string{
		"5493001KJTIIGC8Y1R12": "", "7H6GLXDRUGQFU57RNE97": "", "HWUPKR0MPOU8FGXBT394": "",
		"5493001KJTIIGC8Y1R17": "check digits", "5493001KJTIIGC8Y1R1": "not 19", "5493001kJTIIGC8Y1R12": "capital letters",
		"5493001KJTIIGC8Y1R1A": "ends in two digits", "": "not 0", "５４93001KJTIIGC8Y1R12": "letters and digits",
	} {
		if err := LEI(text); want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("LEI(%q) = %v, want %q", text, err, want)
		}
	}
	r := rand.New(rand.NewPCG(1, 17))
	const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for range 2000 {
		var head []byte
		for range 18 {
			head = append(head, signs[r.IntN(36)])
		}
		text := string(head) + fmt.Sprintf("%02d", 98-mod97(string(head)+"00"))
		if err := LEI(text); err != nil {
			t.Fatalf("LEI(%q) = %v", text, err)
		}
		i := r.IntN(18)
		changed := text[:i] + string(signs[(strings.IndexByte(signs, text[i])+1+r.IntN(35))%36]) + text[i+1:]
		if got, want := LEI(changed) == nil, mod97(changed) == 1; got != want {
			t.Fatalf("LEI(%q) fits: %v, want %v", changed, got, want)
		}
	}
}

func mod97(text string) int {
	var digits strings.Builder
	for _, c := range text {
		n := int(c - '0')
		if c >= 'A' {
			n = int(c-'A') + 10
		}
		fmt.Fprint(&digits, n)
	}
	whole, _ := new(big.Int).SetString(digits.String(), 10)
	return int(new(big.Int).Mod(whole, big.NewInt(97)).Int64())
}

func TestRegion(t *testing.T) {
	if n := len(strings.Fields(countries)); n != 250 {
		t.Errorf("%d countries, want the 249 of ISO 3166-1 and XK", n)
	}
	for text, ok := range map[string]bool{
		"JP": true, "JP-13": true, "GB-ENG": true, "XK": true,
		"": false, "jp": false, "UK": false, "JPN": false, "P J": false, "JP-": false, "JP-1234": false, "JP-1a": false, "EU": false, "D DE": false,
	} {
		if err := Region(text); (err == nil) != ok {
			t.Errorf("Region(%q) = %v, want it to fit: %v", text, err, ok)
		}
	}
}
