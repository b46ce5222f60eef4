package word

import "tasuki/graph/said"

// UndeclaredRules says what is taken for rules that only people know: a reading
// that is proposed declares none.
func UndeclaredRules() []said.Note {
	return []said.Note{
		said.Notef(`rules: leads not declared, so each of several leads is taken to be needed; declare it under "rules"`),
		said.Notef(`rules: support not declared, so no supporter is taken to stand in; declare it under "rules"`),
	}
}
