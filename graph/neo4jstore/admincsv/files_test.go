package admincsv

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/storetest"
)

func file(t *testing.T, d graph.Dataset, name string) string {
	t.Helper()
	list, err := Files("a", d)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// TestFiles reads what is written as CSV, and expects a value for each column.
func TestFiles(t *testing.T) {
	list, err := Files("a", storetest.Random(3, 60))
	if err != nil {
		t.Fatal(err)
	}
	arguments := string(list[len(list)-2].Data)
	for _, f := range list[:len(list)-2] {
		if strings.Count(arguments, "="+f.Name+"\n") != 1 {
			t.Errorf("the arguments do not name %s once", f.Name)
		}
		rows, err := csv.NewReader(bytes.NewReader(f.Data)).ReadAll()
		if err != nil || len(rows) < 2 {
			t.Errorf("%s: %d rows, %v", f.Name, len(rows), err)
		}
	}
	again, err := Files("a", storetest.Random(3, 60).Canonical())
	if err != nil || !slices.EqualFunc(list, again, func(a, b File) bool { return a.Name == b.Name && bytes.Equal(a.Data, b.Data) }) {
		t.Errorf("equal datasets give other files, %v", err)
	}
}

func TestArguments(t *testing.T) {
	organization := func(name string, aliases ...string) graph.Dataset {
		return graph.Dataset{Organizations: []graph.Organization{{ID: "o", Name: graph.Name{EN: name}, Aliases: aliases}}}
	}
	for _, c := range []struct {
		d    graph.Dataset
		want string
		not  string
	}{
		{organization("a", "b"), "--array-delimiter=U+001F\n", "--multiline"},
		{organization("a", "b\x1fc"), "--array-delimiter=U+001E\n", "--read-buffer"},
		{organization("a\nb"), "--multiline-fields=true\n", "--read-buffer"},
		{organization(strings.Repeat("a", 3<<20)), "--read-buffer-size=6291456\n", "--multiline"},
	} {
		if got := file(t, c.d, Arguments); !strings.Contains(got, c.want) || strings.Contains(got, c.not) {
			t.Errorf("%.100q, want %q and no %q", got, c.want, c.not)
		}
	}
	if got := file(t, organization(`a "b"`, "c", "d"), "Organization.csv"); !strings.Contains(got, `"a ""b"""`) || !strings.Contains(got, "\"c\x1fd\"") {
		t.Errorf("%s", got)
	}
	for says, d := range map[string]graph.Dataset{"an empty text": organization("a", ""), "every character": organization("a", separators)} {
		if _, err := Files("a", d); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v, want an error that says %q", err, says)
		}
	}
	if _, err := Files("", organization("a")); err == nil {
		t.Error("a dataset without a name was written")
	}
}
