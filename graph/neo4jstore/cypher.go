package neo4jstore

import (
	"fmt"

	"tasuki/graph/neo4jstore/model"
)

// The statements of the store. Labels and types cannot be parameters where an
// index is to be used; they come from the model, never from data.
//
// The property tasuki is the mark of what this package wrote: on every node and
// relationship it holds the name of the dataset. Whatever lacks it belongs to
// others, and no statement here reads, changes or deletes it. Nodes have the name
// as dataset too, for people's own queries.
const (
	// lock makes other writers of the dataset wait until the transaction ends:
	// setting a property locks the node.
	lock = `
MERGE (d:Dataset {tasuki: $dataset})
ON CREATE SET d.dataset = $dataset
SET d.lock = true
REMOVE d.lock
RETURN elementId(d), d.load`

	getContent = `
MATCH (d:Dataset {tasuki: $dataset})
RETURN d.content`

	setContent = `
MATCH (d:Dataset {tasuki: $dataset})
SET d.content = $content, d.verified = $verified`

	setLoad = `
MATCH (d:Dataset {tasuki: $dataset})
SET d.load = $load, d.loaded = datetime()`

	getPosition = `
CALL dbms.components() YIELD name, versions, edition
WITH * WHERE name = "Neo4j Kernel"
CALL db.info() YIELD id
OPTIONAL MATCH (d:Dataset {tasuki: $dataset})
RETURN edition, versions[0], id, d.content, d.verified`

	createLabels  = `UNWIND $names AS name CALL db.createLabel(name)`
	createTypes   = `UNWIND $names AS name CALL db.createRelationshipType(name)`
	createColumns = `UNWIND $names AS name CALL db.createProperty(name)`

	// The reading statements return, for the element ID of each relationship,
	// null where $ids is false: a million of them take a while. Taking all
	// properties at once is faster than taking them one by one.
	readNodes = `
MATCH (n:%s {tasuki: $dataset})
WITH elementId(n) AS at, properties(n) AS p
RETURN null, [[at, null, [column IN $columns | p[column]]]]`

	readFrom = `
MATCH (a:%[1]s {tasuki: $dataset})
CALL (a) {
  MATCH (a)-[r:%[2]s {tasuki: $dataset}]->(b:%[3]s {tasuki: $dataset})
  WITH CASE WHEN $ids THEN elementId(r) END AS at, b.id AS other, properties(r) AS p
  RETURN collect([at, other, [column IN $columns | p[column]]]) AS facts
}
WITH a.id AS anchor, facts WHERE size(facts) > 0
RETURN anchor, facts`

	readTo = `
MATCH (b:%[3]s {tasuki: $dataset})
CALL (b) {
  MATCH (a:%[1]s {tasuki: $dataset})-[r:%[2]s {tasuki: $dataset}]->(b)
  WITH CASE WHEN $ids THEN elementId(r) END AS at, a.id AS other, properties(r) AS p
  RETURN collect([at, other, [column IN $columns | p[column]]]) AS facts
}
WITH b.id AS anchor, facts WHERE size(facts) > 0
RETURN anchor, facts`

	createNodes = `
UNWIND $rows AS row
CREATE (n:%s)
SET n = row
RETURN n.id, elementId(n)`

	createLinks = `
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row.from
MATCH (b) WHERE elementId(b) = row.to
CREATE (a)-[r:%s]->(b)
SET r = row.properties`

	changeNodes = `
UNWIND $rows AS row
MATCH (n) WHERE elementId(n) = row.at
SET n += row.properties
RETURN count(*)`

	changeLinks = `
UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.at
SET r += row.properties
RETURN count(*)`

	deleteNodes = `
UNWIND $rows AS at
MATCH (n) WHERE elementId(n) = at
DELETE n`

	deleteLinks = `
UNWIND $rows AS at
MATCH ()-[r]->() WHERE elementId(r) = at
DELETE r`

	figureNames = `
MATCH (n:%s {tasuki: $dataset})
UNWIND keys(n) AS name
WITH DISTINCT name WHERE name STARTS WITH $prefix
RETURN name`

	clearFigures = `
MATCH (n:%s {tasuki: $dataset})
WHERE any(name IN keys(n) WHERE name STARTS WITH $prefix)
SET n += $none`

	setFigures = `
UNWIND $rows AS row
MATCH (n:%s {tasuki: $dataset, id: row.id})
SET n += row.properties
RETURN count(*)`
)

// readStatement returns the statement that reads all facts of a shape.
func readStatement(s *model.Shape) string {
	switch {
	case s.IsNode():
		return fmt.Sprintf(readNodes, s.Kind)
	case s.ByFrom:
		return fmt.Sprintf(readFrom, s.From, s.Kind, s.To)
	default:
		return fmt.Sprintf(readTo, s.From, s.Kind, s.To)
	}
}

// createStatement returns the statement that creates nodes or relationships.
func createStatement(s *model.Shape) string {
	if s.IsNode() {
		return fmt.Sprintf(createNodes, s.Kind)
	}
	return fmt.Sprintf(createLinks, s.Kind)
}
