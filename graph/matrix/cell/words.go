package cell

import (
	"slices"
	"sync"

	"tasuki/graph"
)

// words are the roles written out. 担当 leads where nobody is called the main one.
func words() []Notation {
	support := list("副", "副担当", "従", "支援", "協力", "補助", "支援・協力", "参加", "確認", "助言", "相談")
	accountable, informed := list("承認", "決裁", "承認者", "決裁者"), list("報告先", "周知", "報告", "共有", "連絡", "通知")
	main := list("主管", "主担当", "主", "正", "主務", "主体", "主幹")
	return []Notation{
		{Name: "担当", Meanings: meanings(list("担当", "実施", "実行"), accountable, support, informed, nil)},
		{Name: "主 副", Meanings: meanings(main, accountable, append(list("担当"), support...), informed, nil)},
		{Name: "words", Meanings: append(english(), others()...)},
	}
}

func english() []Meaning {
	return meanings(
		list("Responsible", "Lead", "Leads", "Leader", "Primary", "Main", "Driver", "Does", "Perform", "Performs", "Execute", "Executes"),
		list("Accountable", "Approve", "Approves", "Approver", "Approval", "Decide", "Decides", "Decision"),
		list("Consulted", "Consult", "Consults", "Support", "Supports", "Supporting", "Supportive", "Secondary", "Backup", "Assist", "Assists", "Contribute", "Contributes", "Contributor", "Advise", "Advises", "Review", "Reviews", "Verify", "Verifies", "Sign", "Signs", "Quality review", "Input"),
		list("Informed", "Inform", "Informs", "Info", "FYI", "Notified", "Notify"), nil)
}

// others are the words of German, French, Spanish, Portuguese, Italian, Dutch and
// Chinese.
func others() []Meaning {
	return meanings(
		list("Verantwortlich", "Zuständig", "Durchführung", "Durchführend", "Führt durch", "Ausführung", "Ausführend", "Federführend", "Federführung",
			"Responsable", "Réalise", "Réalisateur", "Réalisation", "Exécute", "Exécutant", "Pilote", "Ejecuta", "Ejecutor", "Realiza", "Encargado",
			"Responsável", "Executa", "Executor", "Responsabile", "Esegue", "Esecutore", "Verantwoordelijk", "Uitvoerend", "Uitvoering", "Uitvoerder", "Voert uit",
			"负责", "負責", "执行", "執行", "主办", "主辦", "主责", "牵头", "主导"),
		list("Rechenschaftspflichtig", "Genehmigt", "Genehmigung", "Freigabe", "Entscheidet", "Entscheidung", "Gesamtverantwortlich",
			"Approuve", "Approbateur", "Approbation", "Valide", "Validation", "Autorité", "Décide", "Décision", "Redevable", "Aprueba", "Aprobador", "Aprobación", "Autoriza",
			"Aprova", "Aprovador", "Aprovação", "Approva", "Approvatore", "Approvazione", "Eindverantwoordelijk", "Goedkeuring", "Keurt goed", "Beslist",
			"审批", "審批", "批准", "核准", "问责", "問責", "当责", "當責"),
		list("Mitwirkung", "Mitwirkend", "Wirkt mit", "Mitarbeit", "Unterstützung", "Unterstützt", "Unterstützend", "Beratung", "Beratend", "Berät", "Konsultiert", "Beteiligt",
			"Consulté", "Contribue", "Contributeur", "Soutien", "Appui", "Participe", "Conseille", "Consultado", "Apoya", "Apoyo", "Soporte", "Colabora", "Participa",
			"Apoia", "Apoio", "Suporte", "Consultato", "Supporta", "Supporto", "Collabora", "Partecipa", "Geraadpleegd", "Ondersteunt", "Ondersteuning", "Ondersteunend",
			"咨询", "諮詢", "支持", "协助", "協助", "配合", "参与", "參與", "协办", "協辦", "协作", "审核", "審核"),
		list("Informiert", "Information", "Zu informieren", "Wird informiert", "Kenntnisnahme", "Zur Kenntnis", "Informé", "Informado", "Informato", "Geïnformeerd",
			"知会", "知會", "告知", "抄送", "通报"), nil)
}

// RoleOf returns the role that a word for a role means, in English or Japanese.
func RoleOf(word string) (graph.Role, bool) {
	role, ok := roles()[Fold(word)]
	return role, ok
}

// roles are those of all words, folded: every cell of a sheet is asked.
var roles = sync.OnceValue(func() map[string]graph.Role {
	all := map[string]graph.Role{}
	for _, n := range slices.Backward(words()) { // the first goes before
		for _, m := range n.Meanings {
			for _, glyph := range m.Glyphs {
				all[Fold(glyph)] = m.Role
			}
		}
	}
	return all
})
