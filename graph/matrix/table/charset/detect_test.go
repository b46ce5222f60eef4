package charset

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	textunicode "golang.org/x/text/encoding/unicode"

	"tasuki/graph/said"
)

// read returns the text of a file, and what was assumed to read it.
func read(data []byte, declared string) (text, assumed string, err error) {
	t, err := Detect(bytes.NewReader(data), declared)
	if err != nil {
		return "", "", err
	}
	r, err := t.Reader()
	if err != nil {
		return "", "", err
	}
	out, err := io.ReadAll(r)
	return string(out), strings.Join(said.Texts(t.Assumptions()), "\n"), err
}

func encoded(t *testing.T, e encoding.Encoding, text string) []byte {
	t.Helper()
	out, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return out
}

// texts are written in the encodings that have their characters, as small as they
// come: what a word or two tell must be enough.
var latin = []string{
	"Tâche,Éditeur,Client\nVérifier,R,A\n",
	"Tâche\n",
	"Tarea,Organización\nDiseño,R\n",
	"Aufgabe,Büro\nPrüfung,R\nÄnderung,A\nMaß,C\n",
	"Zeitplan – Größe;Fürth\n",
	"Tâche créée,Éq. réseau,Œuvre\n",
	"Oppgave,Kjøper\nPå plass,R\n",
	"Reparação,Não\nConclusão,R\n",
	"Task,Vendor’s desk,“Client”\nRun…,R,A\n",
	"Étape,À faire,Où\nÀ,R,A\n",
	"Übung\n",
}

var kanji = []string{
	"作業,運用,開発\n受付,○,△\n",
	"作業,A社,B社\n受付,R,A\n",
	"ﾍﾞﾝﾀﾞｰ,ﾕｰｻﾞ\n受付,R\n",
	"システムAとB,テスト\n",
	"Task,Vendor A,Vendor B\nReport,○,△\n",
	"Task,①,②\n",
	"表,ソース,能力\n髙橋,○\n",
	"Webとdb,サーバー\n",
	"ﾃｽﾄ,ﾍﾞﾝﾀﾞｰ\n",
	"表,能力\n一つの窓口,○\n",
	"渉外,ソース\n督促,○\nいくつか,△\n",
}

func TestEncodingsAreToldApart(t *testing.T) {
	for _, c := range []struct {
		name  string
		code  encoding.Encoding
		texts []string
	}{{"Windows-1252", charmap.Windows1252, latin}, {"CP932", japanese.ShiftJIS, kanji}, {"EUC-JP", japanese.EUCJP, kanji}} {
		for _, want := range c.texts {
			if c.name == "EUC-JP" && strings.ContainsAny(want, "髙ﾍ") {
				continue
			}
			got, assumed, err := read(encoded(t, c.code, want), "")
			if err != nil || got != want || !strings.Contains(assumed, "encoding: read as "+c.name) {
				t.Errorf("%s: %q was read as %q, %s, %v", c.name, want, got, assumed, err)
			}
		}
	}
}

func TestWhatTellsItsEncoding(t *testing.T) {
	for _, want := range append(append([]string{"plain,R\n", "a\n"}, latin...), kanji...) {
		little, big := textunicode.LittleEndian, textunicode.BigEndian
		for name, data := range map[string][]byte{
			"UTF-8": []byte(want), "UTF-8 with a mark": []byte("\ufeff" + want),
			"UTF-16LE": encoded(t, textunicode.UTF16(little, textunicode.UseBOM), want),
			"UTF-16BE": encoded(t, textunicode.UTF16(big, textunicode.UseBOM), want),
		} {
			if got, assumed, err := read(data, ""); err != nil || got != want || assumed != "" {
				t.Errorf("%s: %q was read as %q, %s, %v", name, want, got, assumed, err)
			}
		}
		for name, order := range map[string]textunicode.Endianness{"LE": little, "BE": big} {
			got, assumed, err := read(encoded(t, textunicode.UTF16(order, textunicode.IgnoreBOM), want), "")
			if err != nil || got != want || !strings.Contains(assumed, "UTF-16") {
				t.Errorf("UTF-16%s without a mark: %q was read as %q, %s, %v", name, want, got, assumed, err)
			}
		}
	}
}

func TestDeclaredEncodingWins(t *testing.T) {
	data := encoded(t, charmap.Windows1252, "Œ±")
	for declared, want := range map[string]string{"windows-1252": "Œ±", "ISO-8859-1": "Œ±", "Shift_JIS": "験", "koi8-r": ""} {
		got, assumed, err := read(data, declared)
		if want != "" && (err != nil || got != want || assumed != "") {
			t.Errorf("%s: %q, %s, %v; want %q", declared, got, assumed, err, want)
		}
	}
	sjis := encoded(t, japanese.ShiftJIS, "渉外\nつい\n")
	if got, assumed, err := read(sjis, "Shift_JIS"); err != nil || got != "渉外\nつい\n" || assumed != "" {
		t.Errorf("bytes that are control characters in UTF-8: %q, %s, %v", got, assumed, err)
	}
	if got, _, err := read([]byte("業務"), "shift_jis"); err != nil || got != "業務" {
		t.Errorf("UTF-8 that is called otherwise: %q, %v", got, err)
	}
}

func TestDamagedTextIsRefused(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"UTF-8":            {"運用\n業者\xe6\x96\n保守\n", "line 2: a byte sequence is not that of UTF-8;"},
		"Latin UTF-8":      {"Tâche créée\nPréparer\nVérifi\xe9\n", "line 3: a byte sequence is not that of UTF-8;"},
		"CP932":            {string(encoded(t, japanese.ShiftJIS, "作業の一覧\n運用")) + "\n\x81\x20\n", "line 3: a byte sequence is not that of CP932"},
		"nothing known":    {"a\n\x83\x5c\x81\x8d\n\x81\x20\n", "line 2: a byte sequence is none of UTF-8, CP932"},
		"UTF-16":           {"\xff\xfea\x00\n\x00\x00\xd8b\x00", "line 2: a byte sequence is not that of UTF-16"},
		"NUL":              {"a\nb\x00\x00c\n", "line 2: a NUL byte"},
		"one NUL":          {"a\nb\x00c\n", "line 2: a NUL byte"},
		"control":          {"a\nb\x1bc\n", "line 2: the control character U+001B"},
		"C1 in Japanese":   {"作業の一覧\n運用\u0082の\n", "line 2: the control character U+0082"},
		"C1 in English":    {"a\nb\u0082c\n", "line 2: the control character U+0082"},
		"an odd last byte": {"a\x00\n\x00b", "is not that of UTF-16"},
	} {
		if _, _, err := read([]byte(c.text), ""); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		}
	}
}

func FuzzDetect(f *testing.F) {
	for _, text := range append(append([]string{}, latin...), kanji...) {
		f.Add([]byte(text), "")
	}
	f.Add([]byte("a\x00,\x00"), "shift_jis")
	f.Add([]byte("\x8e\xb1\x8f\xa1\xa1\xe9"), "")
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		one, assumed, err := read(data, declared)
		two, again, failed := read(data, declared)
		if one != two || assumed != again || (err == nil) != (failed == nil) {
			t.Fatalf("%q, %s, %v, then %q, %s, %v", one, assumed, err, two, again, failed)
		}
		if err == nil && strings.ToValidUTF8(one, "") != one {
			t.Fatalf("%q is no UTF-8", one)
		}
	})
}
