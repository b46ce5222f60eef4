package neo4jstore

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"strings"
	"time"
)

// diagnose says why no connection could be made to an address. It looks for itself,
// since the driver says of many causes no more than that the other end has gone.
func diagnose(ctx context.Context, uri string, wait time.Duration, err error) error {
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	u, bad := url.Parse(uri)
	if bad != nil {
		return &failure{err.Error(), noAnswer}
	}
	host, port := u.Hostname(), u.Port()
	if port == "" {
		port = "7687"
	}
	place := net.JoinHostPort(host, port)
	secure := strings.Contains(u.Scheme, "+")
	plain, _, _ := strings.Cut(u.Scheme, "+")
	switch heard, failed := listen(ctx, place, nil); {
	case isUnknownHost(failed):
		return &failure{fmt.Sprintf("there is no host called %q", host), "correct the name in the address"}
	case heard == saysNothing && failed != nil:
		return &failure{fmt.Sprintf("nothing listens at %s (%v)", place, failed), "start the server, or correct the host and the port, which for Bolt is 7687 unless it was changed"}
	case heard == saysHTTP:
		return wrongPort(port)
	case heard == saysBolt && secure:
		return &failure{fmt.Sprintf("the server speaks no TLS at port %s", port), fmt.Sprintf("write %s:// where the network is trusted, such as on this machine, as the password then travels in the clear, or switch TLS on in the server (server.bolt.tls_level)", plain)}
	case heard == saysElse:
		return &failure{fmt.Sprintf("what listens at %s is no Neo4j server", place), "correct the host and the port, which for Bolt is 7687 unless it was changed"}
	case heard == saysBolt:
		return &failure{err.Error(), noAnswer}
	}
	switch heard, failed := listen(ctx, place, &tls.Config{InsecureSkipVerify: true}); { // nothing secret is sent
	case heard == saysHTTP:
		return wrongPort(port)
	case heard == saysBolt && !secure:
		return &failure{fmt.Sprintf("the server wants TLS at port %s", port), fmt.Sprintf("write %s+s://, or %s+ssc:// where its certificate is self-signed", plain, plain)}
	case failed == nil && strings.HasSuffix(u.Scheme, "+s") && isUntrusted(err):
		return &failure{"the certificate of the server is not trusted: " + cause(err), fmt.Sprintf("use the name that it was made for, add its authority to those of this machine, or write %s+ssc:// where it is self-signed", plain)}
	case heard == saysElse:
		return &failure{fmt.Sprintf("what listens at %s is no Neo4j server", place), "correct the host and the port, which for Bolt is 7687 unless it was changed"}
	}
	return &failure{cause(err), noAnswer}
}

func wrongPort(port string) error {
	return &failure{fmt.Sprintf("port %s speaks HTTP, as Neo4j Browser does", port), "give the port for Bolt, which is 7687 unless it was changed"}
}

func isUnknownHost(err error) bool {
	var lookup *net.DNSError
	return errors.As(err, &lookup)
}

// isUntrusted looks at the text, as the driver does not keep the cause.
func isUntrusted(err error) bool {
	return err != nil && (strings.Contains(err.Error(), "x509:") || strings.Contains(err.Error(), "certificate"))
}

// cause returns what failed without the driver's words around it.
func cause(err error) string {
	text := err.Error()
	for _, begin := range []string{"x509: ", "tls: ", "dial tcp "} {
		if _, after, found := strings.Cut(text, begin); found {
			return after
		}
	}
	return text
}

// says is what a port answers to the handshake of Bolt.
type says int

const (
	saysNothing says = iota
	saysBolt
	saysHTTP
	saysElse
)

// patience is how long a port that takes a connection may be silent.
const patience = time.Second

// listen sends a port the handshake of Bolt, with TLS where a configuration is given,
// and tells what came back. The error is that of the connection.
func listen(ctx context.Context, place string, secure *tls.Config) (says, error) {
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", place)
	if err != nil {
		return saysNothing, err
	}
	defer func() { conn.Close() }()
	conn.SetDeadline(time.Now().Add(patience))
	if secure != nil {
		wrapped := tls.Client(conn, secure)
		if err := wrapped.HandshakeContext(ctx); err != nil {
			return saysNothing, err
		}
		conn = wrapped
	}
	if _, err := conn.Write([]byte("\x60\x60\xb0\x17\x00\x00\x04\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")); err != nil {
		return saysNothing, nil
	}
	answer := make([]byte, 4)
	n, err := io.ReadFull(conn, answer)
	if errors.Is(err, os.ErrDeadlineExceeded) && n == 0 {
		// A web server waits for the end of a line.
		conn.SetDeadline(time.Now().Add(patience))
		io.WriteString(conn, "\r\n\r\n")
		n, _ = io.ReadFull(conn, answer)
	}
	const alert = 0x15 // the first byte of a complaint in TLS
	switch {
	case n == 0 || answer[0] == alert:
		return saysNothing, nil
	case bytes.HasPrefix(answer, []byte("HTTP")):
		return saysHTTP, nil
	case n == 4 && answer[0] == 0 && answer[3] > 0:
		return saysBolt, nil
	}
	return saysElse, nil
}
