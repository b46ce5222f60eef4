package explorer

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"tasuki/graph"
)

// TestClickAgain holds that who asks for a page for which another has waited and left gets
// it: clicking back and forth quickly is that.
func TestClickAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := newKept(100)
		first, leave := context.WithCancel(t.Context())
		go k.get(first, key{"/", 1}, func() ([]byte, error) {
			<-first.Done()
			return nil, errBusy
		})
		synctest.Wait()
		var page []byte
		var err error
		go func() {
			page, err = k.get(t.Context(), key{"/", 1}, func() ([]byte, error) { return []byte("page"), nil })
		}()
		synctest.Wait()
		leave()
		synctest.Wait()
		if err != nil || string(page) != "page" {
			t.Errorf("who has stayed gets %q and %v", page, err)
		}
	})
}

// TestBrokenPage holds that a page that cannot be made costs that page alone.
func TestBrokenPage(t *testing.T) {
	k := newKept(100)
	for range 2 {
		_, err := k.get(t.Context(), key{"/", 1}, func() ([]byte, error) { panic("no") })
		if !errors.Is(err, errBroken) || !strings.Contains(fmt.Sprint(err), "/") {
			t.Errorf("a page that breaks gives %v", err)
		}
	}
	if data, err := k.get(t.Context(), key{"/", 1}, func() ([]byte, error) { return []byte("page"), nil }); err != nil || string(data) != "page" {
		t.Errorf("the next gives %q and %v", data, err)
	}
}

// TestKept holds that pages are made once, by version, and forgotten in the order in which
// they were asked for, at a stated number of bytes.
func TestKept(t *testing.T) {
	k := newKept(10)
	made := map[key]int{}
	get := func(address string, version, size int) {
		t.Helper()
		at := key{address, version}
		data, err := k.get(t.Context(), at, func() ([]byte, error) {
			made[at]++
			return make([]byte, size), nil
		})
		if err != nil || len(data) != size {
			t.Errorf("%v: %d bytes, %v", at, len(data), err)
		}
	}
	get("a", 1, 4)
	get("b", 1, 4)
	get("a", 1, 4)
	get("a", 2, 4) // b goes
	get("a", 1, 4)
	get("b", 1, 4)
	get("large", 1, 11)
	get("large", 1, 11)
	for at, want := range map[key]int{{"a", 1}: 1, {"b", 1}: 2, {"a", 2}: 1, {"large", 1}: 2} {
		if made[at] != want {
			t.Errorf("%v was made %d times, want %d", at, made[at], want)
		}
	}
	if k.bytes > 10 || len(k.pages) != k.order.Len() || len(k.being) != 0 {
		t.Errorf("%d bytes in %d pages, %d being made", k.bytes, len(k.pages), len(k.being))
	}
}

// TestTooMany holds that who comes when too many wait is told to come again.
func TestTooMany(t *testing.T) {
	s := start(t, Options{Open: given(t, graph.Dataset{})})
	for range mostWaiting {
		s.waiting <- struct{}{}
	}
	got := s.get(t, "/map")
	if got.code != http.StatusServiceUnavailable || got.header.Get("Retry-After") != "1" {
		t.Errorf("answered with %d, Retry-After %q", got.code, got.header.Get("Retry-After"))
	}
	<-s.waiting
	if got := s.get(t, "/map"); got.code != http.StatusOK {
		t.Errorf("afterwards answered with %d\n%.300s", got.code, got.body)
	}
}
