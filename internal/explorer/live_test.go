package explorer

import (
	"bufio"
	"context"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	pages "tasuki/render/explorer"
)

// stream reads the events of a server as a page does, until the context ends.
func (s running) stream(t *testing.T, ctx context.Context, last string) <-chan string {
	t.Helper()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+s.at+"/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Cookie", s.cookie()+"="+s.token)
	if last != "" {
		r.Header.Set("Last-Event-ID", last)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if kind := answer.Header.Get("Content-Type"); answer.StatusCode != http.StatusOK || kind != "text/event-stream" {
		t.Fatalf("the events are %d, %s", answer.StatusCode, kind)
	}
	events := make(chan string, 10)
	go func() {
		defer answer.Body.Close()
		defer close(events)
		var e []string
		for in := bufio.NewScanner(answer.Body); in.Scan(); {
			if in.Text() != "" {
				e = append(e, in.Text())
				continue
			}
			events <- strings.Join(e, "\n")
			e = nil
		}
	}()
	return events
}

// next is the next event of a kind.
func next(t *testing.T, events <-chan string, kind string) string {
	t.Helper()
	for late := time.After(20 * time.Second); ; {
		select {
		case e, ok := <-events:
			if !ok {
				t.Fatalf("the stream has ended before %q", kind)
			}
			if strings.Contains(e, "event: "+kind) {
				return e
			}
		case <-late:
			t.Fatalf("no event %q", kind)
		}
	}
}

// rewrite puts another file in the place of one.
func rewrite(t *testing.T, path, text string) {
	t.Helper()
	other := filepath.Join(t.TempDir(), "other")
	if err := os.WriteFile(other, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
}

// TestHalfWritten holds that files are read when they rest, and that what changes while
// they are read for the first time is read again.
func TestHalfWritten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "matrix.tsv")
		write := func(text string) {
			t.Helper()
			if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		write("")
		var read []string
		s, err := newSource(t.Context(), Options{Watched: []string{file}, Every: time.Second, Say: error.Error, Open: func(_ context.Context, version int) (*pages.Model, error) {
			data, err := os.ReadFile(file)
			read = append(read, string(data))
			if len(read) == 1 {
				write("a")
			}
			return &pages.Model{Version: version}, err
		}})
		if err != nil {
			t.Fatal(err)
		}
		go s.watch(t.Context())
		time.Sleep(time.Second / 2) // between two looks, so that their order is known
		for _, text := range []string{"ab", "abc", "abcd"} {
			time.Sleep(time.Second)
			write(text)
		}
		time.Sleep(10 * time.Second)
		synctest.Wait()
		if want := []string{"", "abcd"}; !slices.Equal(read, want) {
			t.Errorf("read %q, want %q", read, want)
		}
	})
}

// TestLive holds that pages follow the files, that broken files tell their problem and
// leave what was, and that it goes on when they are mended.
func TestLive(t *testing.T) {
	for name, path := range map[string]string{"folder": ".", "link": "../link", "file": "dataset.yaml"} {
		t.Run(name, func(t *testing.T) {
			folder := copied(t, helpdesk)
			if err := os.Symlink(folder, filepath.Join(folder, "../link")); err != nil && name == "link" {
				t.Skip(err)
			}
			path, file := filepath.Join(folder, path), filepath.Join(folder, "dataset.yaml")
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s := start(t, Options{Open: read(path), Watched: []string{path}, Every: 5 * time.Millisecond})
			events := s.stream(t, t.Context(), "")
			for s.heard() != 1 {
				time.Sleep(time.Millisecond)
			}
			rewrite(t, file, strings.Replace(string(data), "City library", "Village library", 1))
			next(t, events, "changed")
			if got := s.get(t, "/organization/library"); !strings.Contains(got.body, "Village library") {
				t.Errorf("the page still says\n%.300s", got.body)
			}
			rewrite(t, file, "tasks: [{id: 1")
			if e := next(t, events, "problem"); !strings.Contains(e, "dataset.yaml") {
				t.Errorf("the problem is %s", e)
			}
			if got := s.get(t, "/organization/library"); got.code != http.StatusOK || !strings.Contains(got.body, "Village library") {
				t.Errorf("beside a broken file the page is %d\n%.300s", got.code, got.body)
			} else if !strings.Contains(got.body, `role="alert">`) || strings.Contains(got.body, `role="alert" hidden`) {
				t.Errorf("a page without scripts does not say that a file is broken")
			}
			if e := next(t, s.stream(t, t.Context(), ""), "problem"); !strings.Contains(e, "dataset.yaml") {
				t.Errorf("who comes later learns %s", e)
			}
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
			next(t, events, "problem")
			rewrite(t, file, string(data))
			next(t, events, "changed")
			if got := s.get(t, "/organization/library"); !strings.Contains(got.body, "City library") {
				t.Errorf("mended, the page says\n%.300s", got.body)
			}
			if v := s.source.model().Version; v != 3 {
				t.Errorf("version %d, want 3", v)
			}
		})
	}
}

// TestMissedChange holds that a page whose connection was lost learns of a change that was
// made meanwhile.
func TestMissedChange(t *testing.T) {
	folder := copied(t, helpdesk)
	file := filepath.Join(folder, "dataset.yaml")
	s := start(t, Options{Open: read(folder), Watched: []string{folder}, Every: 5 * time.Millisecond})
	before := <-s.stream(t, t.Context(), "")
	if !strings.Contains(before, "id: 1") {
		t.Errorf("the stream begins with %q: it does not say which version", before)
	}
	rewrite(t, file, string(contents(t, folder)["dataset.yaml"])+"\n# seen\n")
	for s.source.model().Version != 2 {
		time.Sleep(time.Millisecond)
	}
	next(t, s.stream(t, t.Context(), "1"), "changed")
	if e := <-s.stream(t, t.Context(), "2"); strings.Contains(e, "changed") {
		t.Errorf("who has seen the last change is told %q", e)
	}
}

// TestWhoLeaves holds that nobody is told who has left.
func TestWhoLeaves(t *testing.T) {
	s := start(t, Options{Open: read(helpdesk)})
	for range 3 {
		ctx, leave := context.WithCancel(t.Context())
		for range 10 {
			s.stream(t, ctx, "")
		}
		for s.heard() != 10 {
			time.Sleep(time.Millisecond)
		}
		leave()
		for end := time.Now().Add(20 * time.Second); s.heard() != 0; time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%d listeners are left", s.heard())
			}
		}
	}
}

// heard is how many pages are told of changes.
func (s running) heard() int {
	s.source.mu.Lock()
	defer s.source.mu.Unlock()
	return len(s.source.listeners)
}
