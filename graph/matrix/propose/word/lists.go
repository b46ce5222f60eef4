package word

import "slices"

// Words that tell what a heading is about. An English word counts where it
// stands alone or in the plural; a Japanese one anywhere, or at the end of the
// text where the list says so.
var (
	partyList = list{
		english: []string{
			"team", "vendor", "dept", "department", "office", "owner", "provider", "customer", "client", "supplier", "contractor",
			"agency", "group", "unit", "division", "manager", "sponsor", "director", "engineer", "analyst", "developer", "architect",
			"administrator", "admin", "user", "board", "committee", "lead", "leader", "officer", "company", "partner", "pm", "pmo", "cio", "cto", "ciso", "ceo",
			"desk", "operator", "tester", "stakeholder", "consultant", "coordinator", "msp",
		},
		japanese: []string{"業者", "機構", "会社", "チーム", "担当", "ベンダ", "事務局", "センター", "センタ", "グループ", "部門"},
		endings:  []string{"部", "課", "室", "社", "局", "庁", "省", "者", "係", "班", "長"},
	}
	roleList = list{
		english:  []string{"responsibility", "responsible", "responsibilities", "role", "origination", "owner", "ownership", "party", "parties", "raci", "rasci", "organization", "organisation", "who", "assignment", "stakeholder"},
		japanese: []string{"分担", "役割", "担当", "業者", "体制", "主体", "責任"},
	}
	statusList = list{
		english: []string{"status", "state", "progress", "implemented", "planned", "done", "complete", "completed", "priority", "applicable", "applicability", "approved", "due", "date", "severity", "risk", "level", "prio",
			"scope", "required", "needed", "mandatory", "optional", "rag", "criticality", "urgency", "importance", "complexity", "difficulty", "rating", "confidentiality"},
		japanese: []string{"状況", "状態", "進捗", "完了", "優先", "期限", "日付", "有無", "要否", "可否", "必須", "対象", "重要度", "緊急度", "影響度", "難易度", "機密"},
	}
	taskList = list{
		english:  []string{"task", "activity", "work", "function", "capability", "process", "step", "deliverable", "service", "item", "control", "requirement", "action", "duty"},
		japanese: []string{"作業", "業務", "タスク", "内容", "工程", "項目", "機能"},
	}
	otherList = list{
		english: []string{
			"task", "activity", "description", "note", "remark", "comment", "id", "no", "frequency", "freq", "fréquence", "fréq", "häufigkeit", "turnus", "cadence", "periodicity", "timing", "phase", "category", "deliverable",
			"type", "kind", "class", "email", "address", "detail", "skill", "tool", "reference", "when", "what", "control", "requirement",
		},
		japanese: []string{"項番", "作業項目", "大項目", "中項目", "小項目", "作業内容", "内容", "備考", "時期", "実施", "頻度", "番号", "区分", "種別", "分類", "注記", "凡例"},
	}
	// The heading over the names of rows says what stands in rows.
	cornerTasks = list{
		english:  append([]string{"description", "what", "phase", "event", "procedure", "milestone", "scope"}, taskList.english...),
		japanese: append([]string{"手順", "成果物", "イベント", "事象"}, taskList.japanese...),
	}
	cornerParties = list{
		english:  append([]string{"person", "people", "member", "staff", "actor", "entity", "resource"}, slices.Concat(roleList.english, partyList.english)...),
		japanese: append([]string{"組織", "部署", "会社", "関係者", "氏名", "機関", "部門"}, roleList.japanese...),
	}
	// What heads the columns of a table with one row for each part.
	partyHeadings = list{
		english:  append([]string{"person", "people", "member", "name", "assignee", "assigned", "resource", "stakeholder", "party", "who", "organization", "organisation"}, partyList.english...),
		japanese: []string{"組織", "部署", "会社", "関係者", "氏名", "機関", "部門", "担当", "業者", "体制", "主体"},
	}
	roleHeadings = list{
		english:  []string{"role", "raci", "rasci", "responsibility", "involvement", "part", "assignment"},
		japanese: []string{"役割", "区分", "分担", "責任", "関与"},
	}
	// What heads a column of names and initials beside the marks.
	personHeadings = list{
		english: []string{"owner", "name", "person", "contact", "assignee", "initial", "author", "responsible", "accountable", "approver", "reviewer", "lead", "manager", "incumbent", "deputy",
			"verantwortlicher", "verantwortliche", "ansprechpartner", "bearbeiter", "kürzel", "vertreter", "responsable", "interlocuteur", "pilote", "persona", "responsabile", "referente", "eigenaar"},
		japanese: []string{"氏名", "名前", "担当者", "責任者", "承認者", "連絡先", "窓口", "负责人", "負責人", "姓名"},
	}
	// Names of tasks that say what is done: English ones begin with such a word, and
	// Japanese ones end with it.
	doingList = list{
		english: []string{
			"analyse", "analyze", "approve", "assess", "assign", "build", "check", "close", "collect", "configure", "confirm", "create", "decide",
			"define", "deliver", "deploy", "design", "detect", "develop", "document", "draft", "draw", "ensure", "escalate", "evaluate", "execute", "find", "fix",
			"handle", "identify", "implement", "inform", "inspect", "install", "investigate", "log", "maintain", "manage", "mend", "migrate", "monitor", "notify", "open",
			"order", "patch", "perform", "plan", "prepare", "provide", "publish", "receive", "record", "register", "release", "renew", "repair", "report",
			"request", "resolve", "restore", "retire", "review", "roll", "schedule", "set", "sign", "submit", "test", "train", "update", "validate", "verify", "write",
		},
		endings: []string{"する", "受付", "管理", "監視", "対応", "作業", "報告", "復旧", "確認", "調査", "作成", "取得", "実施", "承認", "設定", "更新", "検証", "切り分け", "連絡", "周知", "通知", "点検", "訓練", "判断"},
	}
	// What heads a column that says something of tasks without naming them.
	attributeHeadings = list{
		english: []string{"type", "kind", "class", "tool", "system", "start", "begin", "end", "finish", "due", "deadline", "date", "duration", "effort", "cost", "budget", "sla", "location", "site",
			"document", "template", "link", "url", "note", "remark", "comment", "frequency", "timing", "cadence", "evidence", "input", "output", "trigger",
			"typ", "art", "beginn", "ende", "termin", "frist", "dauer", "aufwand", "ort", "dokument", "vorlage", "hinweis", "hinweise", "bemerkung", "bemerkungen", "anmerkung", "häufigkeit", "turnus", "werkzeug",
			"début", "fin", "échéance", "délai", "durée", "lieu", "outil", "remarque", "commentaire", "fréquence"},
		japanese: []string{"種別", "備考", "頻度", "時期", "期限", "期日", "開始", "終了", "場所", "ツール", "工数", "注記", "摘要"},
	}
	itemList = list{english: []string{"id", "no", "number", "item", "ref", "reference", "#"}, japanese: []string{"項番", "番号", "№"}}
)
