package catalogue

import (
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
)

func read(t *testing.T, lang graph.Lang, data string) Language {
	t.Helper()
	l, err := Read(lang, []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestPlain(t *testing.T) {
	var english Language
	ja := read(t, graph.Japanese, `{"{1} calls {2}.": "{2}に{1}から。", "lead||of a task": "主担当"}`)
	for _, c := range []struct{ got, want string }{
		{english.Plain("{1} calls {2}.", "{2}", 1234), "{2} calls 1,234."},
		{english.Plain("{1} calls {2}.", "A", "Acme Inc."), "A calls Acme Inc."},
		{ja.Plain("{1} calls {2}.", "甲", "乙"), "乙に甲から。"},
		{ja.Plain("lead||of a task"), "主担当"},
		{ja.Plain("lead||metal"), "lead"},
		{english.Plain("lead||of a task"), "lead"},
		{english.Plain("no value, {x} and {"), "no value, {x} and {"},
	} {
		if c.got != c.want {
			t.Errorf("said %q, want %q", c.got, c.want)
		}
	}
}

func TestPlurals(t *testing.T) {
	ru := read(t, "ru", `{"{1} days": {"one": "{1} день", "few": "{1} дня", "many": "{1} дней", "other": "{1} дня"}, "{1} hours": "{1} ч"}`)
	en := read(t, graph.English, `{"{1} days": {"one": "a day", "other": "{1} days"}}`)
	for _, c := range []struct {
		got  string
		want string
	}{
		{ru.Count(1, "{1} day", "{1} days"), "1 день"},
		{ru.Count(3, "{1} day", "{1} days"), "3 дня"},
		{ru.Count(5, "{1} day", "{1} days"), "5 дней"},
		{ru.Count(21, "{1} day", "{1} days"), "21 день"},
		{ru.Count(1, "{1} hour", "{1} hours"), "1 ч"},
		{ru.Count(1, "{1} week", "{1} weeks"), "1 week"},
		{en.Count(1, "{1} day", "{1} days"), "a day"},
		{en.Count(0, "{1} day", "{1} days"), "0 days"},
		{Language{}.Count(1, "{1} day", "{1} days"), "1 day"},
		{Language{}.Count(2000, "{1} day of {2}", "{1} days of {2}", "May"), "2,000 days of May"},
	} {
		if c.got != c.want {
			t.Errorf("said %q, want %q", c.got, c.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for data, want := range map[string]string{
		`{"a": {"several": "b", "other": "c"}}`: `"several" is no plural category`,
		`{"a": {"one": "b"}}`:                   "lack other",
		`{"a": 1}`:                              `language "xx"`,
		`[]`:                                    `language "xx"`,
	} {
		if _, err := Read("xx", []byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want an error with %q", data, err, want)
		}
	}
}

func TestLangs(t *testing.T) {
	if got := Langs(); got[0] != graph.English || !slices.Contains(got, graph.Japanese) {
		t.Errorf("the languages are %v, want English first and Japanese among them", got)
	}
	if first := In(graph.Japanese); first != In(graph.Japanese) || In("none") != (Language{Lang: "none"}) {
		t.Error("a language is not the same when it is asked for again")
	}
}
