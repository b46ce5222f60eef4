package form_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/form"
	"tasuki/render/messages"
)

const twoTasks = "1 \"Report a fault\": a*\n2 \"=Mend it\": b*"

// TestChoicesAreThoseOfTheDataset wants the tasks to be chosen from, and each choice
// under a heading whose example is one of them.
func TestChoicesAreThoseOfTheDataset(t *testing.T) {
	for _, c := range []struct {
		lang      graph.Lang
		from, yes string
	}{{graph.English, "From", "Yes"}, {graph.Japanese, "渡す側", "はい"}} {
		f, err := form.Handoffs(graphtext.Graph(t, twoTasks), messages.In(c.lang))
		if err != nil {
			t.Fatal(err)
		}
		if f.Columns[1] != c.from || len(f.Rows) != 1 || len(f.Rows[0]) != len(f.Columns) {
			t.Errorf("%s: the columns are %q, the rows %q", c.lang, f.Columns, f.Rows)
		}
		for _, choice := range f.Choices {
			if example, _ := f.Rows[0][choice.Column].(string); !slices.Contains(choice.Values, example) {
				t.Errorf("%s: under %s the example is %q, to be chosen from %q", c.lang, f.Columns[choice.Column], example, choice.Values)
			}
		}
		if tasks := f.Choices[0].Values; !slices.Equal(tasks, []string{"1 Report a fault", "2 =Mend it"}) {
			t.Errorf("%s: the tasks are %q", c.lang, tasks)
		}
		if last := f.Choices[len(f.Choices)-1].Values; last[0] != c.yes {
			t.Errorf("%s: optional is one of %q", c.lang, last)
		}
	}
}

func TestOneTaskHandsNothingOver(t *testing.T) {
	if _, err := form.Handoffs(graphtext.Graph(t, "1: a*"), messages.In(graph.English)); err == nil {
		t.Error("there is a table of handoffs between one task")
	}
}

// TestEncoded wants the same cells in both formats.
func TestEncoded(t *testing.T) {
	f, err := form.Handoffs(graphtext.Graph(t, twoTasks), messages.In(graph.English))
	if err != nil {
		t.Fatal(err)
	}
	text, err := form.Encode(f, true)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil || len(rows) != 2 || rows[0][0] != "Flow" || rows[1][1] != "1 Report a fault" || rows[1][5] != "30" {
		t.Errorf("as CSV it reads %q, %v", rows, err)
	}
	book, err := form.Encode(f, false)
	if err != nil || !bytes.HasPrefix(book, []byte("PK")) {
		t.Errorf("as a workbook it begins %.4q, %v", book, err)
	}
}
