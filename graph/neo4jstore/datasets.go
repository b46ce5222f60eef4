package neo4jstore

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/said"
)

// Stored is what a database says about a dataset.
type Stored struct {
	Name          string     `json:"name"`
	Organizations int        `json:"organizations"`
	Tasks         int        `json:"tasks"`
	Flows         int        `json:"flows"`
	Facts         int        `json:"facts"`             // nodes and relationships, as loads count them
	Loaded        *time.Time `json:"loaded,omitempty"`  // when a load last changed it, by the server's clock; nil: not known
	Content       string     `json:"content"`           // the hash of its facts then
	Earlier       bool       `json:"earlier,omitempty"` // from a version that did not mark what it wrote; only the name and the hash are known
}

// getDatasets lists the datasets, those without marks too, by name.
const getDatasets = `
MATCH (d:Dataset)
WHERE d.tasuki IS NOT NULL
  OR d.dataset IS NOT NULL AND d.content =~ '[0-9a-f]{64}' AND NOT EXISTS { MATCH (m:Dataset) WHERE m.tasuki = d.dataset }
RETURN coalesce(d.tasuki, d.dataset) AS name, d.loaded AS loaded, d.content AS content, d.tasuki IS NULL AS earlier
ORDER BY name`

// countFacts counts the nodes of a label, and the relationships that leave them,
// of every dataset.
const countFacts = `
MATCH (n:%s)
WHERE n.tasuki IS NOT NULL
RETURN n.tasuki AS name, count(*) AS nodes, sum(COUNT { (n)-[r]->() WHERE r.tasuki = n.tasuki AND NOT r:OBSERVED_HANDOFF|UNOBSERVED_HANDOFF|OBSERVED_HANDOVER|PERFORMED }) AS links`

// Datasets lists the datasets of the database by name.
func (s *Store) Datasets(ctx context.Context) ([]Stored, error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(context.WithoutCancel(ctx))
	list, err := neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) ([]Stored, error) { return s.datasets(ctx, tx) })
	if err != nil {
		return nil, said.Errorf("listing the datasets at %s: %w", s.at, explain(ctx, err))
	}
	return list, nil
}

func (s *Store) datasets(ctx context.Context, tx neo4j.ManagedTransaction) ([]Stored, error) {
	records, err := collect(ctx, tx, getDatasets, nil)
	if err != nil {
		return nil, err
	}
	list, at := []Stored{}, map[string]int{}
	for _, r := range records {
		d := Stored{}
		d.Name, _ = r.Values[0].(string)
		if loaded, ok := r.Values[1].(time.Time); ok {
			d.Loaded = &loaded
		}
		d.Content, _ = r.Values[2].(string)
		if d.Earlier, _ = r.Values[3].(bool); !d.Earlier {
			at[d.Name] = len(list)
		}
		list = append(list, d)
	}
	for _, label := range s.labels() {
		records, err := collect(ctx, tx, fmt.Sprintf(countFacts, label), nil)
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			name, _ := r.Values[0].(string)
			i, ok := at[name]
			if !ok {
				continue
			}
			nodes, _ := r.Values[1].(int64)
			links, _ := r.Values[2].(int64)
			list[i].add(label, int(nodes), int(links))
		}
	}
	return list, nil
}

func (d *Stored) add(label string, nodes, links int) {
	d.Facts += nodes + links
	switch label {
	case "Organization":
		d.Organizations = nodes
	case "Task":
		d.Tasks = nodes
	case "Flow":
		d.Flows = nodes
	}
}

// labels are those of the model.
func (s *Store) labels() []string {
	var labels []string
	for _, shape := range s.shapes {
		if shape.IsNode() {
			labels = append(labels, shape.Kind)
		}
	}
	return labels
}

// anyLabel is the pattern of a node of the model.
func (s *Store) anyLabel() string { return strings.Join(s.labels(), "|") }
