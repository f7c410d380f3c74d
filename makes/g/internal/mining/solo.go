package mining

import (
	"strings"
	"time"

	"makes/g/internal/cloud"
	"makes/g/internal/script"
)

// templates tell how solo miners get their work from a node: they ask whether
// there is something new, fetch a template when there is, and from time to time.
var templates = [][2]string{
	{"monero", "18081,18089,18088; every timer 500ms-10s ask 90-260/270-500; every poisson 119s-121s ask 190-420/900-3500 ~2ms-300ms; every timer 20s-4m ask 190-420/900-3500"},
	{"bitcoin", "8332,18332,48332; every timer 300ms-15s ask 220-390/200-400; every poisson 9m-11m ask 230-420/3000-4000000 ~2ms-300ms; every timer 20s-4m ask 230-420/3000-4000000 ~2ms-300ms"},
	{"litecoin", "9332,22555; every timer 1s-30s ask 220-390/200-400; every poisson 35s-60s ask 230-420/2000-300000 ~2ms-300ms; every timer 20s-4m ask 230-420/2000-300000 ~2ms-300ms"},
	{"etc", "8545,8546; every timer 200ms-2s ask 180-360/340-560"},
	{"etc", "8545,8546; every timer 200ms-2s ask 180-360/340-560; every timer 5s-1m ask 300-420/140-260"},
	{"ravencoin", "8766; every timer 1s-10s ask 220-390/200-400; every poisson 59s-61s ask 230-420/1500-120000 ~2ms-300ms; every timer 20s-4m ask 230-420/1500-120000 ~2ms-300ms"},
	{"kaspa", "16110,17110; every poisson 100ms-1500ms hear 25-45 + ask 90-160/700-20000"},
	{"verus", "27486; every timer 1s-20s ask 200-380/200-420; every poisson 59s-61s ask 220-400/2500-40000 ~2ms-300ms; every timer 20s-4m ask 220-400/2500-40000 ~2ms-300ms"},
}

// solo mines with a node, most often a near one, by RPC: over a connection that
// is kept, or one for each question. Blocks are found by luck.
func solo(p *cloud.Proc, coin, template string, rate float64) {
	ports, work, _ := strings.Cut(template, ";")
	habit := "lasts 5m-100h;"
	if !strings.Contains(work, "hear") && p.Chance(0.4) {
		habit = "errands;"
	}
	luck := time.Duration(float64(p.Dur(2*time.Hour, 2000*time.Hour)) / rate).String()
	line := "any.6:solo-" + coin + "*4:" + ports + " tls.1 " + habit + work + "; every poisson " + luck + "-" + luck + " ask 400..4000/90..300 ~2ms-300ms"
	script.Parse(line)(p)
}
