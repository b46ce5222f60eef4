package html

import "strings"

// lineThrough is the value of the styles that strike out.
const lineThrough = "line-through"

// IsStrike reports whether an element strikes its text out.
func IsStrike(name string) bool { return name == "s" || name == "del" || name == "strike" }

// Strikes reports whether the attributes of a tag, as they are written, have a style
// that strikes out.
func Strikes(attributes string) bool {
	attributes = strings.ToLower(attributes)
	return strings.Contains(attributes, lineThrough) && strings.Contains(attributes, "style")
}
