// title.en: What an organization touches, to draw
// title.ja: ある組織の担当を図にする
// question.en: Which tasks does an organization lead, support or hear of, as paths that can be drawn?
// question.ja: ある組織が主担当・支援する作業と連絡を受ける作業を、図にできる形で取り出す
// readers: architect
// param dataset text: the name of the dataset
// param organization text: ID of the organization
// column role: lead, support or informed
// column task: ID of the task
// column path: the organization, the mark and the task
// order: role, task
// agrees: none: it lists facts
MATCH path = (:Organization {tasuki: $dataset, id: $organization})-[m:LEADS|SUPPORTS|INFORMED {tasuki: $dataset}]->(t {tasuki: $dataset})
RETURN CASE type(m) WHEN 'LEADS' THEN 'lead' WHEN 'SUPPORTS' THEN 'support' ELSE 'informed' END AS role, t.id AS task, path
ORDER BY role, [n IN split(task, '-') | toIntegerOrNull(n)], task
