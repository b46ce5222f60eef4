package graph

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// carried reports whether files and drawings could carry every string in x. It names no
// place, so that sound data, which are checked at each change of them, cost little.
func carried(x reflect.Value) bool {
	switch x.Kind() {
	case reflect.String:
		s := x.String()
		return len(s) <= MaxText && utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
	case reflect.Struct:
		for i := range x.NumField() {
			if !carried(x.Field(i)) {
				return false
			}
		}
	case reflect.Slice:
		for i := range x.Len() {
			if !carried(x.Index(i)) {
				return false
			}
		}
	case reflect.Map:
		return !slices.ContainsFunc(x.MapKeys(), func(key reflect.Value) bool { return !carried(key) })
	case reflect.Pointer:
		return x.IsNil() || carried(x.Elem())
	}
	return true
}

// texts reports every string in x that no file or drawing could carry.
func (v *validator) texts(x reflect.Value, path string) {
	if path == "" && carried(x) {
		return
	}
	switch x.Kind() {
	case reflect.String:
		s := x.String()
		if !utf8.ValidString(s) {
			v.add(path, Source{}, s, "is not valid UTF-8; save the file as UTF-8")
		} else if strings.ContainsFunc(s, unicode.IsControl) {
			v.add(path, Source{}, s, "contains a control character; remove it")
		}
		if len(s) > MaxText {
			v.add(path, Source{}, s, "is %d bytes long, and a text may have %d; shorten it", len(s), MaxText)
		}
	case reflect.Struct:
		for i := range x.NumField() {
			name, _, _ := strings.Cut(x.Type().Field(i).Tag.Get("json"), ",")
			v.texts(x.Field(i), path+"/"+name)
		}
	case reflect.Slice:
		for i := range x.Len() {
			v.texts(x.Index(i), fmt.Sprintf("%s/%d", path, i))
		}
	case reflect.Map:
		for _, key := range x.MapKeys() {
			v.texts(key, path)
		}
	case reflect.Pointer:
		if !x.IsNil() {
			v.texts(x.Elem(), path)
		}
	}
}
