package explorer

import (
	"bytes"
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"net/netip"
	"time"

	"tasuki/graph/said"
	"tasuki/render/explorer"
)

// Limits of what a server does for those who ask.
const (
	mostAddress = 16 << 10         // bytes of an address and the headers
	mostBody    = 64 << 10         // bytes of a statement
	mostAtOnce  = 2                // pages that are made at the same time
	mostWaiting = 256              // requests that wait for their turn
	longest     = 30 * time.Second // that a request waits and takes
	mostKept    = 96 << 20         // bytes of pages that are kept
)

// Server serves a dataset that is explored.
type Server struct {
	token, port, name string
	loopback          bool
	source            *source
	kept              *kept
	turns             chan struct{}
	waiting           chan struct{}
	asking, checking  *slot // of the console
}

// Options say what a server serves, and to whom.
type Options struct {
	Open    Open                   // reads the dataset
	Say     func(err error) string // an error in words
	Watched []string               // files and folders of the dataset
	Every   time.Duration          // how often they are looked at; 0: never

	Database  Database // that the dataset is in, for the console; nil: there is none
	NoConsole error    // why there is no console; nil: the dataset is in no database
}

// New reads the dataset and returns a server that will be asked at an address. The errors
// are those of reading.
func New(ctx context.Context, at net.Addr, o Options) (*Server, error) {
	host, port, err := net.SplitHostPort(at.String())
	if err != nil {
		return nil, said.Errorf("the address %s: %w", at, err)
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return nil, said.Errorf("the address %s: %w", at, err)
	}
	s := &Server{
		token: newToken(), port: port, name: host, loopback: ip.IsLoopback(),
		kept: newKept(mostKept), turns: make(chan struct{}, mostAtOnce), waiting: make(chan struct{}, mostWaiting),
		asking: newSlot(), checking: newSlot(),
	}
	s.source, err = newSource(ctx, o)
	return s, err
}

// URL is the address to be opened first.
func (s *Server) URL() string {
	return "http://" + net.JoinHostPort(s.name, s.port) + "/?token=" + s.token
}

// Serve answers until the context ends.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler: s.Handler(), MaxHeaderBytes: mostAddress, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, IdleTimeout: time.Minute,
		BaseContext: func(net.Listener) context.Context { return ctx },
		ErrorLog:    log.New(discard{}, "", 0), // what a stranger sends is not for the terminal
	}
	go s.source.watch(ctx)
	stopped := context.AfterFunc(ctx, func() {
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		if server.Shutdown(end) != nil {
			server.Close()
		}
	})
	defer stopped()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return said.Errorf("serving on %s: %w", l.Addr(), err)
	}
	return nil
}

type discard struct{}

// Write forgets.
func (discard) Write(b []byte) (int, error) { return len(b), nil }

// Handler answers requests.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /static/{file}", static)
	mux.HandleFunc("GET /static/editor.js", editorModule)
	mux.HandleFunc("GET /static/licences.txt", licences)
	mux.HandleFunc("GET /events", s.events)
	mux.HandleFunc("GET /console", s.console)
	mux.HandleFunc("POST /console", s.console)
	mux.HandleFunc("POST /console/check", s.check)
	mux.HandleFunc("GET /", s.page)
	return s.guarded(http.MaxBytesHandler(mux, mostBody))
}

// static serves what all pages share.
func static(w http.ResponseWriter, r *http.Request) {
	file, ok := map[string]struct {
		kind string
		data []byte
	}{
		"style.css":    {"text/css; charset=utf-8", explorer.Style()},
		"explorer.mjs": {"text/javascript; charset=utf-8", explorer.Script()},
		"console.mjs":  {"text/javascript; charset=utf-8", explorer.ConsoleScript()},
		"icon.svg":     {"image/svg+xml", explorer.Icon()},
	}[r.PathValue("file")]
	if !ok {
		refuse(w, http.StatusNotFound, "there is no such file")
		return
	}
	w.Header().Set("Content-Type", file.kind)
	w.Header().Set("Cache-Control", "no-cache")
	w.Write(file.data)
}

// types are the media types of the formats.
var types = map[explorer.Format]string{
	explorer.Page: "text/html; charset=utf-8", explorer.SVG: "image/svg+xml", explorer.JSON: "application/json",
	explorer.CSV: "text/csv; charset=utf-8", explorer.Cypher: "text/plain; charset=utf-8",
}

// page answers with the page of a place.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	place, format, err := explorer.ParsePlace(r.URL.EscapedPath(), r.URL.RawQuery)
	if err != nil {
		s.fail(w, r, place, err)
		return
	}
	if address := place.Address(format); format == explorer.Page && address != r.URL.RequestURI() {
		http.Redirect(w, r, address, http.StatusSeeOther)
		return
	}
	data, err := s.made(r.Context(), place, format)
	if err != nil {
		s.fail(w, r, place, err)
		return
	}
	s.answer(w, http.StatusOK, format, data)
}

func (s *Server) answer(w http.ResponseWriter, code int, format explorer.Format, data []byte) {
	h := w.Header()
	h.Set("Content-Type", types[format])
	switch format {
	case explorer.Page:
		data = explorer.WithProblem(data, s.source.wrong())
		h.Set("Content-Security-Policy", policy(explorer.OwnStyle(data)))
	case explorer.SVG:
		// A drawing that is opened by itself runs nothing either.
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	}
	w.WriteHeader(code)
	w.Write(data)
}

// fail answers with a page that says what is wrong with a request.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, place explorer.Place, err error) {
	var absent explorer.NotThere
	var none noConsoleError
	code := http.StatusBadRequest
	switch {
	case r.Context().Err() != nil:
		return // nobody is there to be answered
	case errors.Is(err, errBusy):
		w.Header().Set("Retry-After", "1")
		code = http.StatusServiceUnavailable
	case errors.Is(err, errBroken):
		code = http.StatusInternalServerError
	case errors.As(err, &absent), errors.As(err, &none):
		code = http.StatusNotFound
	}
	var b bytes.Buffer
	if s.source.model().WriteError(&b, place, s.sayIn(place, err)) != nil {
		refuse(w, code, s.sayIn(place, err))
		return
	}
	s.answer(w, code, explorer.Page, b.Bytes())
}
