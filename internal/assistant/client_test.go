package assistant

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/graphtext"
	"tasuki/render/messages"
)

// connected returns a client of a server, over the library's transport in memory.
func connected(t *testing.T, c Config) *mcp.ClientSession {
	t.Helper()
	if c.Language == (messages.Language{}) {
		c.Language = messages.In(graph.English)
	}
	here, there := mcp.NewInMemoryTransports()
	ctx, cancel := context.WithCancel(context.Background())
	if _, err := New(c).Connect(ctx, there, nil); err != nil {
		t.Fatal(err)
	}
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(ctx, here, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { session.Close(); cancel() })
	return session
}

// reply is an answer as a client gets it.
type reply struct {
	text   string
	data   []byte // what is structured
	failed bool
}

// called returns the answer to a call, within the limits of all answers.
func called(t *testing.T, session *mcp.ClientSession, name string, args any) reply {
	t.Helper()
	r, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: name, Arguments: args})
	if err != nil {
		t.Fatalf("%.60s: %.200v", name, err)
	}
	out := reply{failed: r.IsError}
	for _, c := range r.Content {
		out.text += c.(*mcp.TextContent).Text
	}
	if r.StructuredContent != nil {
		if out.data, err = json.Marshal(r.StructuredContent); err != nil {
			t.Fatal(err)
		}
	}
	if n := words(out.text); n > maxWords || n == 0 {
		t.Errorf("%s %v: the text has %d words, want 1 to %d", name, args, n, maxWords)
	}
	if len(out.data) > maxAnswer+1000 {
		t.Errorf("%s %v: %d bytes, want at most %d", name, args, len(out.data), maxAnswer)
	}
	return out
}

// answered returns the result of a call that succeeds, as a type, and the whole answer.
func answered[T any](t *testing.T, session *mcp.ClientSession, name string, args any) (T, reply) {
	t.Helper()
	r := called(t, session, name, args)
	if r.failed {
		t.Fatalf("%s %v: %s", name, args, r.text)
	}
	var s struct{ Result T }
	if err := json.Unmarshal(r.data, &s); err != nil {
		t.Fatalf("%s %v: %v in %s", name, args, err, r.data)
	}
	return s.Result, r
}

// holds wants each of some texts in another.
func holds(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not in\n%s", w, text)
		}
	}
}

// pension returns the example that comes from a matrix.
func pension(t *testing.T) *graph.Graph {
	t.Helper()
	g, err := files.Open(t.Context(), "../../examples/pension", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// small returns a dataset with everything that answers tell apart.
func small(t *testing.T) *graph.Graph {
	t.Helper()
	return graphtext.Graph(t, `
		org ops "Operations"
		org hw "Hardware"
		1 "Report the fault": ops*
		2 "Repair the fault": hw* ops
		3 "Close": ops*?hw
		4 "Detour": ops*
		flow fault "A fault" from 1 to 3: 1 -> 2 -> 3, 1 -> 4 -> 3
	`)
}
