package logfile

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"strings"
	"time"

	"tasuki/graph/matrix/table/charset"
	"tasuki/graph/said"
)

// file is a log on disk, which may be packed.
type file struct {
	os      *os.File
	path    string
	size    int64
	changed time.Time
	packed  bool
	most    int64 // bytes that it may hold unpacked
	decoded bool
	text    charset.Text // where decoded
}

// DefaultUnzip is how many bytes a .gz file may hold. Beyond MaxRatio times its own size
// it is taken for one that was made to fill memory, but that its first 64 MiB are read.
const (
	DefaultUnzip = 256 << 30
	MaxRatio     = 200
	freeUnzip    = 64 << 20
)

var errChanged = said.New("it was written to while it was read; read it again when that has ended")

func openFile(path string, most int64) (*file, error) {
	// Opening a pipe would wait for its other end.
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, said.New("it is no regular file; save its content as a file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	head := make([]byte, 2)
	n, _ := f.ReadAt(head, 0)
	if most <= 0 {
		most = DefaultUnzip
	}
	return &file{os: f, path: path, size: info.Size(), changed: info.ModTime(), packed: bytes.Equal(head[:n], []byte{0x1f, 0x8b}), most: most}, nil
}

func (f *file) close() error { return f.os.Close() }

// unchanged reports that the file is still what it was when it was opened.
func (f *file) unchanged() error {
	info, err := f.os.Stat()
	if err == nil && (info.Size() != f.size || !info.ModTime().Equal(f.changed)) {
		err = errChanged
	}
	return err
}

// total returns how many bytes there are to read; 0: that is not known.
func (f *file) total() int64 {
	if f.packed || f.decoded {
		return 0
	}
	return f.size
}

// reader returns the text from its start.
func (f *file) reader() (io.ReadCloser, error) {
	section := io.NewSectionReader(f.os, 0, f.size)
	switch {
	case f.decoded:
		r, err := f.text.Reader()
		return io.NopCloser(r), err
	case !f.packed:
		return io.NopCloser(section), nil
	}
	z, err := gzip.NewReader(bufio.NewReaderSize(section, 1<<18))
	if err != nil {
		return nil, said.Errorf("unpacking it: %w", err)
	}
	return &unzipped{z: z, most: min(f.most, max(freeUnzip, MaxRatio*f.size)), file: f}, nil
}

// unzipped is what a .gz file holds, up to a limit.
type unzipped struct {
	z    *gzip.Reader
	read int64
	most int64
	file *file
}

// Read reads what is unpacked.
func (u *unzipped) Read(p []byte) (int, error) {
	n, err := u.z.Read(p)
	if u.read += int64(n); u.read > u.most {
		return 0, said.Errorf("unpacked it has more than %d bytes, the most that a file of %d bytes may have; unpack it yourself if you trust it", u.most, u.file.size)
	}
	switch err {
	case nil, io.EOF:
	case io.ErrUnexpectedEOF: // readers would take it for the end
		err = said.New("unpacking it: it is cut off; fetch it again")
	default:
		err = said.Errorf("unpacking it: %w", err)
	}
	return n, err
}

// Close ends the unpacking.
func (u *unzipped) Close() error { return u.z.Close() }

// decode finds out in which other encoding a text is, which takes a pass; those that are
// packed are not looked at.
func (f *file) decode(failed error) (notes []said.Note, err error) {
	if f.packed {
		return nil, failed
	}
	if f.text, err = charset.Detect(io.NewSectionReader(f.os, 0, f.size), ""); err != nil {
		return nil, err
	}
	f.decoded = true
	return f.text.Assumptions(), nil
}

// Formats lists the formats that logs are read from.
func Formats() []string { return []string{"csv", "xes", "ocel"} }

// format returns the format of the file: the one that is said, else what it begins with.
func (f *file) format(word string) (string, error) {
	switch word {
	case "csv", "xes", "ocel":
		return word, nil
	case "":
	default:
		return "", said.Errorf("%q is no format of event logs; use one of %s", word, strings.Join(Formats(), ", "))
	}
	r, err := f.reader()
	if err != nil {
		return "", err
	}
	defer r.Close()
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(r, head)
	if n == 0 {
		if err == io.EOF {
			err = said.New("it is empty")
		}
		return "", err
	}
	return formatOf(head[:n]), nil
}

func formatOf(head []byte) string {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))
	switch {
	case bytes.HasPrefix(head, []byte("<")):
		return "xes"
	case bytes.HasPrefix(head, []byte("{")):
		return "ocel"
	}
	return "csv"
}
