// title.en: Tasks with several accountable parties
// title.ja: 責任者が複数いる作業
// question.en: For which tasks is more than one organization accountable?
// question.ja: 責任者が二つ以上の組織にわたる作業はどれか
// readers: risk
// param dataset text: the name of the dataset
// column task: ID of the task
// column name: its name
// column accountable: the organizations that answer for it
// column leads: the organizations that lead it
// order: task
// agrees: analysis.Findings: the evidence of several-accountable
MATCH (t:Task {tasuki: $dataset})
WHERE COUNT { ({tasuki: $dataset})-[:ACCOUNTABLE_FOR {tasuki: $dataset}]->(t) } > 1
RETURN t.id AS task, t.name AS name,
  COLLECT { MATCH (o {tasuki: $dataset})-[:ACCOUNTABLE_FOR {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id } AS accountable,
  COLLECT { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id } AS leads
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task
