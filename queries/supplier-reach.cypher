// title.en: What suppliers also lead
// title.ja: 納入業者の担当範囲
// question.en: How many components does each supplier supply, and how many tasks does it lead and support?
// question.ja: 納入業者ごとに、納める構成要素、主担当する作業、支援する作業はいくつか
// readers: risk
// param dataset text: the name of the dataset
// column organization: ID of the supplier
// column components: components that it supplies
// column environments: environments in which it does
// column lead_marks: tasks that it leads
// column support_marks: tasks that it supports
// order: components desc, organization
// agrees: none: no analysis looks at supplies
MATCH (o:Organization {tasuki: $dataset})-[s:SUPPLIES {tasuki: $dataset}]->(c {tasuki: $dataset})
WITH o, count(DISTINCT c) AS components, count(DISTINCT s.environment) AS environments
RETURN o.id AS organization, components, environments,
  COUNT { (o)-[:LEADS {tasuki: $dataset}]->({tasuki: $dataset}) } AS lead_marks, COUNT { (o)-[:SUPPORTS {tasuki: $dataset}]->({tasuki: $dataset}) } AS support_marks
ORDER BY components DESC, organization
