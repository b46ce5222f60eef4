package model

import "fmt"

// Schema lists the constraints and indexes by name. The constraints make a
// dataset and an ID name one node of a label, and find it; the indexes serve
// queries that name an ID alone.
//
// They are about what bears the mark, so that nodes of others with our labels
// neither break them nor are kept out by them.
func Schema(shapes []*Shape) map[string]string {
	wanted := map[string]string{
		"tasuki_task_id":           "CREATE INDEX tasuki_task_id IF NOT EXISTS FOR (n:Task) ON (n.id)",
		"tasuki_organization_id":   "CREATE INDEX tasuki_organization_id IF NOT EXISTS FOR (n:Organization) ON (n.id)",
		"tasuki_flow_id":           "CREATE INDEX tasuki_flow_id IF NOT EXISTS FOR (n:Flow) ON (n.id)",
		"tasuki_hands_off_to_flow": "CREATE INDEX tasuki_hands_off_to_flow IF NOT EXISTS FOR ()-[r:HANDS_OFF_TO]-() ON (r.flow)",
	}
	for _, s := range shapes {
		switch {
		case !s.IsNode():
		case s.Keys == 0:
			name := "tasuki_marked_" + s.Kind
			wanted[name] = fmt.Sprintf("CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:%s) REQUIRE n.tasuki IS UNIQUE", name, s.Kind)
		default:
			name := "tasuki_marked_" + s.Kind
			wanted[name] = fmt.Sprintf("CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:%s) REQUIRE (n.tasuki, n.id) IS UNIQUE", name, s.Kind)
		}
	}
	return wanted
}
