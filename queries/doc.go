// Package queries is a catalogue of questions to the graph that package
// neo4jstore keeps: one file of Cypher each, with a header that says what it
// answers, what it takes, and what it returns.
//
// A header is a block of comments of the form "// key: text", in this order:
//
//	title.en, title.ja        what the query is called
//	question.en, question.ja  what it answers
//	readers                   for whom: risk, drill, architect
//	param NAME TYPE           what the parameter is; "= VALUE" after the type
//	                          gives a default, in JSON
//	column NAME               what the column is
//	order                     the columns that rows are ordered by, "desc" behind
//	                          those that fall; together they tell rows apart
//	agrees                    the Go analysis that says the same, and in what;
//	                          or none, and why
//
// All of it is mandatory, and the first parameter is the name of the dataset.
// Values reach the server as parameters and never become part of the text.
//
// Every node and every relationship in a query names the dataset, as its property
// tasuki: labels, types and ends alone would match what other applications have
// drawn in the same database. Labels stand at the nodes that a query begins with;
// at the others the types imply them, and the planner would be led astray.
//
// Cypher has no functions of one's own, so questions that judge flows repeat two parts
// word by word: what each task of a flow needs, as lists of tasks one of which is enough,
// and which tasks succeed without those in gone. The second is a least fixpoint: a round
// that finds tasks which need nothing more, and one that strikes the branches which lead
// to them, in turn. It lists them in the order in which they are found, so that the first
// of several alternatives in the list is the one with the fewest handoffs left.
//
// IDs are ordered by the numbers between their hyphens, as in 2-9 and 2-10, and
// otherwise by code point.
package queries
