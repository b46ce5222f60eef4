// title.en: Tasks that every way passes
// title.ja: どの道も必ず通る作業
// question.en: Which tasks between the ends does every way of a flow pass, in which order?
// question.ja: 両端の間で、手順のどの道も必ず通る作業はどれか。どの順に通るか
// readers: risk, drill
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// column flow: ID of the flow
// column position: 1 for the first such task on every way
// column task: ID of the task
// column leads: the organizations that lead it
// order: flow, position
// agrees: spof.SPOFs: tasks, in their order
MATCH (f:Flow {tasuki: $dataset})
WHERE $flow IS NULL OR f.id = $flow
CALL (f) {
  MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset})
  MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
  MATCH p = ANY SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->())*(g)
  RETURN nodes(p) AS way ORDER BY size(way) LIMIT 1
}
UNWIND range(0, size(way) - 1) AS at
WITH f, at, way[at] AS t
WHERE NOT EXISTS { MATCH (f)-[i:INCLUDES {tasuki: $dataset}]->(t) WHERE i.start OR i.goal }
  AND NOT EXISTS {
    MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset})
    MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
    MATCH ANY SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->(b WHERE b <> t))*(g)
  }
WITH f, t ORDER BY f.id, at
WITH f, collect(t) AS tasks
UNWIND range(0, size(tasks) - 1) AS at
WITH f, at, tasks[at] AS t
RETURN f.id AS flow, at + 1 AS position, t.id AS task,
  COLLECT { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id } AS leads
ORDER BY flow, position
