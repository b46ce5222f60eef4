// title.en: Tasks that a flow cannot do without
// title.ja: 手順に欠かせない作業
// question.en: Without which tasks between the ends does no start of a flow come to its goals, and in which order are they done?
// question.ja: 両端の間で、欠けると手順がどの起点からも終点に達しなくなる作業はどれか。どの順に行うか
// readers: risk, drill
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// column flow: ID of the flow
// column position: 1 for the first such task; where branches are done side by side, those with more left to do come first
// column task: ID of the task
// column leads: the organizations that lead it
// order: flow, position
// agrees: spof.SPOFs: tasks, in their order
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
WITH f, starts, work, done, head([x IN done WHERE x.task IN starts | x.task]) AS first
WITH f, starts, work, done, reduce(way = [first], t IN reverse([x IN done | x.task]) | way + [
    b IN head([w IN work WHERE w.task = t | w.needs]) WHERE t IN way | head([x IN done WHERE x.task IN b.next | x.task])]) AS way
UNWIND [x IN done WHERE x.task IN way] AS x
WITH f, starts, work, x.task AS t, x.left AS left
WHERE NOT EXISTS { MATCH (f)-[i:INCLUDES {tasuki: $dataset}]->(t) WHERE i.start OR i.goal }
WITH f, starts, t, left, head([gone IN [[t]] | reduce(s = {open: [w IN work WHERE NOT w.task IN gone], fresh: [], done: []}, i IN range(1, 2 * size(work)) | CASE WHEN s.fresh = []
    // who needs nothing more succeeds, and meets the branches that lead there
    THEN {open: CASE WHEN any(w IN s.open WHERE w.needs = []) THEN [w IN s.open WHERE w.needs <> []] ELSE [] END, fresh: [w IN s.open WHERE w.needs = [] | w.task], done: s.done}
    ELSE {open: [w IN s.open | {task: w.task, needs: [b IN w.needs WHERE none(n IN b.next WHERE n IN s.fresh)]}], fresh: [], done: s.done + [t IN s.fresh | {task: t, left: i}]}
  END).done]) AS done
WHERE none(x IN done WHERE x.task IN starts)
WITH f, t ORDER BY f.id, left DESC, [n IN split(t.id, '-') | toIntegerOrNull(n)], t.id
WITH f, collect(t) AS tasks
UNWIND range(0, size(tasks) - 1) AS at
WITH f, at, tasks[at] AS t
RETURN f.id AS flow, at + 1 AS position, t.id AS task,
  COLLECT { MATCH (o {tasuki: $dataset})-[:LEADS {tasuki: $dataset}]->(t) RETURN o.id ORDER BY o.id } AS leads
ORDER BY flow, position
