// title.en: The path from report to recovery
// title.ja: 申告から復旧までの経路
// question.en: Which tasks lead from each start of a flow to its goal on the shortest path, with every branch that must be done, who leads them, and what is handed over?
// question.ja: 手順の起点から終点までの最短の経路で、必要な分岐をすべて含めて、どの作業を順に通るか。だれが主担当し、何が渡されるか
// readers: drill
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// param without texts = []: IDs of organizations that are absent
// param leads any|each = null: when a task with several leads is lost; null as the dataset declares, otherwise each
// param support fallback|none = null: whether a supporter stands in; null as the dataset declares, otherwise none
// column flow: ID of the flow
// column start: ID of the task that the path begins with
// column step: 1 for the start; tasks of branches that are done side by side may share one, and a task comes after all from which it receives
// column task: ID of the task
// column name: its name
// column organizations: those who lead it and are there, and with them its supporters when they stand in
// column receives: kind and artifact of what is handed over to it on this path
// order: flow, start, step, task
// agrees: escalation.Escalations: steps of the first path of each ladder, nobody or one absent
MATCH (d:Dataset {tasuki: $dataset})
WITH coalesce($leads, d.lead_rule, 'each') AS rule, coalesce($support, d.support_rule, 'none') AS support
MATCH (f:Flow {tasuki: $dataset}) WHERE f.id = coalesce($flow, f.id)
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
  WHERE EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE o.id IN $without }
    AND (rule = 'each' OR NOT EXISTS { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) WHERE NOT o.id IN $without })
  RETURN t
} AS hit
WITH *, [t IN hit WHERE support = 'none' OR NOT EXISTS { MATCH (o {tasuki: $dataset})-[:SUPPORTS {tasuki: $dataset}]->(t) WHERE NOT o.id IN $without }] AS gone
WITH f, starts, work, hit, reduce(s = {open: [w IN work WHERE NOT w.task IN gone], fresh: [], done: []}, i IN range(1, 2 * size(work)) | CASE WHEN s.fresh = []
    // who needs nothing more succeeds, and meets the branches that lead there
    THEN {open: CASE WHEN any(w IN s.open WHERE w.needs = []) THEN [w IN s.open WHERE w.needs <> []] ELSE [] END, fresh: [w IN s.open WHERE w.needs = [] | w.task], done: s.done}
    ELSE {open: [w IN s.open | {task: w.task, needs: [b IN w.needs WHERE none(n IN b.next WHERE n IN s.fresh)]}], fresh: [], done: s.done + [t IN s.fresh | {task: t, left: i}]}
  END).done AS done
UNWIND [x IN done WHERE x.task IN starts | x.task] AS first
UNWIND reduce(way = [{task: first, step: 1}], t IN reverse([x IN done | x.task]) | way + [
    b IN head([w IN work WHERE w.task = t | w.needs]) WHERE any(x IN way WHERE x.task = t) |
    {task: head([n IN done WHERE n.task IN b.next | n.task]), from: t, branch: b.branch, step: 1 + reduce(step = 0, x IN way | CASE WHEN x.task = t AND x.step > step THEN x.step ELSE step END)}]) AS x
WITH f, hit, first, x.task AS t, max(x.step) AS step, collect(x {.from, .branch}) AS before
RETURN f.id AS flow, first.id AS start, step, t.id AS task, t.name AS name,
  COLLECT {
    MATCH (o {tasuki: $dataset})-[r:LEADS|SUPPORTS {tasuki: $dataset}]->(t)
    WHERE NOT o.id IN $without AND (r:LEADS OR t IN hit)
    RETURN DISTINCT o.id AS id ORDER BY id
  } AS organizations,
  COLLECT {
    MATCH (a {tasuki: $dataset})-[r:HANDS_OFF_TO {tasuki: $dataset, flow: f.id}]->(t) WHERE {from: a, branch: coalesce(r.branch, '')} IN before
    RETURN r.kind + coalesce(': ' + coalesce(r.artifact_en, r.artifact_ja), '') AS what ORDER BY what
  } AS receives
ORDER BY flow, [n IN split(start, '-') | toIntegerOrNull(n)], start, step, [n IN split(task, '-') | toIntegerOrNull(n)], task
