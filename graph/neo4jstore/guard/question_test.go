package guard

import "testing"

func FuzzRead(f *testing.F) {
	for _, s := range []string{"RETURN 1", "RETURN 'a\\'b' AS `x``y` // c", "/* */ USE x", "CALL a.b /* */ (", "'", "`", "/*", "\\u0027", "()(;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		// What is added behind a statement must be seen, whatever stands before.
		if clears(s+"\n RETURN evil.function(1)") && clears(s) {
			t.Errorf("a function of a plugin hides behind %q", s)
		}
	})
}

func clears(statement string) bool {
	_, err := Read(statement)
	return err == nil
}
