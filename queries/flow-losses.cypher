// title.en: Flows that a loss breaks
// title.ja: 組織が不在の場合に止まる手順
// question.en: Which flows are broken, degraded or touched when an organization is gone?
// question.ja: ある組織が不在の場合に、どの手順が止まり、支援頼みになり、または影響だけを受けるか
// readers: risk, drill
// param dataset text: the name of the dataset
// param organization text = null: ID of one organization; null for each by itself
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column organization: ID of the organization that is gone
// column flow: ID of the flow
// column fate: broken when no start succeeds without its lost tasks, degraded when none does without the degraded ones too, otherwise touched
// column lost: its tasks that are lost
// column degraded: its tasks that are degraded
// order: organization, flow
// agrees: loss.Losses: broken, degraded and touched flows with their tasks, under all four rules
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
MATCH (f)-[:INCLUDES {tasuki: $dataset}]->(t {tasuki: $dataset})<-[:LEADS {tasuki: $dataset}]-(o {tasuki: $dataset})
WHERE ($organization IS NULL OR o.id = $organization)
  AND (rule = 'each' OR COUNT { ({tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) } = 1)
WITH o, f, starts, work, t, support = 'fallback' AND EXISTS { MATCH (p {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE p <> o } AS helped
ORDER BY [n IN split(t.id, '-') | toIntegerOrNull(n)], t.id
WITH o, f, starts, work, collect(t) AS hit, collect(CASE WHEN NOT helped THEN t END) AS lost, collect(CASE WHEN helped THEN t END) AS degraded
WITH *, [gone IN CASE degraded WHEN [] THEN [lost] ELSE [hit, lost] END | reduce(s = {open: [w IN work WHERE NOT w.task IN gone], fresh: [], done: []}, i IN range(1, 2 * size(work)) | CASE WHEN s.fresh = []
    // who needs nothing more succeeds, and meets the branches that lead there
    THEN {open: CASE WHEN any(w IN s.open WHERE w.needs = []) THEN [w IN s.open WHERE w.needs <> []] ELSE [] END, fresh: [w IN s.open WHERE w.needs = [] | w.task], done: s.done}
    ELSE {open: [w IN s.open | {task: w.task, needs: [b IN w.needs WHERE none(n IN b.next WHERE n IN s.fresh)]}], fresh: [], done: s.done + [t IN s.fresh | {task: t, left: i}]}
  END).done] AS done
RETURN o.id AS organization, f.id AS flow,
  CASE
    WHEN any(x IN done[0] WHERE x.task IN starts) THEN 'touched'
    WHEN any(x IN done[-1] WHERE x.task IN starts) THEN 'degraded'
    ELSE 'broken'
  END AS fate,
  [t IN lost | t.id] AS lost, [t IN degraded | t.id] AS degraded
ORDER BY organization, flow
