package neo4jstore

import "fmt"

// received counts what has come of an answer against its limits.
type received struct {
	limits Limits
	rows   int
	bytes  int64
}

// add counts a row, and fails when it is one too many.
func (r *received) add(columns []string, row []any) error {
	if r.rows++; r.rows > r.limits.Rows {
		return &Exceeded{"rows", fmt.Sprintf("there are more than %d; ask for less, or allow more with --rows", r.limits.Rows)}
	}
	for i, v := range row {
		r.bytes += sizeOf(columns[i]) + sizeOf(v)
	}
	if r.bytes > r.limits.Bytes {
		return &Exceeded{"bytes", fmt.Sprintf("the answer has more than %d bytes at row %d; ask for less, or allow more with --bytes", r.limits.Bytes, r.rows)}
	}
	return nil
}

// sizeOf returns about how many bytes a value takes as JSON, in which every row
// repeats the names of its columns. A number counts as 8, so that tables, which
// fill up short cells, stay near the limit too.
func sizeOf(v any) int64 {
	const least = 8
	switch v := v.(type) {
	case string:
		return least + int64(len(v))
	case []byte:
		return least + int64(len(v))
	case []string:
		n := int64(least)
		for _, x := range v {
			n += sizeOf(x)
		}
		return n
	case []any:
		n := int64(least)
		for _, x := range v {
			n += sizeOf(x)
		}
		return n
	case map[string]any:
		n := int64(least)
		for key, x := range v {
			n += sizeOf(key) + sizeOf(x)
		}
		return n
	case Node:
		return sizeOf(v.ElementID) + sizeOf(v.Labels) + sizeOf(v.Properties)
	case Relationship:
		return sizeOf(v.ElementID) + sizeOf(v.Start) + sizeOf(v.End) + sizeOf(v.Type) + sizeOf(v.Properties)
	case Path:
		n := int64(least)
		for _, x := range v.Nodes {
			n += sizeOf(x)
		}
		for _, x := range v.Relationships {
			n += sizeOf(x)
		}
		return n
	}
	return least
}
