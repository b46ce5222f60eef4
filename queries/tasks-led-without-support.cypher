// title.en: Led by one vendor without support
// title.ja: 一社だけが担い支援のない作業
// question.en: Which tasks does one organization alone lead, with nobody to support it?
// question.ja: 一つの組織だけが主担当し、支援する組織もない作業はどれか
// readers: risk, drill
// param dataset text: the name of the dataset
// param organization text = null: ID of one organization; null for all
// column organization: ID of the organization
// column task: ID of the task
// column name: its name
// column category: ID of its heading; null when it has none
// order: organization, task
// agrees: loss.Losses: under leads any and support fallback, these are the tasks lost with the organization
MATCH (o:Organization {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t {tasuki: $dataset})
WHERE ($organization IS NULL OR o.id = $organization)
  AND COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) } = 1
  AND NOT EXISTS { MATCH (p {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE p <> o }
OPTIONAL MATCH (t)-[:PART_OF {tasuki: $dataset}]->(c:Category {tasuki: $dataset})
RETURN o.id AS organization, t.id AS task, t.name AS name, c.id AS category
ORDER BY organization, [n IN split(task, '-') | toIntegerOrNull(n)], task
