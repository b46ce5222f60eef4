package readiness

import (
	"io"
	"strings"

	"tasuki/analysis/readiness"
	"tasuki/graph"
	"tasuki/render/answer"
	"tasuki/render/messages"
)

// CSV writes every hour of every organization, one row each, with the worst of its minutes.
// The columns have the same names in every language.
func CSV(w io.Writer, week readiness.Week, lang messages.Language) error {
	a := answer.NewAnswer(w, answer.AnswerCSV)
	if err := a.Columns(strings.Fields("flow organization start minutes standing called level posts wait_minutes sure_called sure_level sure_posts sure_wait_minutes")); err != nil {
		return err
	}
	for _, f := range week.Flows {
		for _, p := range f.Parties {
			for i, h := range p.Hours {
				row := []any{f.Flow, p.Organization, h.Start, week.Hours[i].Minutes, string(h.Standing)}
				row = append(append(row, cells(h.First, lang.Lang)...), cells(h.Sure, lang.Lang)...)
				if err := a.Row(row); err != nil {
					return err
				}
			}
		}
	}
	return a.Close()
}

// cells are those of who is reached; empty where there is nobody.
func cells(c *readiness.CallTo, lang graph.Lang) []any {
	if c == nil {
		return []any{nil, nil, nil, nil}
	}
	var posts []string
	for _, p := range c.Posts {
		name := p.Name.In(lang)
		if p.Undeclared {
			name += "?"
		}
		posts = append(posts, name)
	}
	var wait any
	if c.WaitMinutes != nil {
		wait = *c.WaitMinutes
	}
	return []any{c.Organization, c.Level, strings.Join(posts, " / "), wait}
}
