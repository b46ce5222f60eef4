package criticality

// Answer is the answer to a question that facts may be missing for. Answers are
// ordered no, unknown, yes: of several conditions that must all hold the least
// counts, of several of which one is enough the greatest (Kleene).
type Answer string

// The answers.
const (
	No      Answer = "no"
	Unknown Answer = "unknown" // what is declared leaves both open
	Yes     Answer = "yes"
)

func (a Answer) rank() int { return map[Answer]int{No: 0, Unknown: 1, Yes: 2}[a] }

// and returns the least of answers.
func (a Answer) and(others ...Answer) Answer {
	for _, b := range others {
		if b.rank() < a.rank() {
			a = b
		}
	}
	return a
}

// or returns the greater of two answers.
func (a Answer) or(b Answer) Answer {
	if b.rank() > a.rank() {
		return b
	}
	return a
}
