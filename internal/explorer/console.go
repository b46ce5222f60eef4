package explorer

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"slices"
	"strings"
	"time"

	"tasuki/graph/neo4jstore"
	"tasuki/graph/neo4jstore/guard"
	"tasuki/graph/neo4jstore/model"
	"tasuki/graph/said"
	"tasuki/internal/editor"
	"tasuki/render/explorer"
	"tasuki/render/messages"
)

// Limits of what the console asks, those of `tasuki query`, and of what it draws.
const (
	mostRows    = 10_000
	mostBytes   = 32 << 20
	mostSeconds = 30
	mostDrawn   = 1_000 // nodes and relationships of a picture
	checking    = 5 * time.Second
)

// Database is what the console asks; see [neo4jstore.Store].
type Database interface {
	Run(ctx context.Context, statement string, params map[string]any, limits neo4jstore.Limits, yield func(columns []string, row []any) error) error
	Plan(ctx context.Context, statement string, params map[string]any, limits neo4jstore.Limits) error
}

// console answers with the page of the console: a form, or what became of one.
func (s *Server) console(w http.ResponseWriter, r *http.Request) {
	place, err := explorer.ParseConsole(r.URL.RawQuery)
	if err == nil && s.source.Database == nil {
		err = s.noConsole()
	}
	if err != nil {
		s.fail(w, r, place, err)
		return
	}
	page, code := explorer.Console{Place: place, Names: names()}, http.StatusOK
	if r.Method == http.MethodPost {
		if page.Ask, err = parseAsk(r); err != nil {
			s.refuseForm(w, place, err)
			return
		}
		page.Reply, code = s.reply(r.Context(), place, page.Ask)
		if r.Context().Err() != nil {
			return // nobody is there to be answered
		}
	}
	select {
	case s.turns <- struct{}{}: // an answer of many bytes makes a page of several times as many
		defer func() { <-s.turns }()
	case <-r.Context().Done():
		return
	}
	var b bytes.Buffer
	if err := s.source.model().WriteConsole(&b, page); err != nil {
		s.fail(w, r, place, err)
		return
	}
	// A form says whose page it stands on, which no-referrer would hide.
	w.Header().Set("Referrer-Policy", "same-origin")
	s.answer(w, code, explorer.Page, b.Bytes())
}

// noConsoleError says why there is no console.
type noConsoleError struct{ error }

// Unwrap returns why.
func (e noConsoleError) Unwrap() error { return e.error }

func (s *Server) noConsole() error {
	if s.source.NoConsole != nil {
		return noConsoleError{s.source.NoConsole}
	}
	return noConsoleError{said.New("there is no console: the dataset is not in a database; serve one, as in tasuki serve neo4j://127.0.0.1:7687#pension")}
}

// errForm is the error of a POST that is no form of ours.
var errForm = said.New("the console takes forms (application/x-www-form-urlencoded) alone")

// parseAsk reads a form, which [Server.Handler] bounds.
func parseAsk(r *http.Request) (explorer.Ask, error) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/x-www-form-urlencoded" {
		return explorer.Ask{}, errForm
	}
	if err := r.ParseForm(); err != nil {
		return explorer.Ask{}, err
	}
	return explorer.ParseAsk(r.PostForm), nil
}

// refuseForm says why a form is not read.
func (s *Server) refuseForm(w http.ResponseWriter, place explorer.Place, err error) {
	var large *http.MaxBytesError
	code := http.StatusBadRequest
	switch {
	case errors.As(err, &large):
		code, err = http.StatusRequestEntityTooLarge, said.Errorf("a question has at most %d bytes; pass less", mostBody)
	case errors.Is(err, errForm):
		code = http.StatusUnsupportedMediaType
	}
	refuse(w, code, s.sayIn(place, err))
}

// sayIn says an error in the language of a place.
func (s *Server) sayIn(place explorer.Place, err error) string {
	lang := place.Lang
	if lang == "" {
		lang = s.source.model().Lang
	}
	return said.In(err, messages.In(lang).Form)
}

// reply asks the database.
func (s *Server) reply(ctx context.Context, place explorer.Place, ask explorer.Ask) (*explorer.Reply, int) {
	reply, err := s.run(ctx, place, ask)
	var exceeded *neo4jstore.Exceeded
	if errors.As(err, &exceeded) {
		reply.Cut = explorer.Cut(exceeded.Limit)
		reply.Most = map[explorer.Cut]int{explorer.CutRows: mostRows, explorer.CutBytes: mostBytes, explorer.CutTime: mostSeconds}[reply.Cut]
		return reply, http.StatusOK
	}
	if err != nil {
		return &explorer.Reply{Problem: unquoted(s.sayIn(place, err))}, codeOf(err)
	}
	return reply, http.StatusOK
}

// unquoted returns a message about a place of a statement without the line that the
// server quotes: the statement is on the page.
func unquoted(message string) string {
	if _, _, ok := guard.Place(message); ok {
		message, _, _ = strings.Cut(message, "\n")
	}
	return message
}

// codeOf returns the status of a question that failed.
func codeOf(err error) int {
	var refused *guard.Refused
	var malformed *guard.Malformed
	var mine usageError
	switch {
	case errors.As(err, &refused):
		return http.StatusForbidden
	case errors.As(err, &malformed), errors.As(err, &mine):
		return http.StatusBadRequest
	case errors.Is(err, errReplaced):
		return http.StatusConflict
	}
	return http.StatusBadGateway
}

// usageError is a mistake of who asks, which the database does not see.
type usageError struct{ error }

// Unwrap returns the mistake.
func (e usageError) Unwrap() error { return e.error }

// run asks the database, and draws its answer where a picture is asked for. With an
// [neo4jstore.Exceeded] the reply holds what came before.
func (s *Server) run(ctx context.Context, place explorer.Place, ask explorer.Ask) (*explorer.Reply, error) {
	m := s.source.model()
	statement, params, err := ask.Bind(m.Stored)
	if err != nil {
		return nil, usageError{err}
	}
	mine, leave, err := s.asking.take(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	reply := &explorer.Reply{}
	limits := neo4jstore.Limits{Timeout: mostSeconds * time.Second, Rows: mostRows, Bytes: mostBytes}
	err = s.source.Database.Run(mine, statement, params, limits, func(columns []string, row []any) error {
		if reply.Columns = columns; row != nil {
			reply.Rows = append(reply.Rows, row)
		}
		return nil
	})
	if err == nil && ask.Picture {
		lang := place.Lang
		if lang == "" {
			lang = m.Lang
		}
		reply.SVG, err = picture(mine, reply.Rows, lang)
	}
	if err != nil && errors.Is(context.Cause(mine), errReplaced) {
		err = errReplaced
	}
	return reply, err
}

// mistake is one of a statement, as the editor wants it: between which UTF-16 units.
type mistake struct {
	From    int    `json:"from"`
	To      int    `json:"to"`
	Message string `json:"message"`
}

// check answers with the mistakes that the server sees in a statement, which is not run.
func (s *Server) check(w http.ResponseWriter, r *http.Request) {
	place, err := explorer.ParseConsole(r.URL.RawQuery)
	if err == nil && s.source.Database == nil {
		err = s.noConsole()
	}
	if err != nil {
		refuse(w, http.StatusNotFound, s.sayIn(place, err))
		return
	}
	ask, err := parseAsk(r)
	if err != nil {
		s.refuseForm(w, place, err)
		return
	}
	list := []mistake{}
	if err := s.planned(r.Context(), ask); err != nil {
		switch codeOf(err) {
		case http.StatusForbidden, http.StatusBadRequest:
			list = append(list, placed(ask.Statement, s.sayIn(place, err)))
		default:
			refuse(w, codeOf(err), s.sayIn(place, err))
			return
		}
	}
	w.Header().Set("Content-Type", types[explorer.JSON])
	json.NewEncoder(w).Encode(list)
}

// planned has the database plan a statement.
func (s *Server) planned(ctx context.Context, ask explorer.Ask) error {
	statement, params, err := ask.Bind(s.source.model().Stored)
	if err != nil {
		return usageError{err}
	}
	mine, leave, err := s.checking.take(ctx)
	if err != nil {
		return err
	}
	defer leave()
	return s.source.Database.Plan(mine, statement, params, neo4jstore.Limits{Timeout: checking})
}

// names are what the model of the database calls things, and the parameters there are.
func names() explorer.Names {
	n := explorer.Names{Parameters: []string{"dataset"}}
	for _, part := range model.Parts() {
		if part.From == "" {
			n.Labels = append(n.Labels, part.Name)
		} else {
			n.Relationships = append(n.Relationships, part.Name)
		}
		n.Properties = append(append(n.Properties, part.Key...), part.Properties...)
	}
	for _, list := range []*[]string{&n.Labels, &n.Relationships, &n.Properties} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return n
}

// editorModule serves the editor.
func editorModule(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	http.ServeContent(w, r, "", time.Time{}, strings.NewReader(editor.Module()))
}

// licences serves those of what the editor consists of.
func licences(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	http.ServeContent(w, r, "", time.Time{}, strings.NewReader(editor.Licences()))
}
