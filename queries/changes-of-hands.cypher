// title.en: How often work changes hands
// title.ja: 担当が替わる回数
// question.en: How many rungs has the shortest path from each start to a goal, and how often does it change hands?
// question.ja: 各起点から終点までの最短の経路で、担当は何回替わるか
// readers: drill
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// column flow: ID of the flow
// column start: ID of the task that the path begins with
// column tasks: tasks on the path
// column changes: how often a task is led by others than the task before it
// order: changes desc, flow, start
// agrees: escalation.Escalations: rungs of the first path of each ladder
MATCH (f:Flow {tasuki: $dataset})-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset})
WHERE $flow IS NULL OR f.id = $flow
CALL (f, s) {
  MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
  MATCH p = ALL SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->())*(g)
  RETURN nodes(p) AS way
  ORDER BY size(way), [t IN way | [n IN split(t.id, '-') | toIntegerOrNull(n)]], [t IN way | t.id] LIMIT 1
}
WITH f, s, [t IN way | COLLECT { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id }] AS by
RETURN f.id AS flow, s.id AS start, size(by) AS tasks, size([i IN range(1, size(by) - 1) WHERE by[i] <> by[i - 1]]) AS changes
ORDER BY changes DESC, flow, [n IN split(start, '-') | toIntegerOrNull(n)], start
