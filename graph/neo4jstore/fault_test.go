package neo4jstore

import (
	"context"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"
)

// refuses checks that Open fails, says so soon, and keeps the secret.
func refuses(t *testing.T, a Address, l Login, says string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	s, err := Open(ctx, a, l, Options{ConnectTimeout: time.Second})
	if err == nil {
		s.Close(ctx)
		t.Fatalf("Open(%v) succeeded", a)
	}
	if !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), a.URI) {
		t.Errorf("Open(%v): %v, want an error that names the server and says %q", a, err, says)
	}
	if strings.Contains(err.Error(), l.Password) {
		t.Errorf("the error shows the password: %v", err)
	}
}

func TestWrongPassword(t *testing.T) {
	a, l := server(t)
	l.Password = "not the password"
	refuses(t, a, l, passwordFileVariable)
}

func TestMissingServer(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	free := listener.Addr().String()
	listener.Close()
	for _, scheme := range schemes {
		refuses(t, Address{URI: scheme + "://" + free}, Login{"neo4j", "s3cret"}, "start the server")
	}
}

// TestSilentServer connects to what takes connections and says nothing.
func TestSilentServer(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	refuses(t, Address{URI: "bolt://" + listener.Addr().String()}, Login{"neo4j", "s3cret"}, "check that it runs")
}

func TestServerWithoutTLS(t *testing.T) {
	a, l := server(t)
	_, host, _ := strings.Cut(a.URI, "://")
	refuses(t, Address{URI: "bolt+s://" + host}, l, "speaks no TLS")
}

func TestMissingDatabase(t *testing.T) {
	a, l := server(t)
	a.Database = "nosuchdatabase"
	s, err := Open(t.Context(), a, l, Options{})
	if err == nil {
		defer s.Close(t.Context())
		_, err = s.Load(t.Context(), "x")
	}
	if err == nil || !strings.Contains(err.Error(), "no such database") {
		t.Errorf("a missing database: %v, want an error that says so", err)
	}
}

func TestCompatibleSchemes(t *testing.T) {
	a, l := server(t)
	_, host, _ := strings.Cut(a.URI, "://")
	for _, scheme := range []string{"bolt", "neo4j"} {
		s, err := Open(t.Context(), Address{URI: fmt.Sprintf("%s://%s", scheme, host), Database: "neo4j"}, l, Options{})
		if err != nil {
			t.Error(err)
			continue
		}
		s.Close(t.Context())
	}
}
