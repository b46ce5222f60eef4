package object

// A value is nil, a bool, a float64, a []byte for a string, a [Name], a []any, a [Dict],
// a [Ref], a [*Stream] or, in what draws a page, an [Operator].

// Name is a name, without its slash.
type Name string

// Operator is a word that is no value.
type Operator string

// Ref names an object by its number.
type Ref int

// Dict is a dictionary.
type Dict map[Name]any

// Stream is a dictionary with bytes.
type Stream struct {
	Dict Dict
	raw  []byte
}

// Of returns what a value or the object that it names is, if it is of that type.
func Of[T any](f *File, v any) (T, bool) {
	t, ok := f.resolve(v).(T)
	return t, ok
}

// Number returns a number, or another one where the value is none.
func (f *File) Number(v any, otherwise float64) float64 {
	if n, ok := Of[float64](f, v); ok {
		return n
	}
	return otherwise
}

// Dict returns a dictionary, that of a stream among them, or an empty one.
func (f *File) Dict(v any) Dict {
	switch v := f.resolve(v).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

// Array returns an array, or an empty one.
func (f *File) Array(v any) []any {
	a, _ := Of[[]any](f, v)
	return a
}

// Name returns a name, or "".
func (f *File) Name(v any) Name {
	n, _ := Of[Name](f, v)
	return n
}

// Numbers returns the numbers of an array, which must be n of them.
func (f *File) Numbers(v any, n int) ([]float64, bool) {
	a := f.Array(v)
	if len(a) != n {
		return nil, false
	}
	list := make([]float64, n)
	for i, v := range a {
		number, ok := Of[float64](f, v)
		if list[i] = number; !ok {
			return nil, false
		}
	}
	return list, true
}
