package explorer

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tasuki/graph"
	"tasuki/graph/files"
	pages "tasuki/render/explorer"
)

// helpdesk is the small example, which declares all that can be declared.
const helpdesk = "../../examples/helpdesk"

// running is a server that runs until the test ends.
type running struct {
	*Server
	at string // where it listens
}

// copied returns a folder of the test's own with the files of another.
func copied(t *testing.T, folder string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "dataset")
	if err := os.CopyFS(to, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	return to
}

// read opens a dataset of files.
func read(path string) Open {
	return func(ctx context.Context, version int) (*pages.Model, error) {
		g, err := files.Open(ctx, path, files.Options{})
		if err != nil {
			return nil, err
		}
		return pages.NewModel(g, "dataset", graph.English, version), nil
	}
}

// given serves a dataset as it stands.
func given(t *testing.T, d graph.Dataset) Open {
	t.Helper()
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return func(_ context.Context, version int) (*pages.Model, error) {
		return pages.NewModel(g, "dataset", graph.English, version), nil
	}
}

// start runs a server on a free port.
func start(t *testing.T, o Options) running {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	o.Say = func(err error) string { return err.Error() }
	ctx, cancel := context.WithCancel(t.Context())
	s, err := New(ctx, l.Addr(), o)
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return running{s, l.Addr().String()}
}

// answer is what came back.
type answer struct {
	code   int
	header http.Header
	body   string
}

// raw sends bytes as they are and reads one answer.
func (s running) raw(t *testing.T, request string) answer {
	t.Helper()
	c, err := net.Dial("tcp", s.at)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(20 * time.Second))
	// What is too large is refused before all of it is read: the rest may find nobody.
	go io.WriteString(c, request)
	method, _, _ := strings.Cut(request, " ")
	r, err := http.ReadResponse(bufio.NewReader(c), &http.Request{Method: method})
	if err != nil {
		t.Fatalf("%.200q has no answer: %v", request, err)
	}
	var body bytes.Buffer
	io.Copy(&body, r.Body) // a server that hangs up has said enough
	return answer{r.StatusCode, r.Header, body.String()}
}

// get asks for an address as a page of the server does.
func (s running) get(t *testing.T, address string) answer {
	t.Helper()
	return s.raw(t, "GET "+address+" HTTP/1.1\r\nHost: "+s.at+"\r\nCookie: "+s.cookie()+"="+s.token+"\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\n")
}
