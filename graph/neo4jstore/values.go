package neo4jstore

import (
	"fmt"
	"math"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// Node is a node of an answer. ElementID is the server's own and changes when
// the data is loaded anew.
type Node struct {
	ElementID  string         `json:"element_id"`
	Labels     []string       `json:"labels"`
	Properties map[string]any `json:"properties"`
}

// Relationship is a relationship of an answer. Start and End are the element
// IDs of its nodes.
type Relationship struct {
	ElementID  string         `json:"element_id"`
	Type       string         `json:"type"`
	Start      string         `json:"start"`
	End        string         `json:"end"`
	Properties map[string]any `json:"properties"`
}

// Path is a path of an answer: Relationships[i] joins Nodes[i] and Nodes[i+1],
// in either direction.
type Path struct {
	Nodes         []Node         `json:"nodes"`
	Relationships []Relationship `json:"relationships"`
}

// plain returns a value of the driver without the driver's types: nil, bool,
// int64, float64, string, []byte, []any, map[string]any, Node, Relationship or
// Path. Dates, times, durations and points become their texts, and so do the
// numbers that JSON has not: NaN, +Inf and -Inf.
func plain(v any) any {
	switch v := v.(type) {
	case []any:
		list := make([]any, len(v))
		for i, x := range v {
			list[i] = plain(x)
		}
		return list
	case map[string]any:
		return plainMap(v)
	case dbtype.Node:
		return plainNode(v)
	case dbtype.Relationship:
		return plainRelationship(v)
	case dbtype.Path:
		p := Path{Nodes: make([]Node, len(v.Nodes)), Relationships: make([]Relationship, len(v.Relationships))}
		for i, n := range v.Nodes {
			p.Nodes[i] = plainNode(n)
		}
		for i, r := range v.Relationships {
			p.Relationships[i] = plainRelationship(r)
		}
		return p
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Sprint(v)
		}
		return v
	case time.Time:
		return v.Format(time.RFC3339Nano)
	case neo4j.Date, neo4j.Time, neo4j.LocalTime, neo4j.LocalDateTime, neo4j.Duration, neo4j.Point2D, neo4j.Point3D:
		return fmt.Sprint(v)
	default:
		return v
	}
}

func plainMap(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for k, v := range m {
		out[k] = plain(v)
	}
	return out
}

func plainNode(n dbtype.Node) Node {
	return Node{n.ElementId, n.Labels, plainMap(n.Props)}
}

func plainRelationship(r dbtype.Relationship) Relationship {
	return Relationship{r.ElementId, r.Type, r.StartElementId, r.EndElementId, plainMap(r.Props)}
}
