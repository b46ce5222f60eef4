package neo4jstore

import (
	"errors"
	"fmt"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestCreatedMeanwhile(t *testing.T) {
	there := &neo4j.Neo4jError{Code: "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"}
	for _, c := range []struct {
		err  error
		want bool
	}{
		{fmt.Errorf("running: %w", there), true},
		{&neo4j.Neo4jError{Code: "Neo.ClientError.Schema.IndexWithNameAlreadyExists"}, false},
		{errors.New("EquivalentSchemaRuleAlreadyExists"), false},
	} {
		if got := createdMeanwhile(c.err); got != c.want {
			t.Errorf("%v: %t", c.err, got)
		}
	}
}
