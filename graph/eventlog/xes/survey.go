package xes

import (
	"slices"
	"strings"

	"tasuki/graph/matrix/table/parts"
)

// survey is what the beginning of a log shows: everything before the first trace, and the
// keys of the first traces and events.
type survey struct {
	place
	isLog       bool
	scope       string
	prefixes    map[string]string // of the standard extensions, as they are declared
	globals     map[string][]byte
	classifiers map[string][]string
	traceKeys   []string
	keys        []string // of events
	events      int
}

const (
	surveyEvents = 1000
	maxKeys      = 1000
)

func newSurvey() *survey {
	return &survey{prefixes: map[string]string{}, globals: map[string][]byte{}, classifiers: map[string][]string{}}
}

// extensions are the standard extensions that say something, by their names in a log, and
// the prefix that they usually have.
var extensions = map[string]string{"concept": "concept", "organizational": "org", "time": "time", "lifecycle": "lifecycle"}

// prefix returns the prefix of an extension in this log, with its colon.
func (s *survey) prefix(usual string) string {
	if p := s.prefixes[usual]; p != "" {
		return p + ":"
	}
	return usual + ":"
}

// eventKeys returns the keys that events have or that are stated for all.
func (s *survey) eventKeys() []string { return s.keys }

func (s *survey) token(t *parts.Token) error {
	switch s.step(t) {
	case atLog:
		s.isLog = true
	case atExtension:
		if usual := extensions[strings.ToLower(t.Attribute("name"))]; usual != "" {
			s.prefixes[usual] = t.Attribute("prefix")
		}
	case atGlobal:
		s.scope = t.Attribute("scope")
	case atClassifier:
		if len(s.classifiers) < maxKeys {
			s.classifiers[t.Attribute("name")] = classifierKeys(t.Attribute("keys"))
		}
	case atGlobalAttribute:
		if key := t.Attribute("key"); s.scope == "event" && len(s.globals) < maxKeys {
			s.globals[key] = []byte(t.Attribute("value"))
			note(&s.keys, key)
		}
	case atTraceAttribute:
		note(&s.traceKeys, t.Attribute("key"))
	case atEventAttribute:
		note(&s.keys, t.Attribute("key"))
	case atEventEnd:
		if s.events++; s.events == surveyEvents {
			return parts.Stop
		}
	}
	return nil
}

func note(list *[]string, key string) {
	if len(*list) < maxKeys && !slices.Contains(*list, key) {
		*list = append(*list, key)
	}
}

// classifierKeys parts the keys of a classifier at blanks outside single quotes.
func classifierKeys(text string) (keys []string) {
	quoted := false
	for _, part := range strings.FieldsFunc(text, func(r rune) bool {
		if r == '\'' {
			quoted = !quoted
			return true
		}
		return r == ' ' && !quoted
	}) {
		if part = strings.TrimSpace(part); part != "" {
			keys = append(keys, part)
		}
	}
	return keys
}

// place is where in a log the tokens are.
type place struct {
	open []byte // of each element around: its kind
}

// What an element is, by where it stands.
const (
	other byte = iota
	atLog
	atExtension
	atGlobal
	atClassifier
	atGlobalAttribute
	atTrace
	atTraceAttribute
	atTraceEnd
	atEvent
	atEventAttribute
	atEventEnd
)

// step returns what a token is. Attributes within attributes are other.
func (p *place) step(t *parts.Token) byte {
	switch t.Kind {
	case parts.Start:
		kind := p.start(string(t.Name))
		p.open = append(p.open, kind)
		return kind
	case parts.End:
		kind := p.around()
		p.open = p.open[:len(p.open)-1]
		switch kind {
		case atTrace:
			return atTraceEnd
		case atEvent:
			return atEventEnd
		}
	}
	return other
}

func (p *place) around() byte {
	if len(p.open) == 0 {
		return other
	}
	return p.open[len(p.open)-1]
}

func (p *place) start(name string) byte {
	around := p.around()
	if len(p.open) == 0 {
		if name == "log" {
			return atLog
		}
		return other
	}
	switch around {
	case atLog:
		switch name {
		case "extension":
			return atExtension
		case "global":
			return atGlobal
		case "classifier":
			return atClassifier
		case "trace":
			return atTrace
		case "event":
			return atEvent
		}
	case atGlobal:
		return atGlobalAttribute
	case atTrace:
		if name == "event" {
			return atEvent
		}
		return atTraceAttribute
	case atEvent:
		return atEventAttribute
	}
	return other
}
