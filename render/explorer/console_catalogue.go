package explorer

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/queries"
)

// entry is a question of the catalogue with its form.
type entry struct {
	Name, Title, Question string
	Open                  bool // it is the one that was asked
	Fields                []field
}

// field is a parameter in the form of a question.
type field struct {
	ID, Name, Label, Says, Value string
	Required                     bool
	Choices                      []string // empty: any text
	List                         string   // the id of the values that are offered
}

// Field names the fields of the forms, as the template shows them.
func (consolePage) Field() map[string]string {
	return map[string]string{"statement": statementField, "params": paramsField, "question": questionField, "as": asField, "picture": asPicture}
}

// Catalogue lists the questions, each with a form of its parameters but the dataset.
func (p consolePage) Catalogue() []entry {
	var list []entry
	text := func(t queries.Text) string { return graph.Name{EN: t.EN, JA: t.JA}.In(p.Printer.Lang) }
	for _, q := range queries.All() {
		e := entry{Name: q.Name, Title: text(q.Title), Question: text(q.Question), Open: q.Name == p.console.Ask.Question}
		for _, param := range q.Params {
			if param.Name == datasetParam {
				continue
			}
			f := field{ID: q.Name + "-" + param.Name, Name: given + param.Name, Label: param.Name, Says: param.Says, Required: param.Required, Choices: param.Words, Value: typed(param.Default), List: p.offered(param.Name)}
			if param.Type == queries.Flag {
				f.Choices = []string{"true", "false"}
			}
			if value, ok := p.console.Ask.Given[param.Name]; ok && e.Open {
				f.Value = value
			}
			e.Fields = append(e.Fields, f)
		}
		list = append(list, e)
	}
	return list
}

// typed returns the default of a parameter as it is typed.
func typed(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []string:
		return strings.Join(v, ",")
	}
	return fmt.Sprint(v)
}

// listed are the values that are offered for parameters: the IDs of the dataset.
type listed struct {
	ID     string
	Values []value
}

// value is an ID with the name of what bears it.
type value struct{ ID, Name string }

// Lists are the IDs that are offered where a parameter asks for one.
func (p consolePage) Lists() []listed {
	organizations, tasks, flows := listed{ID: "organizations"}, listed{ID: "tasks"}, listed{ID: "flows"}
	for _, o := range p.w.Graph.Organizations() {
		organizations.Values = append(organizations.Values, value{o.ID, o.Name.In(p.Printer.Lang)})
	}
	for _, t := range p.w.Graph.Tasks() {
		tasks.Values = append(tasks.Values, value{t.ID, t.Name.In(p.Printer.Lang)})
	}
	for _, f := range p.w.Graph.Flows() {
		flows.Values = append(flows.Values, value{f.ID, f.Name.In(p.Printer.Lang)})
	}
	return []listed{organizations, tasks, flows}
}

// offered returns the list that a parameter takes its values from; empty: none.
func (p consolePage) offered(param string) string {
	if slices.Contains([]string{"organization", "task", "flow"}, param) {
		return param + "s"
	}
	return ""
}
