// title.en: Organizations that a flow cannot do without
// title.ja: 手順に欠かせない組織
// question.en: Without which organizations does no start of a flow come to its goals?
// question.ja: どの組織が不在の場合に、手順はどの起点からも終点に達しなくなるか
// readers: risk, drill
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column flow: ID of the flow
// column organization: ID of the organization
// column at_ends_only: true when a start would succeed if it lost only tasks between the ends
// column lost: the tasks of the flow that are lost with it
// order: flow, organization
// agrees: spof.SPOFs: organizations, their lost tasks and whether at the ends only
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
MATCH (f)-[i:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(o {tasuki: $dataset})
WHERE (rule = 'each' OR COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) } = 1)
  AND NOT (support = 'fallback' AND EXISTS { MATCH (p {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE p <> o })
WITH f, starts, work, o, t, i
ORDER BY [n IN split(t.id, '-') | toIntegerOrNull(n)], t.id
WITH f, starts, work, o, collect(t) AS lost, collect(CASE WHEN i.start OR i.goal THEN null ELSE t END) AS between
WITH f, starts, o, lost, [gone IN [lost, between] | reduce(s = {open: [w IN work WHERE NOT w.task IN gone], fresh: [], done: []}, i IN range(1, 2 * size(work)) | CASE WHEN s.fresh = []
    // who needs nothing more succeeds, and meets the branches that lead there
    THEN {open: CASE WHEN any(w IN s.open WHERE w.needs = []) THEN [w IN s.open WHERE w.needs <> []] ELSE [] END, fresh: [w IN s.open WHERE w.needs = [] | w.task], done: s.done}
    ELSE {open: [w IN s.open | {task: w.task, needs: [b IN w.needs WHERE none(n IN b.next WHERE n IN s.fresh)]}], fresh: [], done: s.done + [t IN s.fresh | {task: t, left: i}]}
  END).done] AS done
WHERE none(x IN done[0] WHERE x.task IN starts)
RETURN f.id AS flow, o.id AS organization, any(x IN done[1] WHERE x.task IN starts) AS at_ends_only, [t IN lost | t.id] AS lost
ORDER BY flow, organization
