package assistant

import (
	"context"
	"slices"

	"tasuki/graph"
	"tasuki/queries"
)

// question is an entry of the catalogue.
type question struct {
	Name     string          `json:"name"`
	Title    queries.Text    `json:"title"`
	Question queries.Text    `json:"question"`
	Readers  []string        `json:"readers"`
	Params   []queries.Param `json:"params"` // but for the dataset, which is that of the server
}

func (s *server) questions() tool {
	return tool{
		name: "questions", title: s.Plain("The catalogue of questions"),
		says:   s.Plain("The questions of the catalogue that ask runs in Neo4j: name, title and parameters."),
		params: []param{{name: "reader", kind: aText, words: queries.Readers(), says: s.Plain("Whom the questions are for; left out: all.")}},
		run: func(_ context.Context, a arguments) (answer, error) {
			list := []question{}
			var out answer
			for _, q := range queries.All() {
				if a.given("reader") && !slices.Contains(q.Readers, a.text("reader")) {
					continue
				}
				x := question{q.Name, q.Title, q.Question, q.Readers, []queries.Param{}}
				line := s.Plain("{1}: {2}", q.Name, inLang(q.Title, s.Lang))
				for _, p := range q.Params {
					if p.Name != datasetParam {
						x.Params = append(x.Params, p)
						line += " [" + p.Name + "]"
					}
				}
				list = append(list, x)
				out.lines = append(out.lines, line)
			}
			out.result = list
			if err := s.unasked(); err != nil {
				out.lines = slices.Insert(out.lines, 0, s.Form(noDatabase))
			}
			return out, nil
		},
	}
}

// datasetParam is the parameter that every question has first.
const datasetParam = "dataset"

// inLang returns a text in a language.
func inLang(t queries.Text, l graph.Lang) string { return graph.Name{JA: t.JA, EN: t.EN}.In(l) }
