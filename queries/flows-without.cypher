// title.en: Flows that stop without these organizations
// title.ja: これらの組織が不在の場合に止まる手順
// question.en: Which flows have a way left, and which have none, when these organizations are gone together?
// question.ja: これらの組織が同時に不在のとき、道が残る手順と残らない手順はどれか
// readers: drill, risk
// param dataset text: the name of the dataset
// param organizations texts: IDs of the organizations that are gone
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column flow: ID of the flow
// column way_left: true when some start succeeds without the lost tasks
// column lost: its tasks that are lost
// order: flow
// agrees: escalation.Escalations: removed tasks, and whether any ladder has a path, with organizations absent
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
WITH *, COLLECT {
  MATCH (f)-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})
  WHERE EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE o.id IN $organizations }
    AND (rule = 'each' OR NOT EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE NOT o.id IN $organizations })
    AND NOT (support = 'fallback' AND EXISTS { MATCH (o {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE NOT o.id IN $organizations })
  RETURN t ORDER BY [n IN split(t.id, '-') | toIntegerOrNull(n)], t.id
} AS gone
WITH f, starts, gone, reduce(s = {open: [w IN work WHERE NOT w.task IN gone], fresh: [], done: []}, i IN range(1, 2 * size(work)) | CASE WHEN s.fresh = []
    // who needs nothing more succeeds, and meets the branches that lead there
    THEN {open: CASE WHEN any(w IN s.open WHERE w.needs = []) THEN [w IN s.open WHERE w.needs <> []] ELSE [] END, fresh: [w IN s.open WHERE w.needs = [] | w.task], done: s.done}
    ELSE {open: [w IN s.open | {task: w.task, needs: [b IN w.needs WHERE none(n IN b.next WHERE n IN s.fresh)]}], fresh: [], done: s.done + [t IN s.fresh | {task: t, left: i}]}
  END).done AS done
RETURN f.id AS flow, any(x IN done WHERE x.task IN starts) AS way_left, [t IN gone | t.id] AS lost
ORDER BY flow
