// Package talk describes kinds of programs by the messages they exchange, and
// plays their conversations.
package talk

import (
	"makes/w/internal/cover"
	"makes/w/internal/hours"
	"makes/w/internal/rng"
	"makes/w/internal/tcp"
)

// Place is where the other end of a conversation is.
type Place uint8

// The places.
const (
	VPC     Place = iota // the same private network
	Site                 // the organisation's own premises, over a private line
	Cloud                // a service of the cloud provider
	Partner              // another organisation, over the internet or a VPN
	World                // anywhere on the internet
)

// Timing is when a message is sent.
type Timing uint8

// The timings.
const (
	Steady Timing = iota // at fixed times
	After                // a pause after the previous exchange ended
	Random               // a Poisson process
	Idle                 // when that side has sent nothing for so long
)

// Step is one message of the opening script.
type Step struct {
	From tcp.Side
	Size rng.Range
}

// Talk is a repeated exchange: a message, and what it brings forth.
type Talk struct {
	From   tcp.Side
	How    Timing
	Every  rng.Range // seconds
	Size   rng.Range // bytes
	Reply  rng.Range // bytes, zero for none
	Think  rng.Range // seconds until the reply
	Parts  rng.Range // messages of the reply, zero for one
	Burst  rng.Range // exchanges in a row, zero for one
	Gap    rng.Range // seconds between them
	Rhythm bool      // follows the program's hours
	Both   bool      // the other side does the same, by itself
	Share  float64   // chance that a service has this talk, zero for always
}

// Retry is what a program does when it cannot connect.
type Retry struct {
	Wait     rng.Range // first pause
	Cap      rng.Range // bound of a doubling pause, zero for a fixed one
	Patience rng.Range // connect timeout, zero for the stack's own
}

// Spec is a kind of program.
type Spec struct {
	Name     string
	Ports    []uint16
	Proto    uint8 // IP protocol, zero for TCP
	At       Place
	Covers   []cover.Kind // one is chosen per service; empty for plain
	Servers  []tcp.Family // one is chosen per service; empty for what the place has
	Hold     bool         // keeps a connection always; else opens one when needed
	Linger   rng.Range    // seconds an unneeded connection is kept, zero for none
	Life     rng.Range    // seconds a connection lasts, zero for no bound
	Kick     rng.Range    // seconds without client data until the server closes
	Keep     rng.Range    // idle seconds before TCP keep-alives, zero for none
	Conns    rng.Range    // parallel connections, zero for one
	Addrs    rng.Range    // addresses of the service, zero for one
	Spread   bool         // connections go to any address, not to the first that works
	Hello    []Step
	Talks    []Talk
	Hours    hours.Kind // rhythm of talks that follow one
	Window   hours.Kind // when connections exist at all
	Retry    Retry
	Dead     float64 // chance that it never works from a host
	SamePort bool    // datagrams: the client keeps one port
	Abrupt   bool    // connections end with resets
}
