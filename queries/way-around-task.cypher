// title.en: The way around a task
// title.ja: 作業を避ける道
// question.en: How does a flow get to its goal without this task?
// question.ja: この作業を通らずに、手順はどの道で終点まで行けるか
// readers: risk, drill
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// param task text = null: ID of the task to avoid; null for each by itself
// column flow: ID of the flow
// column task: ID of the avoided task
// column way: the shortest way that avoids it, ties by the IDs of its tasks; null when there is none
// order: flow, task
// agrees: spof.SPOFs: the ways of ends and other tasks, and that the rest have none
MATCH (f:Flow {tasuki: $dataset})-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})
WHERE ($flow IS NULL OR f.id = $flow) AND ($task IS NULL OR t.id = $task)
OPTIONAL CALL (f, t) {
  MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset}) WHERE s <> t
  MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
  MATCH p = ALL SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->(b WHERE b <> t))*(g)
  RETURN [n IN nodes(p) | n.id] AS way
  ORDER BY size(way), [id IN way | [n IN split(id, '-') | toIntegerOrNull(n)]], way LIMIT 1
}
RETURN f.id AS flow, t.id AS task, way
ORDER BY flow, [n IN split(task, '-') | toIntegerOrNull(n)], task
