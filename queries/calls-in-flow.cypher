// title.en: Whom to call in a flow
// title.ja: 手順における連絡先
// question.en: Whom to call, in which order, at each organization that leads a task of a flow at a severity?
// question.ja: ある重大度のとき、手順の作業を主担当する各組織で、だれにどの順に連絡するか
// readers: drill, architect
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// param severity text = null: ID of a severity; null when it is not known
// column flow: ID of the flow
// column organization: ID of the organization
// column position: 1 for the contact that stands first
// column level: 1 for those who are called first; those of one level are called at the same time
// column contact: the post that is called; null when nobody is named
// column means: by which it is called, the first one first
// column hours: when it is reached; null when none are declared
// column wait_minutes: how long an answer to each call is waited for; null when it is not known
// column deputy: the post that is called outside of these hours; null when there is none
// order: flow, organization, position
// agrees: oncall.Levels: the posts and their levels
MATCH (f:Flow {tasuki: $dataset})-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(o {tasuki: $dataset})
WHERE $flow IS NULL OR f.id = $flow
WITH DISTINCT f, o
CALL (f, o) { // the list for the flow and the severity, or else for the flow, or else for the severity, or else for neither
  MATCH (o)-[:CALLED_AT {tasuki: $dataset}]->(c {tasuki: $dataset})
  OPTIONAL MATCH (c)-[:ABOUT {tasuki: $dataset}]->(g:Flow {tasuki: $dataset})
  OPTIONAL MATCH (c)-[:ABOUT {tasuki: $dataset}]->(s:Severity {tasuki: $dataset})
  WITH c, g, s
  WHERE (g IS NULL OR g = f) AND (s IS NULL OR s.id = $severity)
  WITH CASE WHEN g IS NULL THEN 0 ELSE 2 END + CASE WHEN s IS NULL THEN 0 ELSE 1 END AS rank, collect(c) AS contacts
  ORDER BY rank DESC
  LIMIT 1
  UNWIND contacts AS contact
  RETURN contact AS c
}
RETURN f.id AS flow, o.id AS organization, c.position AS position, c.level AS level, c.name AS contact,
  coalesce(c.means, []) AS means, c.hours AS hours, c.wait_minutes AS wait_minutes, c.deputy AS deputy
ORDER BY flow, organization, position
