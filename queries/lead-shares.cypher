// title.en: Who leads how much
// title.ja: 主担当の割合
// question.en: How many tasks does each organization lead and support, and what share of all lead marks is that?
// question.ja: 各組織は何件の作業を主担当・支援し、主担当の印全体の何割を持つか
// readers: risk, architect
// param dataset text: the name of the dataset
// column organization: ID of the organization
// column lead_marks: tasks that it leads, alone or jointly
// column percent: of all lead marks; null when there are none
// column tasks: tasks that it leads, one with k leads counting 1/k, to 9 digits
// column support_marks: tasks that it supports
// order: lead_marks desc, organization
// agrees: bottleneck.Bottlenecks: lead marks, their share, split tasks and support marks of every organization
WITH COUNT { (:Organization {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->({tasuki: $dataset}) } AS total
MATCH (o:Organization {tasuki: $dataset})
WITH total, o, COUNT { (o)-[:LEADS {tasuki: $dataset}]->({tasuki: $dataset}) } AS lead_marks, COUNT { (o)-[:SUPPORTS {tasuki: $dataset}]->({tasuki: $dataset}) } AS support_marks
OPTIONAL MATCH (o)-[:LEADS {tasuki: $dataset}]->(t {tasuki: $dataset})
WITH o, lead_marks, support_marks, total,
  sum(CASE WHEN t IS NULL THEN 0.0 ELSE 1.0 / COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) } END) AS tasks
RETURN o.id AS organization, lead_marks,
  CASE WHEN total > 0 THEN 100.0 * lead_marks / total END AS percent,
  round(tasks, 9) AS tasks, support_marks
ORDER BY lead_marks DESC, organization
