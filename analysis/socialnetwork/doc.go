// Package socialnetwork measures who works with whom by an event log: handover of work,
// subcontracting and working together (van der Aalst, Reijers and Song, Discovering Social
// Networks from Event Logs, Computer Supported Cooperative Work 14(6), 2005), handing over
// to oneself apart, and ping-pong. The definitions are those of docs/definitions.md,
// "Declared against observed".
package socialnetwork
