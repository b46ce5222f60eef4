// title.en: Lead and supporter in one
// title.ja: 主担当と支援を兼ねる作業
// question.en: On which tasks does one organization have both the lead and the support mark?
// question.ja: 同じ組織が主担当と支援の両方の印を持つ作業はどれか
// readers: risk
// param dataset text: the name of the dataset
// column task: ID of the task
// column organization: ID of the organization with both marks
// column name: the name of the task
// order: task, organization
// agrees: analysis.Findings: the evidence of both-marks
MATCH (t:Task {tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(o {tasuki: $dataset})
WHERE EXISTS { (o)-[:SUPPORTS {tasuki: $dataset}]->(t) }
RETURN t.id AS task, o.id AS organization, t.name AS name
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task, organization
