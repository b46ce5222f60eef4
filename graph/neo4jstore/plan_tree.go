package neo4jstore

import (
	"reflect"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/db"

	"tasuki/graph/neo4jstore/guard"
)

// treeOf returns a plan with all that is in it, or nothing when it cannot be seen.
// neo4j.Plan.Children will not do: in the driver 5.28.4 each of the children is the
// last one, so that a check would never see the others, and walking them would
// take time without end.
func treeOf(plan neo4j.Plan) *guard.Step {
	v := reflect.ValueOf(plan)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		return nil
	}
	field := v.Elem().FieldByName("plan")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*db.Plan]() || field.IsNil() {
		return nil
	}
	step := stepOf((*db.Plan)(field.UnsafePointer()))
	return &step
}

func stepOf(p *db.Plan) guard.Step {
	step := guard.Step{Operator: p.Operator, Arguments: p.Arguments, Children: make([]guard.Step, len(p.Children))}
	for i := range p.Children {
		step.Children[i] = stepOf(&p.Children[i])
	}
	return step
}
