package neo4jstore

import (
	"context"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A position is how far a database has come in its history: the number of the
// last transaction that was committed, which grows by one with each commit.
//
// A load that has compared or written every fact notes on the dataset's node, in
// the property verified, the position that its own commit will make if nobody
// commits in between: the next one after that from which on it compared. While
// the database stands where the note says, nothing has been committed since, and
// the content hash on the same node is as good as another comparison.
//
// Why a note is believed only when it is true. Numbers are given out once and
// grow, and a transaction has its number before anybody sees what it did.
//
//   - The load reads number N, and then the facts, by sessions that carry the
//     bookmark of N: so all transactions up to N are applied to the store before
//     the first fact is read, and the facts are those of N or later. It notes N+1
//     in the transaction that writes the differences.
//   - If that transaction becomes N+1, no other lies between: the facts were those
//     of N, and at N+1 they are those of the load. The note is true from its first
//     moment on, even if the client dies before it learns of the commit.
//   - If any other transaction becomes N+1, a hand's edit, a load of another
//     dataset, figures, a new index, a new name of a property, the load's has a
//     greater number, and so has the database from the moment the note is there
//     on. It will never again stand at N+1, so the note is never believed.
//   - The next load reads the note and then, in the same transaction, the number.
//     Whatever was committed before it began is in that number. What is committed
//     while it reads makes the number greater than the note, or is concurrent with
//     the load and comes after it.
//   - A load of the same data in between changes the note too. Two loads that
//     compare at the same time can have noted the same number; one of them has it.
//   - A server that crashes loses transactions from the end of its log only, and
//     the note of a load with that load. A backup holds a note and the number of
//     its own moment. Both names of the database, that of its place in the server
//     and that of its files, are part of the note: in a new database, a copy or an
//     import, which count from the beginning again, it means nothing.
//   - Another version of this package may say the same facts in other properties;
//     the note names the model.
//
// The number stands in the bookmark of a transaction. Bookmarks are for servers to
// read, and their form is not promised. So the form is checked, and this is done
// only with the servers that it was tried with: Community Edition, which is
// one server and not a cluster whose members may lag behind, of the versions
// 5.26 and 2026.08. If the number were something else than it is taken for, it would have to
// grow by exactly one with the commit of a load, and stand still until the next.
// With all others, every load compares all facts.
type position struct {
	bookmarks neo4j.Bookmarks
	place     string // names the database; empty: the number is not known
	number    int64

	content, verified string // of the dataset's node
}

// next returns the note for the position after p, or nil when it is not known.
func (p position) next(model string) any {
	if p.place == "" {
		return nil
	}
	return p.note(p.number+1, model)
}

// holds reports whether the node's note says that the facts are still those of
// its content hash.
func (p position) holds(model string) bool {
	return p.place != "" && p.verified == p.note(p.number, model)
}

func (p position) note(number int64, model string) string {
	return fmt.Sprintf("%s %s %d", model, p.place, number)
}

// position returns where the database stands, with what the node of a dataset
// says.
func (s *Store) position(ctx context.Context, dataset string) (position, error) {
	session := s.session(ctx, neo4j.AccessModeWrite) // asks the member that writes
	defer session.Close(context.WithoutCancel(ctx))
	var p position
	var store string
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		records, err := collect(ctx, tx, getPosition, map[string]any{"dataset": dataset})
		if err != nil || len(records) != 1 {
			return nil, err
		}
		text := func(i int) string { s, _ := records[0].Values[i].(string); return s }
		p = position{content: text(3), verified: text(4)}
		if text(0) == "community" && (strings.HasPrefix(text(1), "5.26.") || strings.HasPrefix(text(1), "2026.08.")) {
			store = text(2)
		}
		return nil, nil
	})
	var server *neo4j.Neo4jError
	if errors.As(err, &server) {
		return position{}, nil // not for this user, or not in this version
	}
	if err != nil {
		return position{}, err
	}
	p.bookmarks = session.LastBookmarks()
	if place, number, ok := parseBookmarks(p.bookmarks); ok && store != "" {
		p.place, p.number = place+" "+store, number
	}
	return p, nil
}

// parseBookmarks reads the database and the number of its last transaction in
// the bookmark of a single database: a list in PackStream of 16 bytes and an
// integer, then an empty list.
func parseBookmarks(bookmarks neo4j.Bookmarks) (database string, number int64, ok bool) {
	if len(bookmarks) != 1 {
		return "", 0, false
	}
	text, ok := strings.CutPrefix(bookmarks[0], "FB:")
	data, err := base64.StdEncoding.DecodeString(text)
	if !ok || err != nil || len(data) < 21 || string(data[:3]) != "\x91\xcc\x10" {
		return "", 0, false
	}
	database, rest := fmt.Sprintf("%x", data[3:19]), data[19:len(data)-1]
	if data[len(data)-1] != 0x90 {
		return "", 0, false
	}
	switch marker, size := rest[0], len(rest)-1; {
	case marker <= 0x7f && size == 0:
		return database, int64(marker), true
	case marker == 0xc9 && size == 2:
		return database, int64(int16(binary.BigEndian.Uint16(rest[1:]))), true
	case marker == 0xca && size == 4:
		return database, int64(int32(binary.BigEndian.Uint32(rest[1:]))), true
	case marker == 0xcb && size == 8:
		return database, int64(binary.BigEndian.Uint64(rest[1:])), true
	}
	return "", 0, false
}
