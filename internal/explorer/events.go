package explorer

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// mostListening is how many pages are told of changes at once.
const mostListening = 500

// events tells a page when the dataset has changed, or can no longer be read. Each event has
// the version of the dataset as its ID, which a browser states when it connects again, as
// a page states its own at first: so it learns of what happened in between.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	seen := r.Header.Get("Last-Event-ID")
	if seen == "" {
		seen = r.URL.Query().Get("version")
	}
	events, stop := s.source.listen(seen)
	if stop == nil {
		refuse(w, http.StatusServiceUnavailable, "too many pages are open")
		return
	}
	defer stop()
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	fmt.Fprintf(w, "retry: 2000\nid: %d\n\n", s.source.model().Version)
	out.Flush()
	alive := time.NewTicker(20 * time.Second)
	defer alive.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case e := <-events:
			data, err := json.Marshal(e.data)
			if err != nil {
				return
			}
			fmt.Fprintf(w, "event: %s\nid: %d\ndata: %s\n\n", e.name, e.version, data)
		case <-alive.C:
			fmt.Fprint(w, ": still here\n\n")
		}
		if out.Flush() != nil {
			return
		}
	}
}
