// Ad makes labelled flow logs of miners among their neighbours: all that follows
// chains, money and peers without mining, and hundreds of protocols that a
// grammar draws around the sizes and rates of mining, none of which does the
// three things at once that make mining: jobs in the rhythm of blocks, shares
// at random times whose rate is held steady, and a short reply to each.
package main

import (
	"flag"
	"log"
	"time"

	"makes/ad/internal/life"
	"makes/ad/internal/mine"
	"makes/ad/internal/place"
)

func main() {
	seed := flag.Uint64("seed", 1, "the same seed gives the same bytes")
	interfaces := flag.Int("interfaces", 100, "network interfaces")
	miners := flag.Int("miners", 20, "how many of them mine, the first ones")
	kinds := flag.String("kinds", "all", "pool, solo, proxy, blocked, or all in turn")
	hours := flag.Int("hours", 24, "length of the log")
	interval := flag.Int("interval", 600, "aggregation interval in seconds, 600 or 60")
	out := flag.String("out", "", "folder to write to")
	flag.Parse()
	log.SetFlags(0)
	if *out == "" || *interfaces < 1 || *hours < 1 || *interval != 600 && *interval != 60 {
		log.Fatal("ad: -out, and -interfaces, -hours and -interval that make sense, are needed")
	}
	monday := time.Date(2025, 3, 3, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 7*int(*seed%40)).Unix()
	p := place.New(*seed, *interfaces, *hours, float64(*interval), monday)
	mining := min(*miners, *interfaces)
	if err := mine.Mine(p, mining, *kinds); err != nil {
		log.Fatal("ad: ", err)
	}
	life.Live(p, mining)
	if err := p.Write(*out); err != nil {
		log.Fatal("ad: ", err)
	}
}
