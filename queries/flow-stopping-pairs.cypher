// title.en: Pairs that stop a flow together
// title.ja: 二者が同時に不在の場合に止まる手順
// question.en: Which two organizations stop a flow together, though neither does alone?
// question.ja: 一方だけなら止まらないが、二者が同時に不在の場合に止まる手順はどれか
// readers: risk
// param dataset text: the name of the dataset
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column flow: ID of the flow
// column one: ID of one organization
// column other: ID of the other
// order: flow, one, other
// agrees: escalation.Escalations: no ladder has a path with both absent, some ladder has with either alone
MATCH (d:Dataset {tasuki: $dataset})
WITH coalesce($leads, d.lead_rule, 'each') AS rule, coalesce($support, d.support_rule, 'none') AS support
MATCH (f:Flow {tasuki: $dataset})
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
WITH *, COLLECT { MATCH (f)-[:INCLUDES {tasuki: $dataset}]->({tasuki: $dataset})<-[:LEADS|SUPPORTS {tasuki: $dataset}]-(o {tasuki: $dataset}) RETURN DISTINCT o } AS marked
UNWIND marked AS one
UNWIND marked AS other
WITH * WHERE one.id <= other.id
WITH *, COLLECT {
  MATCH (f)-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})
  WHERE EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE o IN [one, other] }
    AND (rule = 'each' OR NOT EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE NOT o IN [one, other] })
    AND NOT (support = 'fallback' AND EXISTS { MATCH (o {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE NOT o IN [one, other] })
  RETURN t
} AS gone
WITH f, starts, one, other, reduce(s = {open: [w IN work WHERE NOT w.task IN gone], fresh: [], done: []}, i IN range(1, 2 * size(work)) | CASE WHEN s.fresh = []
    // who needs nothing more succeeds, and meets the branches that lead there
    THEN {open: CASE WHEN any(w IN s.open WHERE w.needs = []) THEN [w IN s.open WHERE w.needs <> []] ELSE [] END, fresh: [w IN s.open WHERE w.needs = [] | w.task], done: s.done}
    ELSE {open: [w IN s.open | {task: w.task, needs: [b IN w.needs WHERE none(n IN b.next WHERE n IN s.fresh)]}], fresh: [], done: s.done + [t IN s.fresh | {task: t, left: i}]}
  END).done AS done
WHERE none(x IN done WHERE x.task IN starts)
WITH f, collect([one, other]) AS stopping
WITH f, stopping, [p IN stopping WHERE p[0] = p[1] | p[0]] AS alone
UNWIND [p IN stopping WHERE NOT p[0] IN alone AND NOT p[1] IN alone] AS pair
RETURN f.id AS flow, pair[0].id AS one, pair[1].id AS other
ORDER BY flow, one, other
