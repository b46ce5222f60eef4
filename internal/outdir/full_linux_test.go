package outdir

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFullDisks writes more than fits.
func TestFullDisks(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=64k"); err != nil {
		t.Skipf("no small disk can be mounted here: %v", err)
	}
	defer syscall.Unmount(disk, 0)
	big := bytes.Repeat([]byte("x"), 100_000)
	if err := os.WriteFile(filepath.Join(disk, "old"), []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	change := func([]byte) ([]byte, error) { return big, nil }
	_, replacing := Replace(t.Context(), filepath.Join(disk, "report"), []File{{Name: "a", Data: big[:9]}, {Name: "b", Data: big}})
	for what, err := range map[string]error{
		"Write":   Write(t.Context(), filepath.Join(disk, "old"), big),
		"Update":  Update(t.Context(), filepath.Join(disk, "old"), change),
		"Append":  Append(t.Context(), filepath.Join(disk, "old"), change),
		"Add":     Add(t.Context(), filepath.Join(disk, "pack"), []File{{Name: "a", Data: big[:9]}, {Name: "b", Data: big}}, false),
		"Replace": replacing,
	} {
		if err == nil || !strings.Contains(err.Error(), "no space left on device") {
			t.Errorf("%s on a full disk: %v", what, err)
		}
	}
	if there := contents(t, disk); len(there) != 1 || there["old"] != "old" {
		t.Errorf("there is %q", there)
	}
}
