package assistant

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"tasuki/graph/likeness"
	"tasuki/graph/said"
)

// tool is one thing that can be asked.
type tool struct {
	name, title, says string
	params            []param
	run               func(context.Context, arguments) (answer, error)
	waits             bool // for the database, and computes nothing itself
}

// param is an argument of a tool.
type param struct {
	name     string
	kind     kind
	says     string
	required bool
	words    []string // that it may be; nil: any
	min, max int      // of a whole number; both 0: any
}

// kind is what an argument looks like.
type kind string

// The kinds, by their names in JSON Schema.
const (
	aText   kind = "string"
	aNumber kind = "integer"
	aList   kind = "array" // of texts
	anyKeys kind = "object"
)

// declared returns a tool as the protocol lists it.
func (s *server) declared(t tool) *mcp.Tool {
	properties, required := map[string]any{}, []string{}
	for _, p := range t.params {
		schema := map[string]any{"type": p.kind, "description": p.says}
		if p.kind == aList {
			schema["items"] = map[string]any{"type": aText}
		}
		if p.words != nil {
			schema["enum"] = p.words
		}
		if p.min != 0 || p.max != 0 {
			schema["minimum"], schema["maximum"] = p.min, p.max
		}
		properties[p.name] = schema
		if p.required {
			required = append(required, p.name)
		}
	}
	schema := map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		schema["required"] = required
	}
	closed := false
	return &mcp.Tool{
		Name: t.name, Title: t.title, Description: t.says, InputSchema: schema,
		Annotations: &mcp.ToolAnnotations{Title: t.title, ReadOnlyHint: true, IdempotentHint: true, DestructiveHint: &closed, OpenWorldHint: &closed},
	}
}

// handler returns what answers a call of a tool. What goes wrong is said in the answer,
// so that the assistant reads it and can mend its call.
func (s *server) handler(t tool) mcp.ToolHandler {
	return func(ctx context.Context, r *mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		a, err := s.answered(ctx, t, r.Params.Arguments)
		if err == nil {
			var result *mcp.CallToolResult
			if result, err = s.result(a); err == nil {
				return result, nil
			}
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return s.failed(err, t.name, r.Params.Arguments), nil
	}
}

// answered runs a tool on its arguments. Analyses take no context: one whose call has
// ended keeps its slot until it is through.
func (s *server) answered(ctx context.Context, t tool, raw json.RawMessage) (answer, error) {
	args, err := t.arguments(raw)
	if err != nil {
		return answer{}, err
	}
	if t.waits {
		return t.run(ctx, args)
	}
	select {
	case s.slots <- struct{}{}:
	case <-ctx.Done():
		return answer{}, ctx.Err()
	}
	type outcome struct {
		answer
		error
	}
	done := make(chan outcome, 1)
	go func() {
		defer func() { <-s.slots }()
		// One question that a mistake of the program answers ends that answer, not the server.
		defer func() {
			if recover() != nil {
				done <- outcome{error: said.New("this cannot be answered, by a mistake of the program; ask something else, and report it")}
			}
		}()
		a, err := t.run(ctx, args)
		done <- outcome{a, err}
	}()
	select {
	case o := <-done:
		return o.answer, o.error
	case <-ctx.Done():
		return answer{}, ctx.Err()
	}
}

// failed returns an error as the answer of a call. With pseudonyms it does not repeat what
// the call says: that may be a name.
func (s *server) failed(err error, name string, raw json.RawMessage) *mcp.CallToolResult {
	text := said.In(err, s.Language.Form)
	if s.c.Redacted {
		text = s.concealed(text, name, raw)
	}
	return &mcp.CallToolResult{IsError: true, Content: []mcp.Content{&mcp.TextContent{Text: shown(bounded(text, maxWords))}}}
}

// concealed returns a text without the words that a call brought and that the dataset and
// the tools do not have.
func (s *server) concealed(text, name string, raw json.RawMessage) string {
	ours := s.ours()
	for _, word := range append(texts(raw), name) {
		if len(word) < 2 || ours[word] {
			continue
		}
		for _, w := range []string{word, strings.TrimSuffix(shortened(word), "…")} {
			text = strings.ReplaceAll(text, w, "…")
			text = strings.ReplaceAll(text, strings.Trim(strconv.Quote(w), `"`), "…")
		}
	}
	return text
}

// ours returns the IDs of the dataset, and the names of tools and arguments.
func (s *server) ours() map[string]bool {
	list := s.ids(everything)
	for _, t := range s.tools() {
		list = append(list, t.name)
		for _, p := range t.params {
			list = append(append(list, p.name), p.words...)
		}
	}
	known := map[string]bool{}
	for _, word := range list {
		known[word] = true
	}
	return known
}

// texts returns all texts in JSON, keys among them, the longest first; nothing for what is no JSON.
func texts(raw json.RawMessage) []string {
	var value any
	if json.Unmarshal(raw, &value) != nil {
		return nil
	}
	var list []string
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			list = append(list, v)
			list = append(list, strings.FieldsFunc(v, func(r rune) bool { return strings.ContainsRune("=:, ", r) })...)
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for k, e := range v {
				list = append(list, k)
				walk(e)
			}
		}
	}
	walk(value)
	slices.SortFunc(list, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return slices.Compact(list)
}

// knownTools answers calls of tools that are not there with the names that are.
func (s *server) knownTools(tools []tool) mcp.Middleware {
	var names []string
	for _, t := range tools {
		names = append(names, t.name)
	}
	return func(next mcp.MethodHandler) mcp.MethodHandler {
		return func(ctx context.Context, method string, r mcp.Request) (mcp.Result, error) {
			call, ok := r.(*mcp.CallToolRequest)
			if !ok || slices.Contains(names, call.Params.Name) {
				return next(ctx, method, r)
			}
			err := said.Errorf("no tool is called %q; use one of %s", shortened(call.Params.Name), strings.Join(likeness.Order(shortened(call.Params.Name), names), ", "))
			if call.Params.Name == "cypher" {
				err = errors.Join(err, said.New("cypher is there only when the server was started with --allow-cypher"))
			}
			return s.failed(err, call.Params.Name, nil), nil
		}
	}
}
