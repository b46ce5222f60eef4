// title.en: The flows
// title.ja: 手順の一覧
// question.en: Where does each flow start and end, how many tasks and handoffs has it, and who leads in it?
// question.ja: 各手順はどこで始まりどこで終わるか。作業と引き継ぎは何件で、だれが主担当するか
// readers: drill, architect
// param dataset text: the name of the dataset
// column flow: ID of the flow
// column name: its name
// column start: its start tasks
// column goal: its goal tasks
// column tasks: tasks that it includes
// column handoffs: handoffs that it declares
// column organizations: the organizations that lead a task of it
// order: flow
// agrees: concentration.Concentrations: tasks and leaders of every scope of kind flow
MATCH (f:Flow {tasuki: $dataset})
RETURN f.id AS flow, f.name AS name,
  COLLECT { MATCH (f)-[:INCLUDES {tasuki: $dataset, start: true}]->(t {tasuki: $dataset}) RETURN t.id ORDER BY [n IN split(t.id, '-') | toIntegerOrNull(n)], t.id } AS start,
  COLLECT { MATCH (f)-[:INCLUDES {tasuki: $dataset, goal: true}]->(t {tasuki: $dataset}) RETURN t.id ORDER BY [n IN split(t.id, '-') | toIntegerOrNull(n)], t.id } AS goal,
  COUNT { (f)-[:INCLUDES {tasuki: $dataset}]->({tasuki: $dataset}) } AS tasks,
  COUNT { (:Task {tasuki: $dataset})-[:HANDS_OFF_TO {tasuki: $dataset, flow: f.id}]->({tasuki: $dataset}) } AS handoffs,
  COLLECT { MATCH (f)-[:INCLUDES {tasuki: $dataset}]->({tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(o {tasuki: $dataset}) RETURN DISTINCT o.id ORDER BY o.id } AS organizations
ORDER BY flow
