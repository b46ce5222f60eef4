// title.en: Who is only told
// title.ja: 連絡を受けるだけの組織
// question.en: Which organizations are told of which tasks without leading, supporting or being accountable for them?
// question.ja: 主担当、責任者、支援のいずれでもなく連絡だけを受ける組織は、どの作業についてか
// readers: drill
// param dataset text: the name of the dataset
// column task: ID of the task
// column organization: ID of the organization
// column leads: the organizations that lead the task
// order: task, organization
// agrees: none: it lists facts
MATCH (o:Organization {tasuki: $dataset})-[:INFORMED {tasuki: $dataset}]->(t {tasuki: $dataset})
WHERE NOT EXISTS { (o)-[:LEADS|ACCOUNTABLE_FOR|SUPPORTS {tasuki: $dataset}]->(t) }
RETURN t.id AS task, o.id AS organization,
  COLLECT { MATCH (p {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN p.id ORDER BY p.id } AS leads
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task, organization
