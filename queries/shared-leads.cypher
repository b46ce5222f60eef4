// title.en: Tasks with several leads
// title.ja: 主担当が複数ある作業
// question.en: Which tasks have more than one lead?
// question.ja: 主担当が複数ある作業はどれか
// readers: risk, architect
// param dataset text: the name of the dataset
// column task: ID of the task
// column name: its name
// column leads: the organizations that lead it
// order: task
// agrees: analysis.Findings: the evidence of joint-lead-undeclared, where the dataset declares no lead rule
MATCH (t:Task {tasuki: $dataset})
WHERE COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) } > 1
RETURN t.id AS task, t.name AS name,
  COLLECT { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id } AS leads
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task
