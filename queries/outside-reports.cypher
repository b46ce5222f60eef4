// title.en: Reports that are owed outside
// title.ja: 外部への報告
// question.en: Who owes which report to whom outside, and how soon after detection, in a flow at a severity?
// question.ja: 手順と重大度に応じて、どの組織が外部のどこへ、検知から何分以内に何を報告するか
// readers: drill, architect
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// param severity text = null: ID of one severity; null for all
// column report: ID of the report
// column name: its name
// column organization: ID of the organization that makes it
// column to: to whom; null when nobody is named
// column within_minutes: how soon after detection; null when it is not known
// column flows: the flows that it is owed in; none: in every flow
// column severities: the severities at which it is owed; none: at every severity
// order: within_minutes, report
// agrees: none: it lists facts
MATCH (o:Organization {tasuki: $dataset})-[:MAKES {tasuki: $dataset}]->(r {tasuki: $dataset})
WITH o, r,
  COLLECT { MATCH (r)-[:ABOUT {tasuki: $dataset}]->(f:Flow {tasuki: $dataset}) RETURN f.id ORDER BY f.id } AS flows,
  COLLECT { MATCH (r)-[:ABOUT {tasuki: $dataset}]->(s:Severity {tasuki: $dataset}) RETURN s.id ORDER BY s.id } AS severities
WHERE ($flow IS NULL OR size(flows) = 0 OR $flow IN flows) AND ($severity IS NULL OR size(severities) = 0 OR $severity IN severities)
RETURN r.id AS report, r.name AS name, o.id AS organization, coalesce(r.to_en, r.to_ja) AS to, r.within_minutes AS within_minutes, flows, severities
ORDER BY within_minutes, report
