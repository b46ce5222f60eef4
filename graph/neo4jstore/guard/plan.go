package guard

import (
	"slices"
	"strings"
)

// Step is a step of a plan, with those whose rows it takes.
type Step struct {
	Operator  string // with the database, as in NodeByLabelScan@neo4j
	Arguments map[string]any
	Children  []Step
}

// CheckPlan refuses what the server's own plan of a question, and whether it takes
// the question for one that only reads, show to be more than reading in the given
// database. A plan that cannot be seen is refused.
func (q Question) CheckPlan(plan *Step, readsOnly bool, database string) error {
	if plan == nil {
		return refuse(Operator, "the server shows no plan of the statement")
	}
	if q.databases && len(plan.Children) == 0 && plan.Operator == "AdministrationCommand@system" {
		return nil
	}
	if err := guardOperators(plan, database); err != nil {
		return err
	}
	// Last, as operators say more: what is not known to read is not of type r.
	if !readsOnly {
		return refuse(Writes, "the server takes the statement for one that does more than read")
	}
	return nil
}

func guardOperators(plan *Step, database string) error {
	operator, in, _ := strings.Cut(plan.Operator, "@")
	if err := guardOperator(operator, plan); err != nil {
		return err
	}
	if !strings.EqualFold(in, database) {
		return refuse(OtherDatabase, "the statement works on the database %q, and this store is in %q", in, database)
	}
	for i := range plan.Children {
		if err := guardOperators(&plan.Children[i], database); err != nil {
			return err
		}
	}
	return nil
}

// guardOperator refuses a step of a plan that is not on the list of those that
// read. The other lists serve the message alone.
func guardOperator(operator string, plan *Step) error {
	base, _, _ := strings.Cut(operator, "(") // Expand(All), VarLengthExpand(Pruning,BFS,All)
	switch {
	case base == "ProcedureCall":
		details, _ := plan.Arguments["Details"].(string)
		name, _, _ := strings.Cut(details, "(")
		return guardProcedure(name)
	case slices.Contains(readingOperators, strings.TrimPrefix(base, "Partitioned")):
	case base == "LoadCSV":
		return refuse(Import, "the statement reads a file or an address with LOAD CSV")
	case base == "TransactionApply" || base == "TransactionForeach":
		return refuse(Writes, "the statement has a CALL { … } IN TRANSACTIONS, which is for writing; leave IN TRANSACTIONS out")
	case base == "ShowSettings" || base == "ShowTransactions":
		return refuse(Administration, "the statement shows what may not be its reader's to see: settings and the statements of others can hold secrets (%s)", base)
	case base == "AdministrationCommand" || strings.HasPrefix(base, "Show") || strings.HasPrefix(base, "Terminate"):
		return refuse(Administration, "the statement is a command about the server, not a question about its data (%s)", base)
	case slices.ContainsFunc([]string{"Create", "Drop", "Delete", "DetachDelete", "Set", "Remove", "Merge", "LockingMerge", "FusedMerge", "LockNodes", "Foreach", "DoNothing"},
		func(p string) bool { return strings.HasPrefix(base, p) }):
		return refuse(Writes, "the statement writes (%s)", base)
	default:
		return refuse(Operator, "the plan has the step %s, which is not on the list of those that only read", base)
	}
	return nil
}

func guardProcedure(name string) error {
	if slices.Contains(readingProcedures, name) {
		return nil
	}
	return refuse(Procedure, "%s is not on the list of procedures that only read: %s", name, strings.Join(readingProcedures, ", "))
}

func knownFunction(name string) bool {
	return slices.Contains(namespacedFunctions, strings.ToLower(name))
}

// readingProcedures are the procedures that a reader may call. The server has
// more in the mode READ, but some of those do something too: they resample
// indexes or collect statistics.
var readingProcedures = []string{
	"db.index.fulltext.queryNodes", "db.index.fulltext.queryRelationships",
	"db.index.vector.queryNodes", "db.index.vector.queryRelationships",
	"db.labels", "db.propertyKeys", "db.relationshipTypes",
	"db.schema.nodeTypeProperties", "db.schema.relTypeProperties", "db.schema.visualization",
}

// namespacedFunctions are Cypher's own functions with a dot in their names, in
// lower case, as Cypher does not tell cases apart in them. All other functions
// with a dot are of plugins.
var namespacedFunctions = []string{
	"date.realtime", "date.statement", "date.transaction", "date.truncate",
	"datetime.fromepoch", "datetime.fromepochmillis", "datetime.realtime", "datetime.statement", "datetime.transaction", "datetime.truncate",
	"duration.between", "duration.indays", "duration.inmonths", "duration.inseconds",
	"localdatetime.realtime", "localdatetime.statement", "localdatetime.transaction", "localdatetime.truncate",
	"localtime.realtime", "localtime.statement", "localtime.transaction", "localtime.truncate",
	"point.distance", "point.withinbbox",
	"time.realtime", "time.statement", "time.transaction", "time.truncate",
	"vector.similarity.cosine", "vector.similarity.euclidean",
}

// readingOperators are the operators of Neo4j 5 and 2026 that read or compute, without
// what stands in brackets behind them, and without the Partitioned of the
// parallel runtime. The list is closed: an operator of a later version is
// refused until somebody has looked at it.
var readingOperators = []string{
	"AllNodesScan", "Anti", "AntiConditionalApply", "AntiSemiApply", "Apply", "Argument", "ArgumentTracker",
	"AssertSameNode", "AssertSameRelationship", "AssertingMultiNodeIndexSeek", "AssertingMultiRelationshipIndexSeek",
	"BidirectionalRepeat", "CacheProperties", "CartesianProduct", "ConditionalApply",
	"DirectedAllRelationshipsScan", "DirectedRelationshipByElementIdSeek", "DirectedRelationshipByIdSeek",
	"DirectedRelationshipIndexContainsScan", "DirectedRelationshipIndexEndsWithScan", "DirectedRelationshipIndexScan",
	"DirectedRelationshipIndexSeek", "DirectedRelationshipIndexSeekByRange", "DirectedRelationshipTypeScan",
	"DirectedRelationshipUniqueIndexSeek", "DirectedRelationshipUniqueIndexSeekByRange", "DirectedUnionRelationshipTypesScan",
	"DirectedRelationshipFulltextIndexSearch", "DirectedRelationshipVectorIndexSearch",
	"Distinct", "DynamicDirectedRelationshipTypeLookup", "DynamicLabelNodeLookup", "DynamicUndirectedRelationshipTypeLookup", "Eager", "EagerAggregation", "EmptyResult", "EmptyRow", "Error", "ExhaustiveLimit", "Expand", "Filter",
	"IntersectionNodeByLabelsScan", "LetAntiSemiApply", "LetSelectOrAntiSemiApply", "LetSelectOrSemiApply", "LetSemiApply",
	"Limit", "MultiNodeIndexSeek", "NodeByElementIdSeek", "NodeByIdSeek", "NodeByLabelScan", "NodeCountFromCountStore", "NodeFulltextIndexSearch",
	"NodeHashJoin", "NodeIndexContainsScan", "NodeIndexEndsWithScan", "NodeIndexScan", "NodeIndexSeek", "NodeIndexSeekByRange",
	"NodeLeftOuterHashJoin", "NodeRightOuterHashJoin", "NodeUniqueIndexSeek", "NodeUniqueIndexSeekByRange", "NodeVectorIndexSearch",
	"NonFuseable", "NullifyMetadata", "Optional", "OptionalExpand", "OrderedAggregation", "OrderedDistinct", "OrderedUnion",
	"PartialSort", "PartialTop", "PathPropagatingBFS", "PreserveOrder", "ProduceResults", "ProjectEndpoints", "Projection",
	"RelationshipCountFromCountStore", "Repeat", "RepeatAcyclic", "RepeatOptions", "RollUpApply", "SelectOrAntiSemiApply", "SelectOrSemiApply",
	"SemiApply", "ShortestPath", "ShowConstraints", "ShowFunctions", "ShowIndexes", "ShowProcedures", "Skip", "Sort", "StatefulShortestPath", "SubtractionNodeByLabelsScan",
	"Top", "Top1WithTies", "TriadicBuild", "TriadicFilter", "TriadicSelection",
	"UndirectedAllRelationshipsScan", "UndirectedRelationshipByElementIdSeek", "UndirectedRelationshipByIdSeek",
	"UndirectedRelationshipIndexContainsScan", "UndirectedRelationshipIndexEndsWithScan", "UndirectedRelationshipIndexScan",
	"UndirectedRelationshipIndexSeek", "UndirectedRelationshipIndexSeekByRange", "UndirectedRelationshipTypeScan",
	"UndirectedRelationshipUniqueIndexSeek", "UndirectedRelationshipUniqueIndexSeekByRange", "UndirectedUnionRelationshipTypesScan",
	"UndirectedRelationshipFulltextIndexSearch", "UndirectedRelationshipVectorIndexSearch",
	"Union", "UnionNodeByLabelsScan", "Unwind", "ValueHashJoin", "ValueLeftOuterHashJoin", "ValueMergeJoin", "ValueRightOuterHashJoin", "VarLengthExpand",
}
