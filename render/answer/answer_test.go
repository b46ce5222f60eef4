package answer

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"tasuki/internal/seeds"
	"tasuki/render/typeset"
)

func TestAnswer(t *testing.T) {
	rows := [][]any{
		{"運用", int64(3), nil, []any{"a", 1.5}},
		{"=cmd()", int64(-10), "x\x1b[2J\ny", map[string]any{"b": "<", "a": true}},
	}
	for format, want := range map[AnswerFormat]string{
		AnswerTable: "name    n    text         list\n運用    3                 [\"a\",1.5]\n=cmd()  -10  x\\x1b[2J\\ny  {\"a\":true,\"b\":\"<\"}\n(2 rows)\n",
		AnswerLines: `{"name":"運用","n":3,"text":null,"list":["a",1.5]}` + "\n" + `{"name":"=cmd()","n":-10,"text":"x\u001b[2J\ny","list":{"a":true,"b":"<"}}` + "\n",
		AnswerJSON:  `[{"name":"運用","n":3,"text":null,"list":["a",1.5]},` + "\n" + `{"name":"=cmd()","n":-10,"text":"x\u001b[2J\ny","list":{"a":true,"b":"<"}}]` + "\n",
		AnswerCSV:   "name,n,text,list\n運用,3,,\"[\"\"a\"\",1.5]\"\n'=cmd(),-10,\"x\\x1b[2J\ny\",\"{\"\"a\"\":true,\"\"b\"\":\"\"<\"\"}\"\n",
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

// TestAnswerHidesNothing feeds what a terminal would obey, in names, values, lists
// and maps, and expects none of it in any format, and all of it from a reader of JSON.
func TestAnswerHidesNothing(t *testing.T) {
	evil := "a\x00\a\b\x1b]0;x\a\x7f\u0085\u009b2J\u200b\u200e\u202e\u2028\u2029\u2066\ufeff\u00ad\U000e0041\r\vz"
	row := []any{evil, []any{evil}, map[string]any{evil: evil}}
	for _, format := range []AnswerFormat{AnswerTable, AnswerJSON, AnswerLines, AnswerCSV} {
		var b strings.Builder
		a := NewAnswer(&b, format)
		if err := errors.Join(a.Columns([]string{evil, "b", "c"}), a.Row(row), a.Close()); err != nil {
			t.Fatal(err)
		}
		for _, r := range b.String() {
			if r != '\n' && (r != '\r' || format != AnswerCSV) && typeset.Hidden(r) {
				t.Errorf("%s prints %U: %q", format, r, b.String())
				break
			}
		}
		if !strings.Contains(b.String(), "1b]0;x") || format == AnswerTable && strings.Count(b.String(), "\n") != 3 {
			t.Errorf("%s prints %q", format, b.String())
		}
		if format == AnswerLines {
			var got map[string]any
			if err := json.Unmarshal([]byte(b.String()), &got); err != nil || !reflect.DeepEqual(got, map[string]any{evil: evil, "b": row[1], "c": row[2]}) {
				t.Errorf("JSON means %q, %v", got, err)
			}
		}
	}
}

// TestAnswerCut expects that no reader takes an answer that breaks off for a whole
// one, and that one without a row prints nothing.
func TestAnswerCut(t *testing.T) {
	for _, format := range []AnswerFormat{AnswerTable, AnswerJSON, AnswerLines, AnswerCSV} {
		for rows := range 3 {
			var b strings.Builder
			a := NewAnswer(&b, format)
			err := a.Columns([]string{"n"})
			for i := range rows {
				err = errors.Join(err, a.Row([]any{int64(i)}))
			}
			if err = errors.Join(err, a.Cut("over the \x1b limit")); err != nil {
				t.Fatal(err)
			}
			says := []string{"", `cut off after 1 row: over the \x1b limit`, `cut off after 2 rows: over the \x1b limit`}[rows]
			if got := b.String(); rows == 0 && got != "" || rows > 0 && !strings.Contains(got, says) {
				t.Errorf("%s with %d rows is cut to %q", format, rows, got)
			}
			if rows > 0 && reads(format, b.String()) {
				t.Errorf("%s with %d rows is cut and reads as whole: %q", format, rows, b.String())
			}
		}
	}
}

// reads reports whether a reader of a format takes a text.
func reads(format AnswerFormat, text string) bool {
	switch format {
	case AnswerCSV:
		_, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		return err == nil
	case AnswerTable:
		return strings.HasSuffix(text, " row)\n") || strings.HasSuffix(text, " rows)\n")
	}
	d := json.NewDecoder(strings.NewReader(text))
	for {
		var v any
		if err := d.Decode(&v); err != nil {
			return err == io.EOF
		}
	}
}

// TestAnswerWidth keeps one long cell from padding all others to its width.
func TestAnswerWidth(t *testing.T) {
	var b strings.Builder
	a := NewAnswer(&b, AnswerTable)
	err := errors.Join(a.Columns([]string{"a", "b"}), a.Row([]any{strings.Repeat("x", 10_000), "y"}))
	for range seeds.Count(1000) {
		err = errors.Join(err, a.Row([]any{"x", "y"}))
	}
	if err = errors.Join(err, a.Close()); err != nil || b.Len() > 100_000 {
		t.Errorf("the table has %d bytes, %v", b.Len(), err)
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
