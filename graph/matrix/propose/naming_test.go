package propose

import "testing"

// TestColumnsThatNameTasks finds the names of tasks among what else is said of them, left of
// the marks.
func TestColumnsThatNameTasks(t *testing.T) {
	const facts = "Audit: Alpha=support Beta=accountable Client=lead\nPatch: Alpha=lead Beta=support\nPlan: Alpha=accountable Beta=lead Client=informed"
	tryAll(t, []stranger{
		{name: "a type behind the names", text: "ID|Description|Type|Alpha|Beta|Client\n1|Patch|Run|R|C|\n2|Plan|Project|A|R|I\n3|Audit|Run|C|A|R", facts: facts, says: "column 2 the names"},
		{name: "a tool behind the names", text: "Step|What|Tool|Alpha|Beta|Client\n1|Patch|Shell|R|C|\n2|Plan|Sheet|A|R|I\n3|Audit|Paper|C|A|R", facts: facts, says: "column 2 the names"},
		{name: "a beginning behind the names", text: "WBS|Arbeitspaket|Beginn|Alpha|Beta|Client\n1|Patch|KW 3|R|C|\n2|Plan|KW 5|A|R|I\n3|Audit|KW 8|C|A|R", facts: facts, says: "column 2 the names"},
		{name: "a process before the activity", text: "Process|Activity|Alpha|Beta|Client\nRun|Patch|R|C|\nChange|Plan|A|R|I\nRun|Audit|C|A|R",
			facts: "Audit [Run]: Alpha=support Beta=accountable Client=lead\nPatch [Run]: Alpha=lead Beta=support\nPlan [Change]: Alpha=accountable Beta=lead Client=informed", says: "the texts of column 2 are names"},
		{name: "processes of which some are said twice", text: "Process|Activity|Alpha|Beta\nDetect|Watch|R|C\nDetect|Open|R|A\nResolve|Mend|C|R\nChange|Plan|A|R",
			facts: "Mend: Alpha=support Beta=lead\nOpen: Alpha=lead Beta=accountable\nPlan: Alpha=accountable Beta=lead\nWatch: Alpha=lead Beta=support", says: "the texts of column 2 are names"},
		{name: "responsibilities are tasks", text: "Area|Responsibility|Alpha|Beta|Client\nNet|Patch|R|C|\nNet|Plan|A|R|I\nData|Audit|C|A|R",
			facts: "Audit [Data]: Alpha=support Beta=accountable Client=lead\nPatch [Net]: Alpha=lead Beta=support\nPlan [Net]: Alpha=accountable Beta=lead Client=informed", not: "organizations stand in rows"},
		{name: "a corner with the name of the table", text: "RACI matrix|Alpha|Beta|Client\nPatch|R|C|\nPlan|A|R|I\nAudit|C|A|R", facts: facts, not: "organizations stand in rows"},
		{name: "a corner about roles and responsibilities", text: "Roles & responsibilities|Alpha|Beta|Client\nPatch|R|C|\nPlan|A|R|I\nAudit|C|A|R", facts: facts, not: "organizations stand in rows"},
		{name: "a corner about who shares the work", text: "役割分担|甲社|乙\n受付|○|△\n復旧|△|○\n訓練|○|",
			facts: "受付: 乙=support 甲社=lead\n復旧: 乙=lead 甲社=support\n訓練: 甲社=lead", not: "organizations stand in rows"},
		{name: "who has a responsibility", text: "Responsibility|Patch|Plan|Audit\nSupport team|R|A|C\nNetwork team|C|R|A\nClient manager||I|R",
			facts: "Audit: Client manager=lead Network team=accountable Support team=support\nPatch: Network team=support Support team=lead\nPlan: Client manager=informed Network team=lead Support team=accountable", says: "organizations stand in rows"},
	})
}
