package browser

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// violation is a rule that a page breaks, and where.
type violation struct {
	ID     string   `json:"id"`
	Help   string   `json:"help"`
	Places []string `json:"places"`
}

// axe returns the text of axe-core.
func axe(t *testing.T) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), filepath.Join("..", "..", "scripts", "axe"))
	var says strings.Builder
	command.Stderr = &says
	path, err := command.Output()
	if err != nil {
		without(t, strings.TrimSpace("there is no axe-core: "+says.String()))
	}
	text, err := os.ReadFile(strings.TrimSpace(string(path)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// accessible holds that axe-core finds nothing on the page that is shown.
func accessible(t *testing.T, ctx context.Context, library string) {
	t.Helper()
	evaluate[bool](t, ctx, "text => { (0, eval)(text); return true; }", library)
	for _, v := range probe[[]violation](t, ctx, "axe") {
		t.Errorf("axe-core: %s: %s (%d places, such as %q)", v.ID, v.Help, len(v.Places), v.Places[:min(3, len(v.Places))])
	}
}
