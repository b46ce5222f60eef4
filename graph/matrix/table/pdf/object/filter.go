package object

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"io"

	"tasuki/graph/said"
)

// Bytes returns what a stream holds, decoded. A stream that is cut off or damaged is an
// error: half of a page is a page with rows lost.
func (f *File) Bytes(s *Stream) []byte {
	data := s.raw
	filters, settings := f.list(s.Dict["Filter"]), f.list(s.Dict["DecodeParms"])
	if len(filters) > maxFilters {
		f.fail(said.Errorf("the PDF has a stream with %d filters, and at most %d are read; print its pages to a new PDF", len(filters), maxFilters))
		return nil
	}
	for i, v := range filters {
		if f.err != nil {
			return nil
		}
		var d Dict
		if i < len(settings) {
			d = f.Dict(settings[i])
		}
		var err error
		if data, err = f.decode(f.Name(v), d, data); err != nil {
			f.fail(err)
			return nil
		}
		if f.inflated += len(data); f.inflated > maxInflated {
			f.fail(errInflated)
			return nil
		}
	}
	return data
}

var errInflated = said.Errorf("the streams of the PDF hold more than %d MiB; print the pages with the matrix alone to a new PDF", maxInflated>>20)

// list returns the values of an array, or the one value.
func (f *File) list(v any) []any {
	switch v := f.resolve(v).(type) {
	case nil:
		return nil
	case []any:
		return v
	default:
		return []any{v}
	}
}

func (f *File) decode(filter Name, settings Dict, data []byte) ([]byte, error) {
	switch filter {
	case "FlateDecode", "Fl":
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, said.Errorf("a stream of the PDF is damaged (%w); open it in a program that shows it and print it to a new PDF", err)
		}
		return f.predicted(r, settings)
	case "ASCIIHexDecode", "AHx":
		end := bytes.IndexByte(data, '>')
		if end < 0 {
			end = len(data)
		}
		return unhex(data[:end]), nil
	case "ASCII85Decode", "A85":
		data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
		if end := bytes.IndexByte(data, '~'); end >= 0 {
			data = data[:end]
		}
		return f.readAll(ascii85.NewDecoder(bytes.NewReader(data)))
	}
	return nil, said.Errorf("the PDF has text under the filter %q, which is not read; print its pages to a new PDF", filter)
}

// readAll reads what a filter yields, unless it is too much.
func (f *File) readAll(r io.Reader) ([]byte, error) {
	left := int64(maxInflated - f.inflated)
	data, err := io.ReadAll(io.LimitReader(r, left+1))
	switch {
	case int64(len(data)) > left:
		return nil, errInflated
	case err != nil:
		return nil, said.Errorf("a stream of the PDF is damaged (%w); open it in a program that shows it and print it to a new PDF", err)
	}
	return data, nil
}

// predicted undoes what makes rows of bytes smaller: each byte is told by its difference
// from others, as in PNG.
func (f *File) predicted(r io.Reader, d Dict) ([]byte, error) {
	data, err := f.readAll(r)
	predictor := f.Number(d["Predictor"], 1)
	if err != nil || predictor < 2 {
		return data, err
	}
	colors, bits, columns := f.Number(d["Colors"], 1), f.Number(d["BitsPerComponent"], 8), f.Number(d["Columns"], 1)
	size, width := int(colors*bits+7)/8, int(colors*bits*columns+7)/8
	if predictor < 10 || size < 1 || width < 1 || size > width || width > maxColumns {
		return nil, said.Errorf("the PDF has a stream with the predictor %v, which is not read; print its pages to a new PDF", predictor)
	}
	out := make([]byte, 0, len(data))
	above := make([]byte, width)
	for len(data) > 1 {
		row := data[1:min(len(data), width+1)]
		for i := range row {
			var left, corner byte
			if i >= size {
				left, corner = row[i-size], above[i-size]
			}
			switch data[0] {
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				row[i] += nearest(int(left), int(above[i]), int(corner))
			}
		}
		out = append(out, row...)
		above, data = append(row, make([]byte, width-len(row))...), data[1+len(row):]
	}
	return out, nil
}

// nearest returns the neighbour that is nearest to their sum, as PNG defines it.
func nearest(left, above, corner int) byte {
	apart := func(n int) int { return max(n, -n) }
	p := left + above - corner
	switch a, b, c := apart(p-left), apart(p-above), apart(p-corner); {
	case a <= b && a <= c:
		return byte(left)
	case b <= c:
		return byte(above)
	}
	return byte(corner)
}
