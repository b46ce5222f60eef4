package assistant

import "context"

func (s *server) cypher() tool {
	return tool{
		name: "cypher", title: s.Plain("Run a statement in Cypher"), waits: true,
		says: s.Plain("Runs a statement of yours that only reads, with the dataset as the parameter $dataset. What does more is refused, and the answer says which check refused it."),
		params: []param{
			{name: "statement", kind: aText, says: s.Plain("The statement, such as MATCH (o:Organization {dataset: $dataset}) RETURN o.id."), required: true},
			{name: "params", kind: anyKeys, says: s.Plain("Its parameters by name, but for the dataset.")},
			{name: rowsArgument, kind: aNumber, min: 1, max: mostRows, says: s.Plain("How many rows the answer may have; 50 unless given.")},
		},
		run: func(ctx context.Context, a arguments) (answer, error) {
			if err := s.unasked(); err != nil {
				return answer{}, err
			}
			params, err := s.given(a)
			if err != nil {
				return answer{}, err
			}
			return s.run(ctx, s.Plain("Answer"), a.text("statement"), params, a.number(rowsArgument, rowsUnlessGiven))
		},
	}
}
