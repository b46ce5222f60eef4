package observe_test

import (
	"reflect"
	"testing"

	"tasuki/analysis/socialnetwork"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/logtext"
)

// TestNoListIsNil reads every list of results, of an empty log and of others.
func TestNoListIsNil(t *testing.T) {
	try := func(g *graph.Graph, l *logtext.Log) {
		notNil(t, "observe", reflect.ValueOf(compare(t, g, l)))
		r, err := socialnetwork.Compute(g, l, logtext.Map(g, l.Names()), socialnetwork.Options{Causal: true})
		if err != nil {
			t.Fatal(err)
		}
		notNil(t, "socialnetwork", reflect.ValueOf(r))
	}
	try(graphtext.Graph(t, bruteforce.Diamond), &logtext.Log{})
	eachRandomLog(t, 30, func(t *testing.T, g *graph.Graph, l *logtext.Log) { try(g, l) })
}

func notNil(t *testing.T, path string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			notNil(t, path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Slice:
		if v.IsNil() {
			t.Errorf("%s is nil", path)
		}
		for i := range v.Len() {
			notNil(t, path, v.Index(i))
		}
	}
}
