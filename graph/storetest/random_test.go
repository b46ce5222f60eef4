package storetest

import (
	"fmt"
	"reflect"
	"testing"
)

// TestRandomFillsEveryField expects that each field of a dataset is set in some
// of the random ones, so that a store which loses it fails the suite.
func TestRandomFillsEveryField(t *testing.T) {
	fields := map[string]bool{} // whether set
	for seed := range uint64(20) {
		note(fields, reflect.ValueOf(Random(seed, 30)))
	}
	if len(fields) < 60 {
		t.Errorf("only %d fields were found", len(fields))
	}
	for name, set := range fields {
		if !set {
			t.Errorf("%s is never set", name)
		}
	}
}

// note notes which fields of v are there, and which are set.
func note(fields map[string]bool, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			note(fields, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			note(fields, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := fmt.Sprintf("%s.%s", v.Type().Name(), v.Type().Field(i).Name)
			fields[field] = fields[field] || !v.Field(i).IsZero()
			note(fields, v.Field(i))
		}
	}
}
