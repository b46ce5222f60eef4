package neo4jstore

import (
	"errors"
	"fmt"
	"os"
	"sync"
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

// Loads that create the same constraints and indexes at the same moment wait for one
// another.
func TestSchemaCreatedAtOnce(t *testing.T) {
	s := connect(t)
	for round := range 3 {
		name := fmt.Sprintf("tasuki_at_once_%d_%d", os.Getpid(), round)
		statements := []string{
			fmt.Sprintf("CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE", name, name),
			fmt.Sprintf("CREATE CONSTRAINT %s_other IF NOT EXISTS FOR (n:%s) REQUIRE n.other IS UNIQUE", name, name),
			fmt.Sprintf("CREATE INDEX %s_name IF NOT EXISTS FOR (n:%s) ON (n.name)", name, name),
		}
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() {
				session := s.session(t.Context(), neo4j.AccessModeWrite)
				defer session.Close(t.Context())
				for _, statement := range statements {
					if err := s.execute(t.Context(), session, statement, nil); err != nil && !createdMeanwhile(err) {
						t.Error(err)
					}
				}
			})
		}
		group.Wait()
		session := s.session(t.Context(), neo4j.AccessModeWrite)
		for _, drop := range []string{"CONSTRAINT " + name, "CONSTRAINT " + name + "_other", "INDEX " + name + "_name"} {
			if err := s.execute(t.Context(), session, "DROP "+drop+" IF EXISTS", nil); err != nil {
				t.Error(err)
			}
		}
		session.Close(t.Context())
	}
}
