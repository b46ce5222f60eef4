package messages

import (
	"fmt"
	"regexp"
	"strings"

	"tasuki/graph"
)

// ExampleFlow shows how flows are declared, with the first of some tasks.
func ExampleFlow(tasks []graph.Task, lang graph.Lang) string {
	for i := len(tasks) + 1; len(tasks) < 2; i++ {
		tasks = append(tasks, graph.Task{ID: fmt.Sprintf("TASK-%d", i)})
	}
	tasks = tasks[:min(3, len(tasks))]
	var b strings.Builder
	fmt.Fprintf(&b, "# flows.yaml\n")
	for _, t := range tasks {
		if name := t.Label(lang); name != t.ID {
			fmt.Fprintf(&b, "# %s\n", shortened(name))
		}
	}
	first, last := yamlText(tasks[0].ID), yamlText(tasks[len(tasks)-1].ID)
	fmt.Fprintf(&b, "flows:\n  - id: example\n    name: {en: Example, ja: 例}\n    start: [%s]\n    goal: [%s]\n    handoffs:\n", first, last)
	for i := range tasks[1:] {
		fmt.Fprintf(&b, "      - {from: %s, to: %s, kind: %s}\n", yamlText(tasks[i].ID), yamlText(tasks[i+1].ID), []graph.HandoffKind{graph.Report, graph.Request}[i])
	}
	return b.String()
}

// shortened keeps a remark to its line.
func shortened(text string) string {
	const most = 70
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// bare is what YAML and its readers take for a text without quotes.
var bare = regexp.MustCompile(`^(?:[A-Za-z]+[0-9]+|[A-Za-z]*[0-9]+(?:-[0-9]+)+|[A-Za-z]{2,}(?:-[A-Za-z0-9]+)+)$`)

// yamlText returns a text as YAML has it. What JSON quotes, YAML does.
func yamlText(s string) string {
	if bare.MatchString(s) {
		return s
	}
	text, err := graph.JSONLine(s)
	if err != nil {
		panic(err) // a text always has a form
	}
	return string(text)
}
