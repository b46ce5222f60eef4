package drawings

import (
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// noteAssumed says of a drawing, where it is so, that it rests on rules that nobody
// declared.
func noteAssumed(d *diagram.Diagram, assumed bool, lang messages.Language) {
	if assumed {
		d.Notes = append(d.Notes, lang.Plain("Drawn under the stricter rules, since nobody declared which hold; the report says what others would change."))
	}
}
