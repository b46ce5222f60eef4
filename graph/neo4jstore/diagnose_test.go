package neo4jstore

import (
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// listener answers each connection by a function and returns its address.
func listener(t *testing.T, answer func(net.Conn)) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				answer(c)
			}()
		}
	}()
	return l.Addr().String()
}

// answering reads a handshake and writes a text.
func answering(text string) func(net.Conn) {
	return func(c net.Conn) {
		io.ReadFull(c, make([]byte, 20))
		io.WriteString(c, text)
	}
}

// TestDiagnose connects to what is no server that the address names.
func TestDiagnose(t *testing.T) {
	web := httptest.NewTLSServer(http.NotFoundHandler())
	t.Cleanup(web.Close)
	secure := func(c net.Conn) {
		conn := tls.Server(c, &tls.Config{Certificates: web.TLS.Certificates})
		io.ReadFull(conn, make([]byte, 20))
		io.WriteString(conn, "\x00\x00\x04\x05")
	}
	free := listener(t, func(net.Conn) {})
	dead, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	dead.Close()
	plain, tlsOnly := listener(t, answering("\x00\x00\x04\x05")), listener(t, secure)
	text, silent := listener(t, answering("SSH-2.0-x\r\n")), listener(t, func(net.Conn) { time.Sleep(5 * time.Second) })
	page := listener(t, answering("HTTP/1.1 400 Bad Request\r\n\r\n"))
	for uri, want := range map[string]string{
		"neo4j+s://" + plain:                          "speaks no TLS",
		"bolt+ssc://" + plain:                         "write bolt://",
		"neo4j://" + tlsOnly:                          "wants TLS",
		"bolt://" + tlsOnly:                           "write bolt+s://",
		"neo4j+s://" + tlsOnly:                        "is not trusted",
		"neo4j://" + page:                             "speaks HTTP",
		"bolt+s://" + page:                            "speaks HTTP",
		"neo4j+s://" + web.Listener.Addr().String():   "speaks HTTP",
		"neo4j+ssc://" + web.Listener.Addr().String(): "speaks HTTP",
		"neo4j://" + text:                             "is no Neo4j server",
		"bolt+s://" + text:                            "is no Neo4j server",
		"bolt://" + silent:                            "does not answer",
		"bolt+s://" + silent:                          "does not answer",
		"bolt://" + free:                              "does not answer",
		"neo4j://" + dead.Addr().String():             "nothing listens",
		"neo4j+s://" + dead.Addr().String():           "nothing listens",
		"neo4j://host.invalid:7687":                   "no host called",
	} {
		t.Run(uri, func(t *testing.T) {
			t.Parallel()
			a, err := ParseAddress(uri)
			if err != nil {
				t.Fatal(err)
			}
			s, err := Open(t.Context(), a, Login{"neo4j", "secret-word"}, Options{ConnectTimeout: 5 * time.Second})
			if err == nil {
				s.Close(t.Context())
				t.Fatal("connected")
			}
			if !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "secret-word") || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want %q", err, want)
			}
		})
	}
}

func TestAddressPort(t *testing.T) {
	for _, port := range []string{"0", "65536", "99999", "99999999999999999999"} {
		if _, err := ParseAddress("neo4j://127.0.0.1:" + port); err == nil || !strings.Contains(err.Error(), "from 1 to 65535") {
			t.Errorf("port %s: got %v", port, err)
		}
	}
}
