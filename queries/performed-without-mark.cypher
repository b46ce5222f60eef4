// title.en: Work done by somebody without a mark on it
// title.ja: 印のない組織が行った作業
// question.en: Which organizations performed tasks on which they have no mark, by an event log?
// question.ja: 分担表に印がないのに、イベントログで作業を行った組織はどれか
// readers: risk, drill, architect
// param dataset text: the name of the dataset
// param log text = null: name of one log; null for all
// column log: name of the log
// column organization: ID of the organization
// column task: ID of the task
// column events: how often it performed the task
// column cases: in how many cases
// order: log, events desc, organization, task
// agrees: observe.Compare: performers without a mark
MATCH (o:Organization {tasuki: $dataset})-[r:PERFORMED {tasuki: $dataset, standing: 'unmarked'}]->(t {tasuki: $dataset})
WHERE $log IS NULL OR r.log = $log
RETURN r.log AS log, o.id AS organization, t.id AS task, r.events AS events, r.cases AS cases
ORDER BY log, events DESC, organization, [n IN split(task, '-') | toIntegerOrNull(n)], task
