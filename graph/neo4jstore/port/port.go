// Package port finds out what listens at a port, by what it says to the handshake of Bolt.
package port

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"os"
	"time"
)

// Says is what a port answers to the handshake of Bolt.
type Says int

// The answers.
const (
	Nothing Says = iota
	Bolt
	HTTP
	Else
)

// patience is how long a port that takes a connection may be silent.
const patience = time.Second

// Listen sends a port the handshake of Bolt, with TLS where a configuration is given,
// and tells what came back. The error is that of the connection.
func Listen(ctx context.Context, place string, secure *tls.Config) (Says, error) {
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", place)
	if err != nil {
		return Nothing, err
	}
	defer func() { conn.Close() }()
	conn.SetDeadline(time.Now().Add(patience))
	if secure != nil {
		wrapped := tls.Client(conn, secure)
		if err := wrapped.HandshakeContext(ctx); err != nil {
			return Nothing, err
		}
		conn = wrapped
	}
	if _, err := conn.Write([]byte("\x60\x60\xb0\x17\x00\x00\x04\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")); err != nil {
		return Nothing, nil
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
		return Nothing, nil
	case bytes.HasPrefix(answer, []byte("HTTP")):
		return HTTP, nil
	case n == 4 && answer[0] == 0 && answer[3] > 0:
		return Bolt, nil
	}
	return Else, nil
}
