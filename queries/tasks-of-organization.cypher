// title.en: What an organization leads
// title.ja: ある組織が主担当する作業
// question.en: Which tasks does this organization lead, perhaps of one timing only, with whom beside it?
// question.ja: この組織は、どの作業を(指定があればその時期のものだけ)、だれとともに主担当するか
// readers: drill, architect
// param dataset text: the name of the dataset
// param organization text: ID of the organization
// param timing daily|monthly|yearly|as-needed|once = null: tasks of this timing only; null for all
// column task: ID of the task
// column name: its name
// column timing: how often it is done; null when not known
// column with: the other organizations that lead it
// column supporters: the organizations that support it
// order: task
// agrees: none: it lists facts
MATCH (o:Organization {tasuki: $dataset, id: $organization})-[:LEADS {tasuki: $dataset}]->(t {tasuki: $dataset})
WHERE $timing IS NULL OR t.timing = $timing
RETURN t.id AS task, t.name AS name, t.timing AS timing,
  COLLECT { MATCH (p {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE p <> o RETURN p.id ORDER BY p.id } AS with,
  COLLECT { MATCH (p {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) RETURN p.id ORDER BY p.id } AS supporters
ORDER BY [n IN split(task, '-') | toIntegerOrNull(n)], task
