package assistant

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

func TestWordsAreCounted(t *testing.T) {
	for text, want := range map[string]int{"": 0, " a  bc\nd ": 3, "作業": 1, "主担当は a": 3, "3-12 ops（主担当）": 5} {
		if got := words(text); got != want {
			t.Errorf("%q has %d words, want %d", text, got, want)
		}
	}
	for _, text := range []string{strings.Repeat("word ", 1000), strings.Repeat("作業", 1000), strings.Repeat("x", 5000)} {
		if n := words(bounded(text, 50)); n > 50 {
			t.Errorf("%.10s is cut to %d words", text, n)
		}
	}
}

func TestAnswersAreCutWithinTheirLimit(t *testing.T) {
	var lists [][]string
	for range 300 {
		var list []string
		for j := range 300 {
			list = append(list, fmt.Sprint("entry ", j))
		}
		lists = append(lists, list)
	}
	data, cuts, err := fitted(structured{Result: object{"lists": lists, "text": strings.Repeat("作", 10_000)}})
	if err != nil || len(data) > maxAnswer || len(cuts) != 2 || cuts[0] != (cut{"result.lists", 300, cuts[0].Kept}) || cuts[1].List != "result.lists[]" {
		t.Errorf("%d bytes, %+v, %v", len(data), cuts, err)
	}
	var back struct {
		Result struct{ Lists [][]string }
		Cut    []cut
	}
	if err := json.Unmarshal(data, &back); err != nil || len(back.Result.Lists) != cuts[0].Kept || len(back.Result.Lists[0]) != cuts[1].Kept || len(back.Cut) != 2 {
		t.Errorf("got %d lists, %v", len(back.Result.Lists), err)
	}
	whole, cuts, err := fitted(structured{Result: []string{"a"}})
	if err != nil || string(whole) != `{"result":["a"]}` || cuts != nil {
		t.Errorf("got %s, %v, %v", whole, cuts, err)
	}
}
