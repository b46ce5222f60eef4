package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDrawingsOfChanges(t *testing.T) {
	for args, says := range map[string][]string{
		"flow PENSION hardware-fault --without ops":                                   {"Hardware or storage fault: Without Back-office operations and maintenance vendor (ops) — this flow stops</title>", ">breaks: nobody does the task", `data-organization="ops"`, `data-task="3-22"`},
		"flow PENSION hardware-fault --without ops --lang ja":                         {">途切れる：担当がいなくなる作業", "：この手順は止まる</title>"},
		"dependencies PENSION --merge storage:hw":                                     {">tasks led: 67→0<", ">taken away (dashed; text struck through)<"},
		"matrix PENSION --flow inquiry --lead 3-27=ops:hw --supporter 3-20=hw":        {">new (thick)<", "done now by Back-office hardware supplier and maintainer"},
		"ladder PENSION inquiry --lead 3-27=ops:hw --lang en":                         {"After the change: From: 3-20"},
		"ladder PENSION inquiry --without-task 3-20 --lang ja":                        {"この手順は止まる"},
		"flow PENSION inquiry --without-handoff 3-20:3-27 --focus 3-20":               {"Tasks: 2 drawn,"},
		"flow PENSION inquiry --without ops --support fallback --leads any --lang en": {"Without Back-office operations"},
	} {
		args = strings.Replace(args, "PENSION", pension, 1)
		if !strings.Contains(args, "--lang") {
			args += " --lang en"
		}
		out := succeed(t, append([]string{"draw"}, strings.Fields(args)...)...)
		for _, want := range says {
			if !strings.Contains(out, want) {
				t.Errorf("draw %s does not say %q", args, want)
			}
		}
	}
}

// TestDrawingsSinceAnOldDataset draws a task that came, and one that went, in all three kinds.
func TestDrawingsSinceAnOldDataset(t *testing.T) {
	folder := t.TempDir()
	example := writeExample(t, folder)
	text := string(read(t, folder, "example.yaml"))
	now := filepath.Join(folder, "now.yaml")
	if err := os.WriteFile(now, []byte(strings.Replace(text, "name: Acme", "name: Zenith", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"dependencies", "matrix"} {
		out := succeed(t, "draw", kind, now, "--since", example, "--lang", "en")
		if !strings.Contains(out, "Compared with the old dataset") || !strings.Contains(out, "otherwise than before") || !strings.Contains(out, "Zenith") {
			t.Errorf("%s does not mark the organization whose name is another:\n%s", kind, out)
		}
		key := filepath.Join(folder, "key.json")
		if out := succeed(t, "draw", kind, now, "--since", example, "--redact", key); strings.Contains(out, "Acme") || strings.Contains(out, "Zenith") {
			t.Errorf("%s with pseudonyms names who they are of:\n%s", kind, out)
		}
	}
}

func TestDrawingsOfChangesFail(t *testing.T) {
	for args, says := range map[string]string{
		"flow PENSION inquiry --without opps":                    `no organization is called "opps"`,
		"matrix PENSION --since PENSION --without ops":           "leave out --since, or the flags of changes",
		"matrix PENSION --since PENSION --without ops --lang ja": "--since か変更のオプションを外す",
		"supplies PENSION --without ops":                         "unknown flag: --without",
		"flow PENSION outage --since PENSION":                    `no flow is called "outage"`,
		"ladder PENSION inquiry --since PENSION":                 "unknown flag: --since",
	} {
		args = strings.ReplaceAll(args, "PENSION", pension)
		if code, _, stderr := tasuki(t, append([]string{"draw"}, strings.Fields(args)...)...); code != exitUsage || !strings.Contains(stderr, says) {
			t.Errorf("draw %s: exit %d: %s", args, code, stderr)
		}
	}
}
