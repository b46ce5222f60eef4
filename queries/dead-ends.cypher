// title.en: Dead ends
// title.ja: 終点に到達できない作業
// question.en: Which tasks does work reach from a start without passing a goal or an optional branch, and from where does it reach none?
// question.ja: 終点も任意の分岐も通らずにたどり着き、そこから終点へ進めない作業はどれか
// readers: drill, risk
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// column flow: ID of the flow
// column task: ID of the task
// column leads: the organizations that lead it
// order: flow, task
// agrees: escalation.Escalations: dead ends, nobody absent
MATCH (f:Flow {tasuki: $dataset})
WHERE $flow IS NULL OR f.id = $flow
WITH f, COLLECT { MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset}) RETURN g } AS goals
MATCH (f)-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})
WHERE EXISTS {
    MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset})
    MATCH ANY SHORTEST (s)((a WHERE NOT a IN goals)-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id AND NOT coalesce(r.optional, false)]->())*(t)
  }
  AND NOT EXISTS {
    MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
    MATCH ANY SHORTEST (t)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->())*(g)
  }
RETURN f.id AS flow, t.id AS task, COLLECT { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id } AS leads
ORDER BY flow, [n IN split(task, '-') | toIntegerOrNull(n)], task
