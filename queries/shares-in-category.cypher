// title.en: Shares by heading
// title.ja: 見出しごとの主担当
// question.en: Who leads how much under each heading?
// question.ja: 各見出しの下で、だれが何件を主担当するか
// readers: risk, drill
// param dataset text: the name of the dataset
// param category text = null: ID of one heading; null for all
// column category: ID of the heading
// column organization: ID of the organization
// column lead_marks: tasks under the heading, or a heading below it, that the organization leads
// column percent: of the lead marks there
// order: category, lead_marks desc, organization
// agrees: concentration.Concentrations: lead marks and their shares in every scope of kind category
MATCH (t:Task {tasuki: $dataset})-[:PART_OF* {tasuki: $dataset}]->(c:Category {tasuki: $dataset})
WHERE $category IS NULL OR c.id = $category
WITH DISTINCT c, t
MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t)
WITH c, o, count(*) AS lead_marks
WITH c, collect([o.id, lead_marks]) AS list, sum(lead_marks) AS total
UNWIND list AS share
WITH c.id AS category, share[0] AS organization, share[1] AS lead_marks, total
RETURN category, organization, lead_marks, 100.0 * lead_marks / total AS percent
ORDER BY category, lead_marks DESC, organization
