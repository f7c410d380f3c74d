// Package fleet puts programs and miners on the hosts of a company, and writes
// the flow logs of their interfaces and the labels.
package fleet

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"makes/k/internal/mine"
	"makes/k/internal/platform"
	"makes/k/internal/wire"
)

// Config says what to generate.
type Config struct {
	Seed               uint64
	Interfaces, Miners int
	Kinds              []string // of mining, in turn
	Hours, Interval    int
	Out                string
}

// clouds are first octets of public addresses; those of AWS come last.
var clouds = []byte{20, 23, 31, 34, 35, 37, 51, 62, 64, 66, 78, 80, 88, 91, 93, 95, 104, 108, 135, 141, 142, 144, 146, 151, 157, 159, 162, 167, 172, 178, 185, 188, 193, 195, 198, 199, 209, 3, 13, 15, 18, 44, 52, 54}

// addresses hands out addresses, each once.
type addresses struct {
	used map[wire.Addr]bool
	rng  *rand.Rand
}

func (a *addresses) take(place string) wire.Addr {
	for {
		b := wire.Addr(a.rng.Uint32())
		switch place {
		case "lan":
			b = 10<<24 | b&0x00ffffff
		case "aws":
			b = wire.Addr(clouds[len(clouds)-1-a.rng.IntN(7)])<<24 | b&0x00ffffff
		default:
			b = wire.Addr(clouds[a.rng.IntN(len(clouds))])<<24 | b&0x00ffffff
		}
		if second := byte(b >> 16); a.used[b] || b&0xff == 0 || b&0xff == 255 || byte(b>>24) == 172 && second >= 16 && second < 32 {
			continue
		}
		a.used[b] = true
		return b
	}
}

// output is the files of a log.
type output struct {
	epoch    int64
	account  string
	interval int
	files    []*os.File
	zips     []*gzip.Writer
	hours    []*bufio.Writer
	line     []byte
}

func newOutput(dir string, c Config, rng *rand.Rand) (*output, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	begin := time.Date(2025, 1, 6+7*rng.IntN(48), 0, 0, 0, 0, time.UTC)
	o := &output{epoch: begin.Unix(), account: strconv.FormatUint(1e11+rng.Uint64N(9e11), 10), interval: c.Interval}
	for h := range c.Hours {
		f, err := os.Create(filepath.Join(dir, begin.Add(time.Duration(h)*time.Hour).Format("20060102T1504Z")+".log.gz"))
		if err != nil {
			return nil, err
		}
		z, _ := gzip.NewWriterLevel(f, gzip.BestSpeed)
		w := bufio.NewWriterSize(z, 1<<16)
		fmt.Fprintln(w, "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status")
		o.files, o.zips, o.hours = append(o.files, f), append(o.zips, z), append(o.hours, w)
	}
	return o, nil
}

func appendAddr(b []byte, a wire.Addr) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = append(strconv.AppendUint(b, uint64(byte(a>>shift)), 10), '.')
	}
	return b[:len(b)-1]
}

// write writes the records of an interface, each to the hour it ends in. Of
// intervals without any, it writes that there is no data.
func (o *output) write(eni string, log *wire.Log) error {
	slices.SortFunc(log.Records, func(a, b wire.Record) int {
		if d := cmp.Compare(a.Window, b.Window); d != 0 {
			return d
		}
		return cmp.Compare(a.End, b.End)
	})
	next := log.Window(0)
	none := func(until int32) error {
		for ; next < until; next++ {
			from := max(0, int64(log.Phase)+int64(next)*int64(o.interval))
			to := min(int64(log.End), int64(log.Phase)+int64(next+1)*int64(o.interval))
			if _, err := fmt.Fprintf(o.hours[min(len(o.hours)-1, int(from/3600))], "2 %s %s - - - - - - - %d %d - NODATA\n", o.account, eni, o.epoch+from, o.epoch+to); err != nil {
				return err
			}
		}
		return nil
	}
	for i := range log.Records {
		r := &log.Records[i]
		if err := none(r.Window); err != nil {
			return err
		}
		next = r.Window + 1
		b := append(o.line[:0], '2', ' ')
		b = append(append(append(append(b, o.account...), ' '), eni...), ' ')
		b = append(appendAddr(b, r.Src), ' ')
		b = append(appendAddr(b, r.Dst), ' ')
		for _, v := range []uint64{uint64(r.Sport), uint64(r.Dport), uint64(r.Proto), r.Packets, r.Bytes, uint64(o.epoch + int64(r.Start)), uint64(o.epoch + int64(r.End))} {
			b = append(strconv.AppendUint(b, v, 10), ' ')
		}
		if r.Reject {
			b = append(b, "REJECT OK\n"...)
		} else {
			b = append(b, "ACCEPT OK\n"...)
		}
		o.line = b
		if _, err := o.hours[min(len(o.hours)-1, int(r.End)/3600)].Write(b); err != nil {
			return err
		}
	}
	return none(log.Window(log.End - 1))
}

func (o *output) close() error {
	for i, w := range o.hours {
		if err := w.Flush(); err != nil {
			return err
		}
		if err := o.zips[i].Close(); err != nil {
			return err
		}
		if err := o.files[i].Close(); err != nil {
			return err
		}
	}
	return nil
}

// uptime gives the stretches of the log that a host is up.
func uptime(end float64, rng *rand.Rand) [][2]float64 {
	a, b := end*rng.Float64(), end*rng.Float64()
	switch rng.IntN(12) {
	case 0: // scaled out
		return [][2]float64{{a, end}}
	case 1: // scaled in
		return [][2]float64{{0, max(a, end/20)}}
	case 2: // replaced or stopped for a while
		return [][2]float64{{0, min(a, b)}, {max(a, b), end}}
	case 3: // rebooted
		return [][2]float64{{0, a}, {a + 40 + 100*rng.Float64(), end}}
	}
	return [][2]float64{{0, end}}
}

// scans are strangers, and neighbours, whom the security group keeps out.
func scans(h *wire.Host, a *addresses, rng *rand.Rand) {
	every := 60 * math.Pow(40, rng.Float64())
	place := []string{"net", "net", "lan"}[rng.IntN(3)]
	ports := []int{22, 23, 80, 443, 445, 3389, 8080, 8545, 6379, 5900, 2375, 3333, 9200, 1433, 5060}
	from := wire.End{Stack: wire.NewStack(rng)}
	for t := h.From; t < h.To; t += every * rng.ExpFloat64() {
		if from.Addr == 0 || place == "net" && rng.IntN(3) > 0 {
			from.Addr = a.take(place)
		}
		from.Port = uint16(1024 + rng.IntN(64000))
		to := wire.End{Addr: h.Addr, Port: uint16(ports[rng.IntN(len(ports))]), Stack: h.Stack}
		wire.NewConn(h.Log, wire.TCP, from, to, wire.Far(rng), false, rng).Dial(t, wire.Denied, []float64{.5, .5, 3, 10}[rng.IntN(4)])
	}
}

// Generate writes the logs and the labels.
func Generate(c Config) error {
	rng := rand.New(rand.NewPCG(c.Seed, 0x6b))
	end := float64(c.Hours) * 3600
	addrs := &addresses{used: map[wire.Addr]bool{}, rng: rng}
	out, err := newOutput(filepath.Join(c.Out, "logs"), c, rng)
	if err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(c.Out, "labels.tsv"))
	if err != nil {
		return err
	}
	defer file.Close()
	labels := bufio.NewWriter(file)
	fmt.Fprint(labels, "*\tbenign\trest\n")
	services, err := platform.Catalog(60+c.Interfaces, end, addrs.take, rng)
	if err != nil {
		return err
	}
	var roles [][]*platform.Service // what hosts of a sort have in common
	for range 3 + c.Interfaces/12 {
		var role []*platform.Service
		for range 1 + rng.IntN(9) {
			role = append(role, platform.Choose(services, rng))
		}
		roles = append(roles, role)
	}
	nodes := slices.DeleteFunc(slices.Clone(services), func(s *platform.Service) bool { return !strings.HasSuffix(s.Name, "p2p") })
	world := mine.NewWorld(end, addrs.take, rng)
	for i := range c.Interfaces {
		hr := rand.New(rand.NewPCG(c.Seed, uint64(i)<<8|1))
		addrs.rng = hr
		eni := fmt.Sprintf("eni-0%016x", hr.Uint64())
		log := wire.NewLog(float64(c.Interval), -float64(hr.IntN(c.Interval)), end, uint16(hr.IntN(60000)))
		host := wire.Host{Addr: addrs.take("lan"), Stack: wire.NewStack(hr), Log: log, To: end}
		own := slices.Clone(roles[hr.IntN(len(roles))])
		for range hr.IntN(7) {
			own = append(own, platform.Choose(services, hr))
		}
		kind := c.Kinds[i%len(c.Kinds)]
		if i < c.Miners && kind == "solo" && len(nodes) > 0 && hr.IntN(2) == 0 { // a node of its own
			own = append(own, nodes[hr.IntN(len(nodes))])
		}
		names := map[[2]wire.Addr]string{}
		up := uptime(end, hr)
		for j, s := range own {
			if slices.Contains(own[:j], s) {
				continue
			}
			for k, u := range up {
				if host.From, host.To = u[0], u[1]; k == 0 || u[0] < u[1] {
					s.Run(&host, hr)
				}
			}
			for pair := range log.Seen {
				if names[pair] == "" {
					names[pair] = s.Name
				}
			}
		}
		host.From, host.To = 0, end
		if hr.IntN(4) == 0 {
			scans(&host, addrs, hr)
		}
		if i < c.Miners {
			if len(up) == 1 && c.Hours > 1 && up[0][1]-up[0][0] > end/4 {
				host.From, host.To = up[0][0], up[0][1]
			}
			for _, l := range world.Run(kind, &host, hr) {
				if log.Seen[[2]wire.Addr{host.Addr, l.Remote}] || log.Seen[[2]wire.Addr{l.Remote, host.Addr}] {
					fmt.Fprintf(labels, "%v::%v\tmining\t%s-%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s\n",
						host.Addr, l.Remote, l.Coin, l.Transport, eni, l.Kind, l.Coin, l.Pool, l.Size, l.Transport)
				}
			}
		}
		pairs := make([][2]wire.Addr, 0, len(names))
		for pair := range names {
			pairs = append(pairs, pair)
		}
		slices.SortFunc(pairs, func(a, b [2]wire.Addr) int {
			return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
		})
		for _, pair := range pairs {
			if pair[1] == host.Addr {
				fmt.Fprintf(labels, "%v::%v\tbenign\t%s\t%s\n", pair[1], pair[0], names[pair], eni)
			} else {
				fmt.Fprintf(labels, "%v::%v\tbenign\t%s\t%s\n", pair[0], pair[1], names[pair], eni)
			}
		}
		if err := out.write(eni, log); err != nil {
			return err
		}
	}
	if err := labels.Flush(); err != nil {
		return err
	}
	return out.close()
}
