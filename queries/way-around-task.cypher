// title.en: The way around a task
// title.ja: 作業を避ける道
// question.en: How does a flow get to its goal without this task?
// question.ja: この作業を通らずに、手順はどの道で終点まで行けるか
// readers: risk, drill
// param dataset text: the name of the dataset
// param flow text = null: ID of one flow; null for all
// param task text = null: ID of the task to avoid; null for each by itself
// column flow: ID of the flow
// column task: ID of the avoided task
// column way: the shortest way that avoids it, ties by the IDs of its tasks, with all branches that must be done: then those with more left to do come first; null when there is none
// order: flow, task
// agrees: spof.SPOFs: the ways of ends and other tasks, and that the rest have none
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
MATCH (f)-[:INCLUDES {tasuki: $dataset}]->(avoided {tasuki: $dataset})
WHERE ($flow IS NULL OR f.id = $flow) AND ($task IS NULL OR avoided.id = $task)
WITH f, starts, work, avoided, [avoided] AS gone
WITH f, starts, work, avoided, reduce(s = {open: [w IN work WHERE NOT w.task IN gone], fresh: [], done: []}, i IN range(1, 2 * size(work)) | CASE WHEN s.fresh = []
    // who needs nothing more succeeds, and meets the branches that lead there
    THEN {open: CASE WHEN any(w IN s.open WHERE w.needs = []) THEN [w IN s.open WHERE w.needs <> []] ELSE [] END, fresh: [w IN s.open WHERE w.needs = [] | w.task], done: s.done}
    ELSE {open: [w IN s.open | {task: w.task, needs: [b IN w.needs WHERE none(n IN b.next WHERE n IN s.fresh)]}], fresh: [], done: s.done + [t IN s.fresh | {task: t, left: i}]}
  END).done AS done
WITH f, avoided, work, done, head([x IN done WHERE x.task IN starts | x.task]) AS first
WITH f, avoided, done, reduce(way = [first], t IN reverse([x IN done | x.task]) | way + [
    b IN head([w IN work WHERE w.task = t | w.needs]) WHERE t IN way | head([x IN done WHERE x.task IN b.next | x.task])]) AS way
CALL (done, way) {
  UNWIND [x IN done WHERE x.task IN way] AS x
  WITH x.task AS t, x.left AS left
  ORDER BY left DESC, [n IN split(t.id, '-') | toIntegerOrNull(n)], t.id
  RETURN collect(t.id) AS way_left
}
RETURN f.id AS flow, avoided.id AS task, CASE WHEN way_left <> [] THEN way_left END AS way
ORDER BY flow, [n IN split(task, '-') | toIntegerOrNull(n)], task
