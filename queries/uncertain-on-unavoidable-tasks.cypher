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
// agrees: spof.SPOFs: the tasks, and the ends without a way around them, that have an uncertain lead mark
MATCH (f:Flow {tasuki: $dataset})-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})<-[m:LEADS {tasuki: $dataset, reading: 'uncertain'}]-(o {tasuki: $dataset})
WHERE NOT EXISTS {
  MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(s {tasuki: $dataset}) WHERE s <> t
  MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(g {tasuki: $dataset})
  MATCH ANY SHORTEST (s)(()-[r:HANDS_OFF_TO WHERE r.tasuki = $dataset AND r.flow = f.id]->(b WHERE b <> t))*(g)
}
RETURN f.id AS flow, t.id AS task, o.id AS organization, m.alternatives AS alternatives
ORDER BY flow, [n IN split(task, '-') | toIntegerOrNull(n)], task, organization
