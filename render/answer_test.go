package render

import (
	"strings"
	"testing"
)

func TestAnswer(t *testing.T) {
	rows := [][]any{
		{"運用", int64(3), nil, []any{"a", 1.5}},
		{"=cmd()", int64(-10), "x\x1b[2J\ny", map[string]any{"b": "<", "a": true}},
	}
	for format, want := range map[AnswerFormat]string{
		AnswerTable: "name    n    text     list\n運用    3             [\"a\",1.5]\n=cmd()  -10  x [2J y  {\"a\":true,\"b\":\"<\"}\n(2 rows)\n",
		AnswerLines: `{"name":"運用","n":3,"text":null,"list":["a",1.5]}` + "\n" + `{"name":"=cmd()","n":-10,"text":"x\u001b[2J\ny","list":{"a":true,"b":"<"}}` + "\n",
		AnswerJSON:  `[{"name":"運用","n":3,"text":null,"list":["a",1.5]},` + "\n" + `{"name":"=cmd()","n":-10,"text":"x\u001b[2J\ny","list":{"a":true,"b":"<"}}]` + "\n",
		AnswerCSV:   "name,n,text,list\n運用,3,,\"[\"\"a\"\",1.5]\"\n'=cmd(),-10,\"x\x1b[2J\ny\",\"{\"\"a\"\":true,\"\"b\"\":\"\"<\"\"}\"\n",
	} {
		var b strings.Builder
		a := NewAnswer(&b, format)
		if err := a.Columns([]string{"name", "n", "text", "list"}); err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if err := a.Row(row); err != nil {
				t.Fatal(err)
			}
		}
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Errorf("%s prints\n%s\nwant\n%s", format, b.String(), want)
		}
	}
}

// TestAnswerStreams checks that a long table is written before its end.
func TestAnswerStreams(t *testing.T) {
	var b strings.Builder
	a := NewAnswer(&b, AnswerTable)
	if err := a.Columns([]string{"n"}); err != nil {
		t.Fatal(err)
	}
	for i := range 20_000 {
		if err := a.Row([]any{int64(i)}); err != nil {
			t.Fatal(err)
		}
	}
	if b.Len() == 0 {
		t.Error("nothing was written before the end")
	}
	if err := a.Close(); err != nil || strings.Count(b.String(), "\n") != 20_002 {
		t.Errorf("%d lines, %v", strings.Count(b.String(), "\n"), err)
	}
}
