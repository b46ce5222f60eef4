package propose

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/graph/matrix"
	"tasuki/graph/said"
	"tasuki/internal/matrixtext"
)

// stranger is a sheet as somebody keeps it who never heard of the program: cells
// between bars, of which "<" belongs to the one on its left and "^" to the one above.
type stranger struct {
	name, text string
	facts      string // a line for each task, in order
	unread     string // line:column=text of each cell that is kept as unread
	says, not  string // what is assumed, and what is not
}

// try reads a sheet by the reading that is proposed for it.
func (s stranger) try(t *testing.T) {
	t.Helper()
	l := matrixtext.Layout{}
	for _, line := range strings.Split(s.text, "\n") {
		l.Grid = append(l.Grid, strings.Split(line, "|"))
	}
	rows := l.Rows()
	r, err := Propose("x.csv", []Sheet{{Rows: rows}}, ProposeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := matrix.Import(matrixtext.RowsOf(rows), r, "x.csv")
	if err != nil {
		t.Fatalf("%v\n%+v", err, r.Blocks)
	}
	assumed := strings.Join(said.Texts(d.Account.Assumptions), "\n")
	if got := strings.Join(matrixtext.Facts(d), "\n"); got != s.facts {
		t.Errorf("got\n%s\nwant\n%s\nassuming\n%s", got, s.facts, assumed)
	}
	var unread []string
	for _, u := range d.Account.Unread {
		unread = append(unread, fmt.Sprintf("%d:%d=%s", u.Source.Line, u.Source.Column, u.Source.Mark))
	}
	slices.Sort(unread)
	if got := strings.Join(unread, " "); got != s.unread {
		t.Errorf("unread %q, want %q", got, s.unread)
	}
	if !strings.Contains(assumed, s.says) {
		t.Errorf("%q is not said:\n%s", s.says, assumed)
	}
	if s.not != "" && strings.Contains(assumed, s.not) {
		t.Errorf("%q is said:\n%s", s.not, assumed)
	}
}

func tryAll(t *testing.T, tests []stranger) {
	for _, s := range tests {
		t.Run(s.name, s.try)
	}
}

// TestLegendsOfOtherLanguages lets a legend that names the letters of a sheet decide
// what they mean, in whatever language, before any notation that has them too.
func TestLegendsOfOtherLanguages(t *testing.T) {
	tryAll(t, []stranger{
		{name: "letters with numbers beside others", text: "Duty|Alpha|Beta|Gamma\nPager|R1|R2|I\nTapes|R2|R1|\nAudit|A|C|R1\nR1 = responsible|R2 = deputy",
			facts: "Audit: Alpha=accountable Beta=support Gamma=lead\nPager: Alpha=lead Beta=support Gamma=informed\nTapes: Alpha=support Beta=lead", says: `R2 is "deputy", taken as support`},
		{name: "a sign in brackets", text: "Arbeit|Werk|Netz|Stadt\nPrüfen|X||(X)\nMessen|(X)|X|\nMelden||X|(X)\n\nX = verantwortlich, (X) = wirkt mit",
			facts: "Melden: Netz=lead Stadt=support\nMessen: Netz=lead Werk=support\nPrüfen: Stadt=support Werk=lead", says: `(X) is "wirkt mit", taken as support`},
		{name: "German, one cell each", text: "Aufgabe|Betrieb|Netz|Kunde\nAnnahme|V|M|I\nBehebung|D|V|I\n\nV = Verantwortlich|D = Durchführung|M = Mitwirkung|I = Information",
			facts: "Annahme: Betrieb=lead Kunde=informed Netz=support\nBehebung: Betrieb=lead Kunde=informed Netz=accountable", says: `a legend was found (line 5, column 1): V is "Verantwortlich", taken as accountable`},
		{name: "German, nobody else does it", text: "Aufgabe|Betrieb|Netz|Kunde\nAnnahme|V|M|I\nBehebung|M|V|I\n\nLegende: V = Verantwortlich; M = Mitwirkung; I = zur Kenntnis",
			facts: "Annahme: Betrieb=lead Kunde=informed Netz=support\nBehebung: Betrieb=support Kunde=informed Netz=lead"},
		{name: "French", text: "Tâche|Exploitation|Réseau|Client\nOuvrir|R|A|I\nFermer|C|R|A\n\nR : Réalise ; A : Approuve ; C : Consulté ; I : Informé",
			facts: "Fermer: Client=accountable Exploitation=support Réseau=lead\nOuvrir: Client=informed Exploitation=lead Réseau=accountable", says: `R is "Réalise", taken as lead; A is "Approuve"`},
		{name: "Spanish", text: "Tarea|Operaciones|Red|Cliente\nAbrir|E|A|I\nCerrar|C|E|A\n\nE = Ejecuta|A = Aprueba|C = Consultado|I = Informado",
			facts: "Abrir: Cliente=informed Operaciones=lead Red=accountable\nCerrar: Cliente=accountable Operaciones=support Red=lead"},
		{name: "Portuguese and Italian", text: "Tarefa|Ops|Rede|Cliente\nAbrir|X|P|N\nFechar|P|X|A\n\nX - Executa\nA - Aprova\nP - Partecipa\nN - Notificato",
			facts: "Abrir: Cliente=informed Ops=lead Rede=support\nFechar: Cliente=accountable Ops=support Rede=lead"},
		{name: "Dutch", text: "Taak|Beheer|Netwerk|Klant\nOpenen|V|E|G\nSluiten|G|V|E\n\nV: uitvoerend, E: eindverantwoordelijk, G: geïnformeerd",
			facts: "Openen: Beheer=lead Klant=informed Netwerk=accountable\nSluiten: Beheer=informed Klant=accountable Netwerk=lead"},
		{name: "Chinese letters", text: "任务|运维|网络|客户\n受理|责|协|知\n恢复|协|责|批\n\n图例：责=负责 协=协助 知=知会 批=审批",
			facts: "受理: 客户=informed 网络=support 运维=lead\n恢复: 客户=accountable 网络=lead 运维=support"},
		{name: "Japanese letters", text: "作業|甲社|乙社|丙課\n受付|主|副|報\n復旧|副|主|承\n\n凡例：主=主担当　副=副担当　承=承認　報=報告",
			facts: "受付: 丙課=informed 乙社=support 甲社=lead\n復旧: 丙課=accountable 乙社=lead 甲社=support"},
		{name: "Japanese letters in cells of their own", text: "作業|甲社|乙社|丙課\n受付|実|協|報\n復旧|協|実|承\n\n凡例|実|実施|協|協力|承|承認|報|報告先",
			facts: "受付: 丙課=informed 乙社=support 甲社=lead\n復旧: 丙課=accountable 乙社=lead 甲社=support"},
		{name: "letters and words in turns", text: "Legend: D Does it  A Approves it  F For information\nTask|Ops|Net\nOpen|D|F\nClose|A|D",
			facts: "Close: Net=lead Ops=accountable\nOpen: Net=informed Ops=lead"},
		{name: "two letters", text: "Task|Ops|Net\nOpen|Pr|Su\nClose|Su|Pr\n\nPr = performs, Su = supports",
			facts: "Close: Net=lead Ops=support\nOpen: Net=support Ops=lead"},
		{name: "unknown words in one cell", text: "Task|Ops|Net|Client\nOpen|R|D|A\nClose|D|R|A\nFix|R|D|I\n\nR = Zorp, D = Blurgh, A = approves, I = Flim",
			facts: "Close: Client=accountable\nFix:\nOpen: Client=accountable", unread: "2:2=R 2:3=D 3:2=D 3:3=R 4:2=R 4:3=D 4:4=I",
			says: `the legend (line 6, column 1) explains R by "Zorp", D by "Blurgh", I by "Flim"`},
		{name: "nothing but unknown words", text: "Task|Ops|Net\nOpen|R|A\nClose|A|R\n\nR = Zorp|A = Blurgh",
			facts: "Close:\nOpen:", unread: "2:2=R 2:3=A 3:2=A 3:3=R", says: `explains R by "Zorp", A by "Blurgh"`},
		{name: "a legend that means others than the notation", text: "Task|Ops|Net\nOpen|P|A\nClose|S|P\nFix|B|P\n\nP = is informed, S = approves",
			facts: "Close: Net=informed Ops=lead\nFix: Net=informed\nOpen: Ops=informed", unread: "2:3=A 4:2=B"},
		{name: "parts with letters are no legend", text: "Task|Ops|Net\n\nA - Incident\nOpen|R|A\nClose|A|R\n\nC - Change\nPlan|R|C\nShip|C|R",
			facts: "Close [A - Incident]: Net=lead Ops=accountable\nOpen [A - Incident]: Net=accountable Ops=lead\nPlan [C - Change]: Net=support Ops=lead\nShip [C - Change]: Net=lead Ops=support", not: "legend"},
		{name: "Chinese words", text: "任务|运维|网络|客户\n受理|负责|咨询|知会\n恢复|支持|负责|审批",
			facts: "受理: 客户=informed 网络=support 运维=lead\n恢复: 客户=accountable 网络=lead 运维=support"},
		{name: "German words", text: "Aufgabe|Betrieb|Netz|Kunde\nAnnahme|Durchführung|Mitwirkung|Genehmigung\nBehebung|Unterstützt|Zuständig|Zur Kenntnis",
			facts: "Annahme: Betrieb=lead Kunde=accountable Netz=support\nBehebung: Betrieb=support Kunde=informed Netz=lead"},
	})
}

// TestMarksWithRemarks reads what stands behind a mark, and several marks in a cell.
func TestMarksWithRemarks(t *testing.T) {
	tryAll(t, []stranger{
		{name: "behind dashes and colons", text: "Task|Ops|Net|Client\nOpen|R – on site|C|A\nClose|R: nights|R - days and weekends|I\nFix|R (nights and weekends), A|C|I: by mail",
			facts: "Close: Client=informed Net=lead Ops=lead\nFix: Client=informed Net=support Ops=accountable Ops=lead\nOpen: Client=accountable Net=support Ops=lead", says: "5 marks stand with a sign or remark"},
		{name: "several in a cell", text: "Task|Ops|Net|Client\nOpen|A-R|C|I\nClose|A – R|C|I\nFix|A & R|C|I\nShip|A, R|C|R or C",
			facts: "Close: Client=informed Net=support Ops=accountable Ops=lead\nFix: Client=informed Net=support Ops=accountable Ops=lead\nOpen: Client=informed Net=support Ops=accountable Ops=lead\nShip: Net=support Ops=accountable Ops=lead", unread: "5:4=R or C"},
		{name: "tasks and parts that begin as a mark with a remark", text: "Task|Ops|Net\nA - Incident\nA: open it|R|A\nC: close it|A|R\nC - Change\nR: roll out|R|C\nI: inspect|C|R",
			facts: "A: open it [A - Incident]: Net=accountable Ops=lead\nC: close it [A - Incident]: Net=lead Ops=accountable\nI: inspect [C - Change]: Net=lead Ops=support\nR: roll out [C - Change]: Net=support Ops=lead"},
	})
}

// TestColumnsOfNames leaves out columns whose cells are names of people, and says so.
func TestColumnsOfNames(t *testing.T) {
	const facts = "Close: Net=lead Ops=accountable\nFix: Net=accountable Ops=lead\nMend: Net=accountable Ops=lead\nOpen: Net=support Ops=lead"
	tryAll(t, []stranger{
		{name: "initials before the parties", text: "Task|Owner|Ops|Net\nOpen|JS|R|C\nClose|AB|A|R\nFix|RA|R|A\nMend|JS|R|A", facts: facts, says: `column 2 ("Owner") names people`},
		{name: "initials behind the parties", text: "Task|Ops|Net|Process owner\nOpen|R|C|JS\nClose|A|R|AB\nFix|R|A|CD\nMend|R|A|J.S.", facts: facts, says: `column 4 ("Process owner") names people`},
		{name: "short names", text: "作業|情報課|業者|担当者名\n受付|○|△|田中\n復旧|△|○|鈴木\n報告|○|△|田中", facts: "受付: 情報課=lead 業者=support\n報告: 情報課=lead 業者=support\n復旧: 情報課=support 業者=lead", says: `("担当者名") names people`},
		{name: "a short name behind the numbers", text: "No|Prozess|Verantwortlicher|Ops|Net\n1|Open|Li|R|C\n2|Close|Jo|A|R\n3|Fix|Li|R|A\n4|Mend|Al|R|A", facts: facts, says: `("Verantwortlicher") names people`},
		{name: "names behind the numbers", text: "No|Prozess|Owner|Ops|Net\n1|Open|Smith|R|C\n2|Close|Jones|A|R\n3|Fix|Brown|R|A\n4|Mend|Li|R|A", facts: facts, says: `("Owner")`},
		{name: "a party that is called the owner", text: "Task|Owner|Net\nOpen|R|C\nClose|A|R\nFix|R|TBD", facts: "Close: Net=lead Owner=accountable\nFix: Owner=lead\nOpen: Net=support Owner=lead", unread: "4:3=TBD"},
		{name: "a party without marks that can be read", text: "Task|Ops|Net|Owner\nOpen|R|C|P\nClose|A|R|P", facts: "Close: Net=lead Ops=accountable\nOpen: Net=support Ops=lead", unread: "2:4=P 3:4=P"},
	})
}

// TestMarksOfOneKindInWords reads signs that are texts elsewhere where columns hold
// nothing else.
func TestMarksOfOneKindInWords(t *testing.T) {
	const facts, kind = "Close: Net=lead\nFix: Net=lead Ops=lead\nOpen: Ops=lead", "marks of one kind say who takes part"
	tryAll(t, []stranger{
		{name: "yes and no", text: "Task|Ops|Net\nOpen|Yes|No\nClose|No|Yes\nFix|Yes|yes", facts: facts, says: `"No" as an empty cell`},
		{name: "Y and N", text: "No|Task|Ops|Net\n1|Open|Y|N\n2|Close|N|Y\n3|Fix|Y|Y", facts: facts, says: kind},
		{name: "true and false", text: "Task|Ops|Net\nOpen|TRUE|FALSE\nClose|FALSE|TRUE\nFix|TRUE|TRUE", facts: facts, says: kind},
		{name: "ones and noughts beside numbers", text: "No|Task|Ops|Net|Note\n1|Open|1|0|in 2 steps\n2|Close||1|\n10|Fix|1|1|1", facts: facts, says: kind},
		{name: "ones, and a part with the number 1", text: "#|Task|Ops|Net\n1|Incident||\n1.1|Open|1|\n1.2|Close||1\n2|Change||\n2.1|Fix|1|1", facts: "Close [1 Incident]: Net=lead\nFix [2 Change]: Net=lead Ops=lead\nOpen [1 Incident]: Ops=lead", says: kind},
		{name: "ones and what is none", text: "Task|Ops|Net\nOpen|1|-\nClose|n/a|1\nFix|1|2\nMend|1|1", facts: "Close: Net=lead\nFix: Ops=lead\nMend: Net=lead Ops=lead\nOpen: Ops=lead", unread: "4:3=2", says: `"-" and "N/A" as an empty cell`},
		{name: "ticks that are letters", text: "Task|Ops|Net\nOpen|v|n/a\nClose|—|v\nFix|v|v", facts: facts, says: kind},
		{name: "V among others is no tick", text: "Task|Ops|Net\nOpen|R|V\nClose|V|R\nFix|V|R", facts: "Close: Net=lead Ops=support\nFix: Net=lead Ops=support\nOpen: Net=support Ops=lead", says: "verifies"},
		{name: "Japanese", text: "作業|甲社|乙社\n受付|有|無\n復旧|無|有\n報告|有|対象外", facts: "受付: 甲社=lead\n報告: 甲社=lead\n復旧: 乙社=lead", says: kind},
		{name: "Japanese yes", text: "作業|甲社|乙社\n受付|はい|いいえ\n復旧|いいえ|はい", facts: "受付: 甲社=lead\n復旧: 乙社=lead", says: kind},
		{name: "beside a status", text: "Task|Mandatory|Ops|Net\nOpen|Yes|R|A\nClose|Yes|A|R\nFix|Yes|A|", facts: "Close: Net=lead Ops=accountable\nFix: Ops=lead\nOpen: Net=accountable Ops=lead"},
	})
}

// TestPartiesNamedLikeSomethingElse tells departments and levels of support from a status
// or a class by the marks below their headings.
func TestPartiesNamedLikeSomethingElse(t *testing.T) {
	tryAll(t, []stranger{
		{name: "a department of risks", text: "Activity|Trading|Risk|Compliance\nLimits|R|A|I\nBreaches|C|R|A\nReview|I|C|R",
			facts: "Breaches: Compliance=accountable Risk=lead Trading=support\nLimits: Compliance=informed Risk=accountable Trading=lead\nReview: Compliance=lead Risk=support Trading=informed", says: `("Risk") has marks as parties have`},
		{name: "levels of support", text: "Activity|Level 1|Level 2|Vendor\nTake call|R|I|\nMend|C|R|I\nReplace|I|A|R",
			facts: "Mend: Level 1=support Level 2=lead Vendor=informed\nReplace: Level 1=informed Level 2=accountable Vendor=lead\nTake call: Level 1=lead Level 2=informed", not: "about a status"},
		{name: "a risk in letters", text: "Activity|Risk|Trading|Desk\nLimits|C|R|A\nBreaches|A|C|R\nReview|C|I|R",
			facts: "Breaches: Desk=lead Trading=support\nLimits: Desk=accountable Trading=lead\nReview: Desk=lead Trading=informed", says: `under "Risk" are about a status`},
		{name: "traffic lights of a project", text: "Activity|Trading|Desk|Project status\nLimits|R|A|R\nBreaches|C|R|A\nReview|I|R|",
			facts: "Breaches: Desk=lead Trading=support\nLimits: Desk=accountable Trading=lead\nReview: Desk=lead Trading=informed", says: `under "Project status" are about a status`},
		{name: "a department whose marks are those of lights", text: "Activity|Trading|Risk management|Desk\nLimits|R|A|I\nBreaches|C|R|A\nReview|I||R",
			facts: "Breaches: Desk=accountable Risk management=lead Trading=support\nLimits: Desk=informed Risk management=accountable Trading=lead\nReview: Desk=lead Trading=informed", says: "is taken for one"},
		{name: "how often, in letters", text: "Activity|Freq.|Trading|Desk\nLimits|D|R|A\nBreaches|M|C|R\nReview|A|I|R",
			facts: "Breaches: Desk=lead Trading=support\nLimits: Desk=accountable Trading=lead\nReview: Desk=lead Trading=informed", says: `("Freq.") is not read`},
		{name: "levels that never lead", text: "Activity|Desk|3rd level|Vendor\nTake call|R||I\nMend|A|C|R\nReplace|R|I|A",
			facts: "Mend: 3rd level=support Desk=accountable Vendor=lead\nReplace: 3rd level=informed Desk=lead Vendor=accountable\nTake call: Desk=lead Vendor=informed", says: `("3rd level") has marks as parties have`},
		{name: "a class of what is at stake in every row", text: "Activity|Needed security level|Desk|Vendor\nTake call|I|R|I\nMend|C|A|R\nReplace|C|R|A",
			facts: "Mend: Desk=accountable Vendor=lead\nReplace: Desk=lead Vendor=accountable\nTake call: Desk=lead Vendor=informed", says: "are about a status"},
		{name: "ticks about a scope", text: "Activity|Required by law|Desk|Vendor\nTake call|x|x|\nMend|||x\nReplace|x|x|x",
			facts: "Mend: Vendor=lead\nReplace: Desk=lead Vendor=lead\nTake call: Desk=lead", says: "are about a status"},
		{name: "a room", text: "Activity|Trading|Control room|Desk\nLimits|R|I|A\nBreaches|C|R|A\nReview|I|C|R",
			facts: "Breaches: Control room=lead Desk=accountable Trading=support\nLimits: Control room=informed Desk=accountable Trading=lead\nReview: Control room=support Desk=lead Trading=informed", says: `("Control room") has marks as parties have`},
		{name: "a class in letters", text: "Activity|Trading|Information class|Desk\nLimits|R|C|A\nBreaches|C||R\nReview|I|I|R\nClose|R|A|I",
			facts: "Breaches: Desk=lead Trading=support\nClose: Desk=informed Trading=lead\nLimits: Desk=accountable Trading=lead\nReview: Desk=lead Trading=informed", says: `"Information class"`},
		{name: "levels under a heading", text: "||Support level||Business\nActivity|First|Second|Desk|Sales\nTake call|R|I||A\nMend|C|R|I|A\nReplace|I|A|R|C",
			facts: "Mend: Desk=informed First=support Sales=accountable Second=lead\nReplace: Desk=lead First=informed Sales=support Second=accountable\nTake call: First=lead Sales=accountable Second=informed", says: `under "Support level" have marks as parties have`},
	})
}

// TestGermanLetters reads the letters of German tables that explain none of them.
func TestGermanLetters(t *testing.T) {
	tryAll(t, []stranger{
		{name: "who is responsible", text: "Aufgabe|Amt|Zentrum|Firma\nPatchen|I|V|M\nSichern||V|\nAbnahme|V|M|M",
			facts: "Abnahme: Amt=lead Firma=support Zentrum=support\nPatchen: Amt=informed Firma=support Zentrum=lead\nSichern: Zentrum=lead", says: "V (verantwortlich) leads"},
		{name: "who does it, and who is responsible", text: "Aufgabe|Amt|Zentrum|Firma\nPatchen|V|M|D\nSichern|I|D|\nAbnahme|E|D|M",
			facts: "Abnahme: Amt=accountable Firma=support Zentrum=lead\nPatchen: Amt=accountable Firma=lead Zentrum=support\nSichern: Amt=informed Zentrum=lead", says: "D (Durchführung) leads"},
		{name: "who verifies", text: "Task|Ops|Net|Host\nPatch|R|V|C\nSave|V|R|I\nTest|R|A|V",
			facts: "Patch: Host=support Net=support Ops=lead\nSave: Host=informed Net=lead Ops=support\nTest: Host=support Net=accountable Ops=lead", says: "verifies"},
	})
}
