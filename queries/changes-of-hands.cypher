// title.en: How often work changes hands
// title.ja: 担当が替わる回数
// question.en: How many tasks has the shortest path from each start to a goal, with every branch that must be done, and how often does it change hands?
// question.ja: 各起点から終点までの最短の経路で、必要な分岐をすべて含めて、担当は何回替わるか
// readers: drill
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// column flow: ID of the flow
// column start: ID of the task that the path begins with
// column tasks: tasks on the path
// column changes: how often a task is led by others than the task before it
// order: changes desc, flow, start
// agrees: escalation.Escalations: rungs of the first path of each ladder
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
WITH f, starts, work, head([gone IN [[]] | reduce(s = {open: [w IN work WHERE NOT w.task IN gone], fresh: [], done: []}, i IN range(1, 2 * size(work)) | CASE WHEN s.fresh = []
    // who needs nothing more succeeds, and meets the branches that lead there
    THEN {open: CASE WHEN any(w IN s.open WHERE w.needs = []) THEN [w IN s.open WHERE w.needs <> []] ELSE [] END, fresh: [w IN s.open WHERE w.needs = [] | w.task], done: s.done}
    ELSE {open: [w IN s.open | {task: w.task, needs: [b IN w.needs WHERE none(n IN b.next WHERE n IN s.fresh)]}], fresh: [], done: s.done + [t IN s.fresh | {task: t, left: i}]}
  END).done]) AS done
UNWIND [x IN done WHERE x.task IN starts | x.task] AS first
WITH f, first, reduce(way = [{task: first, step: 1}], t IN reverse([x IN done | x.task]) | way + [
    b IN head([w IN work WHERE w.task = t | w.needs]) WHERE any(x IN way WHERE x.task = t) |
    {task: head([n IN done WHERE n.task IN b.next | n.task]), from: t, step: 1 + reduce(step = 0, x IN way | CASE WHEN x.task = t AND x.step > step THEN x.step ELSE step END)}]) AS way
UNWIND way AS x
WITH DISTINCT f, first, x.task AS t, x.from AS before
WITH f, first, t, before,
  COLLECT { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id } AS by,
  COLLECT { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(before) RETURN o.id ORDER BY o.id } AS earlier
RETURN f.id AS flow, first.id AS start, count(DISTINCT t) AS tasks, sum(CASE WHEN before IS NOT NULL AND by <> earlier THEN 1 ELSE 0 END) AS changes
ORDER BY changes DESC, flow, [n IN split(start, '-') | toIntegerOrNull(n)], start
