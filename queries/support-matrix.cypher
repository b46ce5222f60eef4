// title.en: Who supports whom
// title.ja: だれがだれを支援するか
// question.en: On how many tasks does each organization support each lead?
// question.ja: 各組織は、どの主担当を何件の作業で支援するか
// readers: drill, risk
// param dataset text: the name of the dataset
// column supporter: ID of the supporting organization
// column lead: ID of the leading organization
// column tasks: tasks on which one supports and the other leads
// order: supporter, lead
// agrees: none: no analysis counts pairs of supporter and lead
MATCH (s:Organization {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t {tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(o {tasuki: $dataset})
RETURN s.id AS supporter, o.id AS lead, count(*) AS tasks
ORDER BY supporter, lead
