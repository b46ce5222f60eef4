// title.en: From which starts a flow works
// title.ja: 手順の起点ごとの成否
// question.en: From which of its starts does a flow come to its goals, with everybody there and without each organization?
// question.ja: 手順はどの起点から終点に達するか。全員がいる場合と、各組織が不在の場合とでどう変わるか
// readers: risk, drill
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column flow: ID of the flow
// column start: ID of one of its start tasks
// column organization: ID of the organization that is gone, of those that lead a task of the flow; null when nobody is
// column works: true when the start succeeds without the lost tasks
// order: flow, start, organization
// agrees: spof.SPOFs: from which starts flows work, with everybody and without each organization
MATCH (d:Dataset {tasuki: $dataset})
WITH coalesce($leads, d.lead_rule, 'each') AS rule, coalesce($support, d.support_rule, 'none') AS support
MATCH (f:Flow {tasuki: $dataset})
WHERE $flow IS NULL OR f.id = $flow
CALL (f) { // of each branch of a task one task is needed; a goal needs none, and other tasks that need none are dead ends
  MATCH (f)-[i:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})
  WITH i, t, COLLECT {
    MATCH (t)-[r:HANDS_OFF_TO {tasuki: $dataset, flow: f.id}]->(n {tasuki: $dataset})
    WHERE NOT (i.goal OR coalesce(r.optional, false))
    WITH coalesce(r.branch, '') AS branch, collect(n) AS next
    RETURN {branch: branch, next: next}
  } AS needs
  ORDER BY [n IN split(t.id, '-') | toIntegerOrNull(n)], t.id
  RETURN collect(CASE WHEN i.start THEN t END) AS starts, collect(CASE WHEN i.goal = (needs = []) THEN {task: t, needs: needs} END) AS work
}
UNWIND [null] + COLLECT { MATCH (f)-[:INCLUDES {tasuki: $dataset}]->({tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(o {tasuki: $dataset}) RETURN DISTINCT o } AS o
WITH *, COLLECT {
  MATCH (f)-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(o)
  WHERE (rule = 'each' OR COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) } = 1)
    AND NOT (support = 'fallback' AND EXISTS { MATCH (p {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE p <> o })
  RETURN t
} AS gone
WITH f, starts, o, reduce(s = {open: [w IN work WHERE NOT w.task IN gone], fresh: [], done: []}, i IN range(1, 2 * size(work)) | CASE WHEN s.fresh = []
    // who needs nothing more succeeds, and meets the branches that lead there
    THEN {open: CASE WHEN any(w IN s.open WHERE w.needs = []) THEN [w IN s.open WHERE w.needs <> []] ELSE [] END, fresh: [w IN s.open WHERE w.needs = [] | w.task], done: s.done}
    ELSE {open: [w IN s.open | {task: w.task, needs: [b IN w.needs WHERE none(n IN b.next WHERE n IN s.fresh)]}], fresh: [], done: s.done + [t IN s.fresh | {task: t, left: i}]}
  END).done AS done
UNWIND starts AS s
RETURN f.id AS flow, s.id AS start, o.id AS organization, any(x IN done WHERE x.task = s) AS works
ORDER BY flow, [n IN split(start, '-') | toIntegerOrNull(n)], start, organization
