package model

import "fmt"

// Type is what kind of values a property has, as import tools name it.
type Type string

// The types of properties.
const (
	Text   Type = "string"
	Number Type = "long" // of 64 bits
	Flag   Type = "boolean"
	Texts  Type = "string[]"
)

// typeOf returns the type of the property that a field becomes.
func typeOf(v any) Type {
	switch v.(type) {
	case string:
		return Text
	case int64:
		return Number
	case bool:
		return Flag
	}
	panic(fmt.Sprintf("a field of type %T", v))
}
