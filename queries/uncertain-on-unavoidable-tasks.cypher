// title.en: Uncertain marks that touch a finding
// title.ja: 結論を左右しうる不確かな印
// question.en: Which uncertain lead marks stand on tasks that every way of a flow passes?
// question.ja: 手順のどの道も通る作業にある、不確かな主担当の印はどれか
// readers: risk
// param dataset text: the name of the dataset
// column flow: ID of the flow
// column task: ID of the task, a start or a goal too when every way passes it
// column organization: the organization that the mark is read as
// column alternatives: the others that it may belong to
// order: flow, task, organization
// agrees: analysis.SPOFs: the tasks, and the ends without a way around them, that have an uncertain lead mark
MATCH (f:Flow {dataset: $dataset})-[:INCLUDES]->(t:Task)<-[m:LEADS {reading: 'uncertain'}]-(o:Organization)
WHERE NOT EXISTS {
  MATCH (f)-[:INCLUDES {start: true}]->(s:Task) WHERE s <> t
  MATCH (f)-[:INCLUDES {goal: true}]->(g:Task)
  MATCH ANY SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.flow = f.id]->(b WHERE b <> t))*(g)
}
RETURN f.id AS flow, t.id AS task, o.id AS organization, m.alternatives AS alternatives
ORDER BY flow, [n IN split(task, '-') | toIntegerOrNull(n)], task, organization
