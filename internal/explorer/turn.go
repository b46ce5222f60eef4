package explorer

import (
	"bytes"
	"context"

	"tasuki/graph/said"
	"tasuki/render/explorer"
)

// errBusy is the error of a request for which there was no turn in time.
var errBusy = said.New("too many pages are being made; try again in a second")

// made returns a page, which is made once for all who ask at the same time. Who waits for
// a turn and leaves, as one click cancels the one before, takes none; a page that is being
// made is finished, since an analysis cannot be stopped, and kept.
func (s *Server) made(ctx context.Context, place explorer.Place, format explorer.Format) ([]byte, error) {
	m := s.source.model()
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	return s.kept.get(ctx, key{place.Address(format), m.Version}, func() ([]byte, error) {
		select {
		case s.waiting <- struct{}{}:
			defer func() { <-s.waiting }()
		default:
			return nil, errBusy
		}
		select {
		case s.turns <- struct{}{}:
			defer func() { <-s.turns }()
		case <-ctx.Done():
			return nil, errBusy
		}
		var b bytes.Buffer
		err := m.Write(&b, place, format)
		return b.Bytes(), err
	})
}
