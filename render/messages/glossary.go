package messages

// Explained names, by the English heads of columns, the term whose definition
// says what stands in them.
var Explained = map[string]string{
	"Tasks, split": "Tasks, split", "Through": "Handoffs in, out, within, through", "Within": "Handoffs in, out, within, through",
	"Value": "Betweenness", "Normalized": "Betweenness", "By amount": "By amount, by minutes", "Times a year": "Times a year",
	"Tasks lost": "Lost, degraded", "Degraded": "Lost, degraded", "Flows broken": "Broken flow",
	"Critical sets": "Critical set, can be missing", "Can be missing": "Critical set, can be missing", "Truck factor": "Truck factor", "Greedy": "Truck factor",
	"R, worst": "R, ShapleyCov", "R, by led tasks": "R, ShapleyCov", "R, mean": "R, ShapleyCov", "ShapleyCov": "R, ShapleyCov",
	"Unavoidable tasks": "Single point of failure", "Independent ways": "Independent ways", "Fewest organizations": "Fewest organizations",
	"HHI": "HHI", "HHI over all readings": "HHI", "HHI*": "Floor, HHI*", "Effective number": "Effective number", "CR1 %": "CR1, CR3", "CR3 %": "CR1, CR3", "Gini": "Gini",
	"Impact": "Impact, difficulty, weight, score", "Difficulty": "Impact, difficulty, weight, score", "Weight": "Impact, difficulty, weight, score", "Score": "Impact, difficulty, weight, score",
	"How sure": "Sure, depends", "Doubt it settles, points": "Doubt",
}

// definitionOf returns the place of the definition of what a head says, if there
// is one.
func definitionOf(head string) string {
	if term := Explained[head]; term != "" {
		return "#" + AnchorOf("definition", term)
	}
	return ""
}
