package word

// UndeclaredRules says what is taken for rules that only people know: a reading
// that is proposed declares none.
func UndeclaredRules() []string {
	return []string{
		`rules: leads not declared, so each of several leads is taken to be needed; declare it under "rules"`,
		`rules: support not declared, so no supporter is taken to stand in; declare it under "rules"`,
	}
}
