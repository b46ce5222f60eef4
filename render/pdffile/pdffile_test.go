package pdffile

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// file returns a PDF of three objects, laid out as the library lays out its own: a catalogue,
// a map of characters, and one behind them.
func file() []byte {
	stream := "/CMapName /Adobe-Identity-UCS def\n1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\nendcmap"
	objects := []string{
		"<<\n/Type /Catalog\n/Pages 3 0 R\n>>", fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(stream), stream), "<</Type /Pages>>",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var places []int
	for i, o := range objects {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<<\n/Size %d\n/Root 1 0 R\n>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}

// sound checks that the table of places names the beginning of each object, the length of the
// stream is right, and the table stands where the file says.
func sound(t *testing.T, pdf []byte) {
	t.Helper()
	text := string(pdf)
	_, after, _ := strings.Cut(text, "startxref\n")
	number, _, _ := strings.Cut(after, "\n")
	at, err := strconv.Atoi(number)
	if err != nil || !strings.HasPrefix(text[at:], "xref\n0 4\n") {
		t.Fatalf("the table is not at %q", number)
	}
	for i, line := range strings.Split(text[at:], "\n")[3:6] {
		place, err := strconv.Atoi(line[:10])
		if want := fmt.Sprintf("%d 0 obj\n", i+1); err != nil || !strings.HasPrefix(text[place:], want) {
			t.Errorf("object %d is not at %q", i+1, line)
		}
	}
	_, stream, _ := strings.Cut(text, "<</Length ")
	length, stream, _ := strings.Cut(stream, ">>\nstream\n")
	stream, _, _ = strings.Cut(stream, "\nendstream")
	if length != strconv.Itoa(len(stream)) {
		t.Errorf("the stream says that it has %s bytes, and has %d", length, len(stream))
	}
}

func TestTitled(t *testing.T) {
	sound(t, file())
	pdf, err := Titled(file())
	if err != nil {
		t.Fatal(err)
	}
	sound(t, pdf)
	if !strings.Contains(string(pdf), "/Type /Catalog\n/ViewerPreferences <</DisplayDocTitle true>>\n/Pages") {
		t.Errorf("got %q", pdf)
	}
}

func TestMapped(t *testing.T) {
	codes := map[rune]uint16{'𠮷': 0xE000, '𩸽': 0xE001}
	for i := range 200 {
		codes[rune(0x20000+i)] = uint16(0xE100 + i)
	}
	pdf, err := Mapped(file(), codes)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, pdf)
	for _, want := range []string{"<E000> <D842DFB7>\n", "<E001> <D867DE3D>\n", "<E100> <D840DC00>\n", "endbfrange\n100 beginbfchar\n", "\n2 beginbfchar\n"} {
		if strings.Count(string(pdf), want) != 1 {
			t.Errorf("%q stands there %d times", want, strings.Count(string(pdf), want))
		}
	}
	if same, err := Mapped(file(), nil); err != nil || !bytes.Equal(same, file()) {
		t.Errorf("without codes: %v", err)
	}
	again, err := Mapped(file(), codes)
	if err != nil || !bytes.Equal(pdf, again) {
		t.Errorf("the same gives other bytes (%v)", err)
	}
}

// What is not laid out as the library does it is refused, not spoiled.
func TestOtherLayouts(t *testing.T) {
	for _, pdf := range []string{"", "%PDF-1.4\n", strings.Replace(string(file()), "startxref\n", "startxref\n9", 1), strings.ReplaceAll(strings.ReplaceAll(string(file()), "/Type /Catalog\n", ""), "/CMapName", "/Name")} {
		if _, err := Titled([]byte(pdf)); err == nil {
			t.Errorf("a title for %.60q", pdf)
		}
		if _, err := Mapped([]byte(pdf), map[rune]uint16{'𠮷': 1}); err == nil {
			t.Errorf("a map for %.60q", pdf)
		}
	}
}

func TestTexts(t *testing.T) {
	if got := UTF16("a𠮷"); got != "\xfe\xff\x00a\xd8\x42\xdf\xb7" {
		t.Errorf("UTF16: %q", got)
	}
	if got := Paired("aあ𠮷"); got != "aあ\xed\xa1\x82\xed\xbe\xb7" {
		t.Errorf("Paired: %q", got)
	}
}
