package neo4jstore

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
	"time"

	"tasuki/graph/neo4jstore/port"
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
	host, number := u.Hostname(), u.Port()
	if number == "" {
		number = "7687"
	}
	place := net.JoinHostPort(host, number)
	secure := strings.Contains(u.Scheme, "+")
	plain, _, _ := strings.Cut(u.Scheme, "+")
	switch heard, failed := port.Listen(ctx, place, nil); {
	case isUnknownHost(failed):
		return &failure{fmt.Sprintf("there is no host called %q", host), "correct the name in the address"}
	case heard == port.Nothing && failed != nil:
		return &failure{fmt.Sprintf("nothing listens at %s (%v)", place, failed), "start the server, or correct the host and the port, which for Bolt is 7687 unless it was changed"}
	case heard == port.HTTP:
		return wrongPort(number)
	case heard == port.Bolt && secure:
		return &failure{fmt.Sprintf("the server speaks no TLS at port %s", number), fmt.Sprintf("write %s:// where the network is trusted, such as on this machine, as the password then travels in the clear, or switch TLS on in the server (server.bolt.tls_level)", plain)}
	case heard == port.Else:
		return &failure{fmt.Sprintf("what listens at %s is no Neo4j server", place), "correct the host and the port, which for Bolt is 7687 unless it was changed"}
	case heard == port.Bolt:
		return &failure{err.Error(), noAnswer}
	}
	switch heard, failed := port.Listen(ctx, place, &tls.Config{InsecureSkipVerify: true}); { // nothing secret is sent
	case heard == port.HTTP:
		return wrongPort(number)
	case heard == port.Bolt && !secure:
		return &failure{fmt.Sprintf("the server wants TLS at port %s", number), fmt.Sprintf("write %s+s://, or %s+ssc:// where its certificate is self-signed", plain, plain)}
	case failed == nil && strings.HasSuffix(u.Scheme, "+s") && isUntrusted(err):
		return &failure{"the certificate of the server is not trusted: " + cause(err), fmt.Sprintf("use the name that it was made for, add its authority to those of this machine, or write %s+ssc:// where it is self-signed", plain)}
	case heard == port.Else:
		return &failure{fmt.Sprintf("what listens at %s is no Neo4j server", place), "correct the host and the port, which for Bolt is 7687 unless it was changed"}
	}
	return &failure{cause(err), noAnswer}
}

func wrongPort(number string) error {
	return &failure{fmt.Sprintf("port %s speaks HTTP, as Neo4j Browser does", number), "give the port for Bolt, which is 7687 unless it was changed"}
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
