package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"tasuki/analysis/fix"
	"tasuki/internal/golden"
	"tasuki/internal/seeds"
)

// TestFix holds what is said of the hardware flow, as the example is declared and where a
// supporter stands in, in both languages.
func TestFix(t *testing.T) {
	for _, lang := range []string{"en", "ja"} {
		for name, args := range map[string]string{"declared": "", "fallback": "--support fallback"} {
			out := succeed(t, append([]string{"fix", pension, "--flow", "hardware-fault", "--lang", lang}, strings.Fields(args)...)...)
			golden.Check(t, "fix-"+name+"-"+lang+".txt", []byte(strings.ReplaceAll(out, pension, "examples/pension")))
		}
	}
}

// TestFixIsVerifiedByWhatIf runs the command that is proposed: who stopped the flow no longer does.
func TestFixIsVerifiedByWhatIf(t *testing.T) {
	out := succeed(t, "fix", pension, "--flow", "hardware-fault", "--support", "fallback")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	command := strings.Fields(strings.ReplaceAll(lines[len(lines)-1], "'", ""))
	for _, org := range []string{"ops", "hw", "storage", "dev", "agency", "lan"}[:seeds.Size(6, 1)] {
		var left struct {
			Breaks []struct{ ID string }
		}
		text := succeed(t, append(command[1:], "--without", org, "--output", "json")...)
		if err := json.Unmarshal([]byte(text), &left); err != nil {
			t.Fatal(err)
		}
		for _, f := range left.Breaks {
			if f.ID == "hardware-fault" {
				t.Errorf("without %s it stops all the same", org)
			}
		}
	}
}

// TestFixIsRedacted holds that no name, and no command with pseudonyms, is in what is redacted.
func TestFixIsRedacted(t *testing.T) {
	out := succeed(t, "fix", pension, "--flow", "hardware-fault", "--support", "fallback", "--redact", t.TempDir()+"/key.json")
	for _, secret := range []string{"Back-office hardware", "storage)", "tasuki whatif"} {
		if strings.Contains(out, secret) {
			t.Errorf("shows %q in\n%s", secret, out)
		}
	}
}

func TestFixFails(t *testing.T) {
	for args, says := range map[string]string{
		"--flow hardware-falt":           "--flow hardware-falt: no flow is called so; use the nearest of 16, hardware-fault",
		"--flow hardware-falt --lang ja": "この ID の手順はない",
		"--at-most 0":                    `"0" is not a percentage from 0.01 to 100`,
		"--at-most 40%%":                 "is not a percentage",
		"--support some":                 "some",
	} {
		code, stdout, stderr := tasuki(t, append([]string{"fix", pension}, strings.Fields(args)...)...)
		if code != exitUsage || stdout != "" || !strings.Contains(stderr, says) {
			t.Errorf("%s: exit %d, %q, %q", args, code, stdout, stderr)
		}
	}
}

// TestFixFitsItsSchema holds JSON of both targets to what is published.
func TestFixFitsItsSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(succeed(t, "schema", "fix")))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("tasuki:fix", doc); err != nil {
		t.Fatal(err)
	}
	schema := c.MustCompile("tasuki:fix")
	for _, args := range []string{"", "--flow hardware-fault --support fallback", "--at-most 50%"} {
		text := succeed(t, append([]string{"fix", pension, "--output", "json"}, strings.Fields(args)...)...)
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", args, err)
		}
		var f fix.Fix
		if err := json.Unmarshal([]byte(text), &f); err != nil || !f.Reached {
			t.Errorf("%s: got %+v, %v", args, f, err)
		}
	}
}
