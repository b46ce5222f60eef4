// title.en: What an organization touches, to draw
// title.ja: ある組織の担当を図にする
// question.en: Which tasks does an organization lead, answer for, support or hear of, as paths that can be drawn?
// question.ja: ある組織が主担当、責任者、支援となる作業と連絡を受ける作業を、図にできる形で取り出す
// readers: architect
// param dataset text: the name of the dataset
// param organization text: ID of the organization
// column role: lead, accountable, support or informed
// column task: ID of the task
// column path: the organization, the mark and the task
// order: role, task
// agrees: none: it lists facts
MATCH path = (:Organization {tasuki: $dataset, id: $organization})-[m:LEADS|ACCOUNTABLE_FOR|SUPPORTS|INFORMED {tasuki: $dataset}]->(t {tasuki: $dataset})
RETURN CASE type(m) WHEN 'LEADS' THEN 'lead' WHEN 'ACCOUNTABLE_FOR' THEN 'accountable' WHEN 'SUPPORTS' THEN 'support' ELSE 'informed' END AS role, t.id AS task, path
ORDER BY role, [n IN split(task, '-') | toIntegerOrNull(n)], task
