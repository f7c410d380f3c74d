package mine

// coin is a currency with its protocol.
type coin struct {
	name   string
	speak  dialect
	block  float64    // seconds between blocks
	share  [2]float64 // seconds between shares of a middling miner at the lowest difficulty
	wallet int        // length of an address
	ports  []uint16
	fresh  [2]float64 // seconds between jobs beyond those of blocks
}

var (
	cpu  = [2]float64{12, 90}
	gpu  = [2]float64{5, 45}
	asic = [2]float64{3, 20}
	calm = [2]float64{15, 120}
	slow = [2]float64{30, 400}
)

// coins lists what is mined.
var coins = []coin{
	{"monero", cryptonote(4), 120, cpu, 95, []uint16{3333, 4444, 5555, 7777, 14444, 10032, 443, 80, 9000}, calm},
	{"wownero", cryptonote(6), 300, cpu, 97, []uint16{3333, 4450, 34568}, slow},
	{"zephyr", cryptonote(4), 120, cpu, 97, []uint16{1123, 2250, 4452, 443}, calm},
	{"bitcoin", bitcoinLike([2]int{240, 900}, [2]int{10, 13}, true), 600, asic, 34, []uint16{3333, 1800, 25, 443, 700}, [2]float64{20, 60}},
	{"bitcoin-sv2", stratum2, 600, asic, 42, []uint16{3336, 34254, 3333}, [2]float64{20, 60}},
	{"ethereum-classic", eitherEth, 13, gpu, 42, []uint16{1010, 4444, 8008, 19999}, calm},
	{"octaspace", eitherEth, 13, gpu, 42, []uint16{5252, 3337, 7077}, calm},
	{"ravencoin", kawpow, 60, gpu, 34, []uint16{3838, 6060, 31000, 12222}, calm},
	{"meowcoin", kawpow, 60, gpu, 34, []uint16{10026, 3636, 1327}, slow},
	{"zcash", equihash(2694, 0), 75, asic, 35, []uint16{3357, 6666, 1400}, calm},
	{"flux", equihash(106, 0), 60, gpu, 35, []uint16{2001, 7011, 1200}, calm},
	{"bitcoin-gold", equihash(202, 0), 600, gpu, 34, []uint16{4040, 8817}, calm},
	{"verus", equihash(2694, 2694), 60, cpu, 34, []uint16{3956, 9998, 3300, 443}, calm},
	{"litecoin", bitcoinLike([2]int{380, 1500}, [2]int{5, 10}, false), 150, asic, 34, []uint16{3333, 8888, 25, 443}, [2]float64{15, 60}},
	{"kaspa", kaspa, 0.1, gpu, 67, []uint16{5555, 1206, 16061}, [2]float64{0.25, 2}},
	{"karlsen", kaspa, 1, gpu, 69, []uint16{5555, 1195, 3031}, [2]float64{0.8, 2}},
	{"ergo", autolykos, 120, gpu, 51, []uint16{3052, 1180, 4444}, calm},
	{"yenten", bitcoinLike([2]int{150, 320}, [2]int{0, 4}, false), 120, cpu, 34, []uint16{3350, 6340, 6238}, slow},
	{"raptoreum", bitcoinLike([2]int{250, 700}, [2]int{0, 5}, false), 120, cpu, 34, []uint16{6273, 3008, 17012}, slow},
	{"alephium", blockflow, 1, gpu, 45, []uint16{1199, 20032, 443}, [2]float64{0.8, 8}},
	{"beam", beam, 60, gpu, 66, []uint16{5252, 1130, 443}, slow},
	{"conflux", ethStratum, 0.5, gpu, 50, []uint16{3254, 1170, 6800}, [2]float64{0.5, 1.5}},
	{"nervos", ethStratum, 9, asic, 46, []uint16{4300, 1100, 443}, calm},
	{"vertcoin", bitcoinLike([2]int{200, 420}, [2]int{0, 6}, false), 150, gpu, 34, []uint16{3055, 9171}, slow},
}

// find gives a coin by its name.
func find(name string) coin {
	for _, c := range coins {
		if c.name == name {
			return c
		}
	}
	panic("no coin " + name)
}
