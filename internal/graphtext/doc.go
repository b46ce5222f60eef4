// Package graphtext reads small datasets from a text that fits into a test.
//
// One line states one fact; # begins a remark. Organizations, phases and
// categories that are only mentioned are declared by that, each named by its
// ID.
//
//	rules each none             lead rule, support rule
//	org ops vendor "Operations" kind, name; both may be missing
//	org hw < group              a parent
//	org hw vendor subst=highly-complex contacts=Desk/15,Manager escalates=ops
//	                            how hard it is to replace; levels, with minutes
//	                            to wait where they are known; whom to call next
//	org hw contacts=Desk/15*2@Mo-Fr_08:00-18:00~Guard@24/7&Line/20,Manager
//	                            a post that is called twice again, its hours (_ for
//	                            a blank), a deputy with hours; a second post of the
//	                            same level; a second level
//	org hw contacts:f=Line contacts!major=Chief contacts:f!major=Chief escalates=ops^2
//	                            lists for flow f, for a severity, for both; a level
//	org hw calendar=jp          by which its hours are meant
//	calendar jp Asia/Tokyo 2026-11-23
//	                            a zone and holidays
//	report city hw within=60 flow=f severity=major
//	                            what hw owes somebody outside
//	category c < b              a category below another; phase likewise
//	1: ops* hw dev~ gov!        task 1: ops leads, hw supports, dev is informed,
//	                            gov is accountable
//	2 phase=p category=c timing=daily: ops*?hw|dev
//	                            an uncertain mark, with its alternatives
//	3 "Restore data":           a task without marks, with a name
//	flow f from 1 to 3: 1 -> 2 -> 3, 2 -report-> 3 "fault slip"
//	                            starts, goals (commas between several), handoffs
//	flow f tier=critical objective=120 "Fault" from 1 to 3: 1 -report:10-> 3
//	                            tier, minutes to the goal, a name; a handoff of
//	                            ten minutes
//	flow f from 1 to 4: 1 -@tell-> 2 -> 4, 1 -request:5@mend?-> 3 {if broken}
//	                            branches, the second one optional; a condition
//	flow f from 1 to 4 all 1 any 2,3: 1 -> 2 -> 4, 1 -> 3 -> 4
//	                            rules of forks
//	handoffs: 3 -> 1            handoffs of no flow
//
// An arrow without a kind is a sequence. A text in quotes behind a handoff is
// its artifact, one in braces its condition; behind a chain, that of each handoff.
package graphtext
