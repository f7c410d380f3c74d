package runs

import (
	"math/rand/v2"
	"testing"
)

// logs makes facts like those of a fleet: interfaces with some forty peers each,
// a connection's two directions, ten minutes after ten minutes.
func logs(n int) (ids []string, all []told) {
	r := rand.New(rand.NewPCG(1, 1))
	ids = names(100)
	for at := int64(1_700_000_000); len(all) < n; at += 600 {
		for eni := range ids {
			for peer := range 38 {
				ends, turned := EndsOf(Addr{0, 10<<24 + uint64(eni)}, Addr{0, uint64(1+peer*97+eni)<<20 + 77})
				port := uint16(32768 + r.UintN(28000))
				for side := range 2 {
					f := Fact{Length: r.Uint32N(590), Entry: Entry{
						Packets: 1 + r.Uint64N(200), Start: at + r.Int64N(10), LoPort: port, HiPort: 443,
					}}
					f.Bytes = f.Packets * (40 + r.Uint64N(1400))
					if turned {
						f.LoPort, f.HiPort = f.HiPort, f.LoPort
					}
					if (side == 1) != turned {
						f.Kind = FromHi
					}
					all = append(all, told{eni: ids[eni], ends: ends, fact: f})
				}
			}
		}
	}
	return ids, all[:n]
}

func numbered(ids []string) map[string]uint32 {
	numbers := make(map[string]uint32)
	for i, id := range ids {
		numbers[id] = uint32(i)
	}
	return numbers
}

// BenchmarkPack packs logs of 50,000 facts; B/fact is what they take.
func BenchmarkPack(b *testing.B) {
	const n = 50_000
	ids, all := logs(n)
	numbers := numbered(ids)
	var log Log
	var w Writer
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		for i := range all {
			log.Add(numbers[all[i].eni], &all[i].ends, &all[i].fact)
		}
		w.reset(nil, w.buf)
		log.Pack(ids, &w)
		blocks, _ := w.end()
		size = len(blocks)
	}
	b.ReportMetric(float64(size)/n, "B/fact")
	b.ReportMetric(float64(b.N)*n/b.Elapsed().Seconds(), "facts/s")
}

// BenchmarkRead merges twenty runs of 50,000 facts.
func BenchmarkRead(b *testing.B) {
	const n = 1_000_000
	ids, all := logs(n)
	numbers := numbered(ids)
	var shelf Shelf
	var log Log
	for i := range all {
		log.Add(numbers[all[i].eni], &all[i].ends, &all[i].fact)
		if (i+1)%50_000 == 0 {
			if err := shelf.Pack(&log, ids); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if got := interfaces(shelf.Reader()); got != n {
			b.Fatal(got)
		}
	}
	b.ReportMetric(float64(b.N)*n/b.Elapsed().Seconds(), "facts/s")
}
