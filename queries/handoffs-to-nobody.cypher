// title.en: Handoffs to nobody
// title.ja: 受け手のない引き継ぎ
// question.en: Which tasks receive a handoff although nobody has a mark on them?
// question.ja: 引き継ぎを受けるのに、だれの印もない作業はどれか
// readers: risk, drill
// param dataset text: the name of the dataset
// column task: ID of the task
// column name: its name
// column from: the tasks that hand over to it
// order: task
// agrees: analysis.Findings: the evidence of handoff-to-nobody
MATCH (t:Task {tasuki: $dataset})
WHERE EXISTS { ({tasuki: $dataset})-[:HANDS_OFF_TO {tasuki: $dataset}]->(t) } AND NOT EXISTS { ({tasuki: $dataset})-[:LEADS|ACCOUNTABLE_FOR|SUPPORTS|INFORMED {tasuki: $dataset}]->(t) }
RETURN t.id AS task, t.name AS name,
  COLLECT { MATCH (a {tasuki: $dataset})-[:HANDS_OFF_TO {tasuki: $dataset}]->(t) WITH DISTINCT a RETURN a.id ORDER BY [n IN split(a.id, '-') | toIntegerOrNull(n)], a.id } AS from
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task
