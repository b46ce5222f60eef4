// Package neo4jstore keeps datasets in Neo4j, as a graph that people query.
//
// The model, which docs/neo4j.md draws:
//
//	(:Dataset)
//	(:Organization) (:Task) (:Flow)
//	(:Phase) (:Category) (:Component) (:Environment) (:Site)
//	(:Contact) (:Calendar) (:Severity) (:OutsideReport)
//
//	(:Organization)-[:LEADS|ACCOUNTABLE_FOR|SUPPORTS|INFORMED]->(:Task)
//	(:Organization)-[:SUPPLIES]->(:Component)
//	(:Task)-[:HANDS_OFF_TO]->(:Task)
//	(:Flow)-[:INCLUDES]->(:Task)
//	(:Organization)-[:ESCALATES_TO]->(:Organization), (:Organization)-[:SERVES]->(:Organization)
//	(:Organization)-[:CALLED_AT]->(:Contact), (:Organization)-[:FOLLOWS]->(:Calendar)
//	(:Organization)-[:MAKES]->(:OutsideReport)
//	(:Contact|OutsideReport)-[:ABOUT]->(:Flow|Severity)
//	(:Task)-[:PART_OF]->(:Phase), (:Task)-[:PART_OF]->(:Category)
//	(x)-[:PART_OF]->(y), where y is the parent of x
//
// Every node and relationship has the property tasuki, the name of its dataset,
// which marks it as this package's, and every node except (:Dataset) an id; the two
// together are unique among the nodes of a label.
//
// One table, in package model, says how facts become nodes and relationships and
// back; reading, comparing and writing know nothing of the model beyond it.
package neo4jstore
