package neo4jstore

import (
	"bytes"
	"context"
	"errors"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"tasuki/graph"
	"tasuki/graph/storetest"
)

// moment is when a proxy cuts the connections of a load.
type moment int

const (
	never              moment = iota
	atWrite                   // when it sends the first facts
	atWriteForGood            // likewise, and the server cannot be reached again
	beforeCommit              // when it asks for the commit, which the server never hears
	afterCommit               // when the server has committed, and the client does not hear it
	afterCommitForGood        // likewise, and the server cannot be reached again
)

// proxy stands between a store and the server.
type proxy struct {
	server string
	when   moment
	stop   func() // called at the cut, too
	lock   sync.Mutex
	closed bool
}

// commit is the message COMMIT of the Bolt protocol, with its length.
var commit = []byte{0, 2, 0xb0, 0x12, 0, 0}

func (p *proxy) start(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			p.lock.Lock()
			closed := p.closed
			p.lock.Unlock()
			server, err := net.Dial("tcp", p.server)
			if err != nil || closed {
				client.Close()
				continue
			}
			go p.pass(client, server)
		}
	}()
	return listener.Addr().String()
}

// pass passes one connection on, until the moment has come.
func (p *proxy) pass(client, server net.Conn) {
	cut := func() { client.Close(); server.Close() }
	answered := make(chan []byte, 100)
	go func() {
		defer close(answered)
		for {
			b := make([]byte, 64<<10)
			n, err := server.Read(b)
			if err != nil {
				return
			}
			answered <- b[:n]
		}
	}()
	loads := false
	var withhold sync.Mutex // held from the COMMIT on whose answer is kept back
	go func() {
		for b := range answered {
			withhold.Lock()
			client.Write(b)
			withhold.Unlock()
		}
		client.Close()
	}()
	b := make([]byte, 64<<10)
	for {
		n, err := client.Read(b)
		if err != nil {
			cut()
			return
		}
		text := b[:n]
		loads = loads || bytes.Contains(text, []byte("load cut/"))
		switch {
		case loads && (p.when == atWrite || p.when == atWriteForGood) && bytes.Contains(text, []byte("CREATE (n:Task)")),
			loads && p.when == beforeCommit && bytes.Contains(text, commit):
			p.cut(cut)
			return
		case loads && p.when >= afterCommit && bytes.Contains(text, commit):
			withhold.Lock()
			server.Write(text)
			time.Sleep(time.Second) // the server commits
			p.cut(cut)
			withhold.Unlock()
			return
		}
		server.Write(text)
	}
}

func (p *proxy) cut(cut func()) {
	p.lock.Lock()
	p.closed = p.when == afterCommitForGood || p.when == atWriteForGood
	p.when = never
	p.lock.Unlock()
	if p.stop != nil {
		p.stop()
	}
	cut()
}

// TestCutLoads cuts the connection of loads, or stops them, and holds what they say
// against what the database holds.
func TestCutLoads(t *testing.T) {
	direct := connect(t)
	a, l := server(t)
	prefix := newPrefix(t, direct)
	for _, c := range []struct {
		name    string
		when    moment
		stops   bool // the caller stops the load at that moment
		done    bool
		unknown bool
		says    string
	}{
		{"written", never, false, true, false, ""},
		{"cut at a write", atWrite, false, true, false, ""}, // another try succeeds
		{"gone at a write", atWriteForGood, false, false, false, "nothing was changed"},
		{"stopped at a write", atWrite, true, false, false, "nothing was changed"},
		{"cut before the commit", beforeCommit, false, false, false, "nothing was changed"},
		{"cut after the commit", afterCommit, false, true, false, ""},
		{"gone after the commit", afterCommitForGood, false, true, true, "was during the commit"},
		{"stopped before the commit", beforeCommit, true, false, false, "nothing was changed"},
		{"stopped after the commit", afterCommit, true, true, false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			name := "cut/" + prefix + c.name
			t.Cleanup(func() { direct.Drop(context.Background(), name, true) })
			old, new := storetest.Random(1, 20), storetest.Random(2, 20)
			if _, err := direct.Replace(t.Context(), name, old); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			p := &proxy{server: strings.TrimPrefix(strings.TrimPrefix(a.URI, "neo4j://"), "bolt://"), when: c.when}
			if c.stops {
				p.stop = cancel
			}
			s, err := Open(t.Context(), Address{URI: "bolt://" + p.start(t), Database: a.Database}, l, Options{Batch: 50})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close(context.Background())
			changes, err := s.Replace(ctx, name, new)
			t.Logf("%+v, %v", changes, err)
			var unsettled *Unsettled
			if (err == nil) != (c.done && !c.unknown) || errors.As(err, &unsettled) != c.unknown || err != nil && !strings.Contains(err.Error(), c.says) {
				t.Errorf("Replace: %v", err)
			}
			want := old
			if c.done {
				want = new
			}
			got, err := direct.Load(t.Context(), name)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(storetest.Encode(t, got), storetest.Encode(t, want)) {
				t.Error("the database holds something else than the load says")
			}
			if err == nil && c.done && !c.unknown && changes == (graph.Changes{}) {
				t.Error("a load that was done counts no changes")
			}
		})
	}
}
