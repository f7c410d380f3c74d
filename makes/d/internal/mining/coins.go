package mining

// Coin is something to mine.
type Coin struct {
	name  string
	speak speak
	block float64    // mean seconds between blocks
	fresh [2]float64 // a pool renews its jobs at least this often, range over pools
	least [2]float64 // and never more often
	share [2]float64 // seconds between shares that pools aim at
	solo  soloWay
	tmpl  [2]int // bytes of a block template from a node
	ports [2]int // usual range
}

var coins = []*Coin{
	{"monero", cryptonote, 120, [2]float64{15, 130}, [2]float64{1, 5}, [2]float64{8, 75}, daemon, [2]int{900, 2200}, [2]int{3333, 20128}},
	{"zephyr", cryptonote, 120, [2]float64{20, 200}, [2]float64{1, 5}, [2]float64{8, 60}, daemon, [2]int{900, 2600}, [2]int{1123, 17768}},
	{"wownero", cryptonote, 300, [2]float64{20, 400}, [2]float64{1, 5}, [2]float64{10, 90}, daemon, [2]int{800, 1600}, [2]int{3333, 34568}},
	{"verus", equihash(34, 2694, 290), 60, [2]float64{20, 90}, [2]float64{1, 8}, [2]float64{4, 45}, template, [2]int{4000, 40000}, [2]int{3956, 9999}},
	{"raptoreum", classic(34, 4, false), 120, [2]float64{20, 90}, [2]float64{1, 5}, [2]float64{6, 60}, template, [2]int{3000, 60000}, [2]int{3008, 17072}},
	{"yespower", classic(42, 2, false), 60, [2]float64{30, 120}, [2]float64{1, 5}, [2]float64{6, 60}, template, [2]int{1500, 9000}, [2]int{3033, 6533}},
	{"bitcoin", classic(42, 12, true), 600, [2]float64{20, 60}, [2]float64{1, 5}, [2]float64{2, 25}, template, [2]int{1500000, 4000000}, [2]int{3333, 3344}},
	{"bitcoin-v2", second, 600, [2]float64{20, 60}, [2]float64{1, 5}, [2]float64{3, 25}, template, [2]int{1500000, 4000000}, [2]int{3336, 34254}},
	{"litecoin", classic(43, 8, false), 65, [2]float64{20, 60}, [2]float64{1, 6}, [2]float64{3, 25}, template, [2]int{60000, 600000}, [2]int{3333, 8888}},
	{"etchash", ether, 13, [2]float64{9, 60}, [2]float64{0.3, 2}, [2]float64{4, 30}, getWork, [2]int{370, 430}, [2]int{1010, 14444}},
	{"ravencoin", kawpow, 60, [2]float64{15, 70}, [2]float64{0.5, 4}, [2]float64{4, 30}, template, [2]int{2500, 60000}, [2]int{3838, 16059}},
	{"zcash", equihash(35, 2694, 0), 75, [2]float64{20, 90}, [2]float64{1, 5}, [2]float64{3, 30}, template, [2]int{5000, 90000}, [2]int{3333, 8866}},
	{"flux", equihash(35, 106, 0), 120, [2]float64{20, 60}, [2]float64{1, 5}, [2]float64{4, 30}, template, [2]int{4000, 50000}, [2]int{2001, 7011}},
	{"kaspa", kaspa, 0.6, [2]float64{1, 5}, [2]float64{0.2, 3}, [2]float64{1.5, 15}, stream, [2]int{1500, 12000}, [2]int{1111, 5555}},
	{"alephium", alephium, 2, [2]float64{3, 20}, [2]float64{0.5, 5}, [2]float64{2, 20}, stream, [2]int{4000, 20000}, [2]int{1199, 20032}},
	{"ergo", ergo, 120, [2]float64{15, 60}, [2]float64{1, 4}, [2]float64{4, 30}, getWork, [2]int{380, 620}, [2]int{3056, 11888}},
	{"grin", grin, 60, [2]float64{15, 60}, [2]float64{0.5, 4}, [2]float64{8, 60}, getWork, [2]int{650, 900}, [2]int{3333, 6667}},
}
