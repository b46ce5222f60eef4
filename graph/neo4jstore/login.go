package neo4jstore

import (
	"os"
	"strings"

	"tasuki/graph/said"
)

// The environment variables that name a user.
const (
	userVariable         = "TASUKI_NEO4J_USER"
	passwordVariable     = "TASUKI_NEO4J_PASSWORD"
	passwordFileVariable = "TASUKI_NEO4J_PASSWORD_FILE"
)

// Login is a user of a server.
type Login struct{ User, Password string }

// LoginFrom returns the user that an environment names, which getenv reads:
// TASUKI_NEO4J_USER (neo4j when empty), with the password in
// TASUKI_NEO4J_PASSWORD or in the file that TASUKI_NEO4J_PASSWORD_FILE names.
func LoginFrom(getenv func(string) string) (Login, error) {
	l := Login{User: getenv(userVariable), Password: getenv(passwordVariable)}
	if l.User == "" {
		l.User = "neo4j"
	}
	if l.Password != "" {
		return l, nil
	}
	path := getenv(passwordFileVariable)
	if path == "" {
		return Login{}, said.Errorf("no password for the database is set: put it into a file and name the file in %s, or set %s", passwordFileVariable, passwordVariable)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return Login{}, said.Errorf("reading the password file that %s names: %w", passwordFileVariable, err)
	}
	l.Password = strings.TrimRight(string(text), "\r\n")
	if l.Password == "" {
		return Login{}, said.Errorf("the password file %q, which %s names, is empty", path, passwordFileVariable)
	}
	return l, nil
}

// String hides the password, so that no message shows it.
func (l Login) String() string { return l.User }

// GoString hides the password too.
func (l Login) GoString() string { return l.User }
