package neo4jstore

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph/said"
)

// Address names a dataset in a database.
type Address struct {
	URI      string // scheme, host and port of the server
	Database string // empty: the user's own default
	Dataset  string // empty: none was named
}

// schemes are those of Neo4j: bolt speaks to one server, neo4j lets a cluster
// route; +s demands a trusted certificate, +ssc takes a self-signed one.
var schemes = []string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}

// IsAddress reports whether s has the form of an address rather than a path.
func IsAddress(s string) bool {
	scheme, _, found := strings.Cut(s, "://")
	return found && slices.Contains(schemes, scheme)
}

// ParseAddress reads scheme://host:port/database#dataset, where only scheme
// and host are required. It refuses a user or a password, which do not belong
// where lists of processes and shell histories show them.
func ParseAddress(s string) (Address, error) {
	u, err := url.Parse(s)
	if err != nil {
		// The error of url.Parse quotes all of s, and with it a password.
		return Address{}, said.New("the database address cannot be read: write neo4j://host:port/database#dataset")
	}
	switch {
	case u.User != nil:
		return Address{}, said.Errorf("the database address names a user or a password: leave them out, and set %s and %s", userVariable, passwordFileVariable)
	case !slices.Contains(schemes, u.Scheme):
		return Address{}, said.Errorf("the database address has the scheme %q: use one of %s", u.Scheme, strings.Join(schemes, ", "))
	case u.Hostname() == "":
		return Address{}, said.Errorf("the database address %s has no host: write neo4j://host:port/database#dataset", s)
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
			return Address{}, said.Errorf("the database address %s has the port %s: give one from 1 to 65535, for Bolt 7687 unless it was changed", s, port)
		}
	}
	database := strings.Trim(u.Path, "/")
	if strings.Contains(database, "/") {
		return Address{}, said.Errorf("the database address %s has more than one name after the host: write neo4j://host:port/database#dataset", s)
	}
	server := url.URL{Scheme: u.Scheme, Host: u.Host, RawQuery: u.RawQuery}
	return Address{URI: server.String(), Database: database, Dataset: u.Fragment}, nil
}

// String returns the address in the form that ParseAddress reads.
func (a Address) String() string {
	s, query, routed := strings.Cut(a.URI, "?")
	if a.Database != "" {
		s += "/" + url.PathEscape(a.Database)
	}
	if routed {
		s += "?" + query
	}
	if a.Dataset != "" {
		s += "#" + (&url.URL{Fragment: a.Dataset}).EscapedFragment()
	}
	return s
}
