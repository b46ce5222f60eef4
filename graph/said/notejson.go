package said

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
)

// What a note may hold that is read from JSON. The sheets of the largest matrices give
// no more than a tenth.
const (
	maxNoteArgs  = 100
	maxNoteDepth = 8
)

// noteObject is a note with arguments in JSON, and every note that is an argument.
type noteObject struct {
	Form *string           `json:"form"`
	Args []json.RawMessage `json:"args,omitempty"`
}

// MarshalJSON writes a note without arguments as its text, and any other as an object
// of its form and its arguments.
func (n Note) MarshalJSON() ([]byte, error) {
	if len(n.args) == 0 {
		return plainJSON(n.form)
	}
	return n.object()
}

func (n Note) object() ([]byte, error) {
	o := noteObject{Form: &n.form}
	for _, a := range n.args {
		text, err := []byte(nil), error(nil)
		if inner, ok := a.(Note); ok {
			text, err = inner.object() // a text would be said as it is
		} else {
			text, err = plainJSON(a)
		}
		if err != nil {
			return nil, err
		}
		o.Args = append(o.Args, text)
	}
	return plainJSON(o)
}

// plainJSON leaves it to the encoder around to escape what HTML has a meaning for.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// UnmarshalJSON reads a text, which is said as it is, or an object of a form and its
// arguments: texts, whole numbers, and such objects.
func (n *Note) UnmarshalJSON(data []byte) (err error) {
	*n, err = noteOf(data, maxNoteDepth)
	return err
}

func noteOf(data []byte, depth int) (Note, error) {
	var text string
	if json.Unmarshal(data, &text) == nil {
		return Notef(text), nil
	}
	if depth == 0 {
		return Note{}, Errorf("notes stand within each other more than %d deep; write the text itself", maxNoteDepth)
	}
	var o noteObject
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if dec.Decode(&o) != nil || o.Form == nil || len(o.Args) > maxNoteArgs {
		return Note{}, Errorf("a note is a text, or an object of a form and at most %d args; write the text itself", maxNoteArgs)
	}
	args := make([]any, len(o.Args))
	for i, raw := range o.Args {
		var err error
		if args[i], err = argumentOf(raw, depth-1); err != nil {
			return Note{}, err
		}
	}
	if len(args) > 0 && !fits(*o.Form, args) {
		return Note{}, Errorf("the args of the note %q do not fit its form, whose verbs are %%s, %%q and %%d; write the text itself", *o.Form)
	}
	return Notef(*o.Form, args...), nil
}

func argumentOf(raw json.RawMessage, depth int) (any, error) {
	if n, err := strconv.Atoi(string(raw)); err == nil {
		return n, nil
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text, nil
	}
	return noteOf(raw, depth)
}

var noteVerb = regexp.MustCompile(`%.?`)

// fits reports whether a form has a verb for each argument, in their order: flags and
// widths could make a long text of a short one.
func fits(form string, args []any) bool {
	verbs := noteVerb.FindAllString(strings.ReplaceAll(form, "%%", ""), -1)
	if len(verbs) != len(args) {
		return false
	}
	for i, verb := range verbs {
		_, isNumber := args[i].(int)
		if verb != "%s" && verb != "%q" && verb != "%d" || isNumber != (verb == "%d") {
			return false
		}
	}
	return true
}
