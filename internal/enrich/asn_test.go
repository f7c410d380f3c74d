package enrich

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"maps"
	"net/netip"
	"slices"
	"strings"
	"testing"

	"davy/detect"
)

// A database is a MaxMind DB in the making: maxmind.github.io/MaxMind-DB, version
// 2.0, of IPv6 with IPv4 below ::/96 or of IPv4 only, records of 24 bits.
type database struct {
	kind    string
	version uint16 // of IP
	nodes   [][2]uint32
	data    []byte
	leaves  []leaf
}

type leaf struct{ node, side, offset uint32 }

const empty = ^uint32(0)

func newDatabase(kind string, version uint16) *database {
	return &database{kind: kind, version: version, nodes: [][2]uint32{{empty, empty}}}
}

// add puts a record at a prefix, which no other may cover.
func (d *database) add(prefix string, record []byte) {
	p := netip.MustParsePrefix(prefix)
	bits, n := p.Addr().AsSlice(), p.Bits()
	if d.version == 6 && p.Addr().Is4() {
		bits, n = append(make([]byte, 12), bits...), n+96
	}
	node := uint32(0)
	for i := range n {
		side := uint32(bits[i/8]>>(7-i%8)) & 1
		if i == n-1 {
			d.leaves = append(d.leaves, leaf{node, side, uint32(len(d.data))})
			break
		}
		if d.nodes[node][side] == empty {
			d.nodes[node][side] = uint32(len(d.nodes))
			d.nodes = append(d.nodes, [2]uint32{empty, empty})
		}
		node = d.nodes[node][side]
	}
	d.data = append(d.data, record...)
}

// bytes returns the file: tree, sixteen zeros, data, metadata.
func (d *database) bytes() []byte {
	count := uint32(len(d.nodes))
	for _, l := range d.leaves {
		d.nodes[l.node][l.side] = count + 16 + l.offset
	}
	var out []byte
	for _, n := range d.nodes {
		for _, x := range n {
			if x == empty {
				x = count
			}
			out = append(out, byte(x>>16), byte(x>>8), byte(x))
		}
	}
	out = append(append(out, make([]byte, 16)...), d.data...)
	out = append(out, "\xab\xcd\xefMaxMind.com"...)
	return append(out, mapOf(map[string][]byte{
		"node_count": number(6, uint64(count)), "record_size": number(5, 24), "ip_version": number(5, uint64(d.version)), "database_type": text(d.kind),
		"languages": {0x00, 0x04}, "binary_format_major_version": number(5, 2), "binary_format_minor_version": number(5, 0),
		"build_epoch": number(9, 1750000000), "description": mapOf(nil),
	})...)
}

// control is the head of a field: its type and size.
func control(kind, size int) []byte {
	var b []byte
	head := byte(kind << 5)
	if kind > 7 {
		head = 0
	}
	extra := size - 29
	if extra < 0 {
		b = []byte{head | byte(size)}
	} else {
		b = []byte{head | 29}
	}
	if kind > 7 {
		b = append(b, byte(kind-7))
	}
	if extra >= 0 {
		b = append(b, byte(extra))
	}
	return b
}

func text(s string) []byte { return append(control(2, len(s)), s...) }

// number is an unsigned one: type 5 of 16 bits, 6 of 32, 9 of 64.
func number(kind int, x uint64) []byte {
	b := bytes.TrimLeft(binary.BigEndian.AppendUint64(nil, x), "\x00")
	return append(control(kind, len(b)), b...)
}

func mapOf(m map[string][]byte) []byte {
	b := control(7, len(m))
	for _, key := range slices.Sorted(maps.Keys(m)) {
		b = append(append(b, text(key)...), m[key]...)
	}
	return b
}

func system(n uint64, name string) []byte {
	return mapOf(map[string][]byte{"autonomous_system_number": number(6, n), "autonomous_system_organization": text(name)})
}

// systems is a database as GeoLite2-ASN is.
func systems() *database {
	d := newDatabase("GeoLite2-ASN", 6)
	d.add("198.51.100.0/24", system(64500, "EXAMPLE-POOL Pool & Sons"))
	d.add("203.0.113.0/25", mapOf(map[string][]byte{"autonomous_system_number": number(6, 4294967295)}))
	d.add("203.0.113.128/25", system(0, "Not routed"))
	d.add("2001:db8::/32", system(64501, "=cmd()"))
	return d
}

func asnOf(t *testing.T, d *database, remote string) *detect.Names {
	t.Helper()
	a, err := LoadASN(bytes.NewReader(d.bytes()), "asn.mmdb")
	if err != nil {
		t.Fatal(err)
	}
	f := []detect.Finding{{Remote: netip.MustParseAddr(remote)}}
	if err := a.Name(f); err != nil {
		t.Fatal(err)
	}
	if f[0].Names == nil {
		return new(detect.Names)
	}
	return f[0].Names
}

// The remote's autonomous system, where there is one.
func TestASN(t *testing.T) {
	v4 := newDatabase("iptoasn", 4) // its own type, the same fields
	v4.add("198.51.100.0/24", system(64502, "FOUR"))
	for _, c := range []struct {
		db     *database
		remote string
		asn    uint32
		name   string
	}{
		{systems(), "198.51.100.7", 64500, "EXAMPLE-POOL Pool & Sons"},
		{systems(), "::ffff:198.51.100.7", 64500, "EXAMPLE-POOL Pool & Sons"},
		{systems(), "203.0.113.1", 4294967295, ""},
		{systems(), "203.0.113.200", 0, ""}, // AS 0 is none
		{systems(), "2001:db8::1", 64501, "=cmd()"},
		{systems(), "10.0.0.1", 0, ""},
		{systems(), "fe80::1%eth0", 0, ""},
		{v4, "198.51.100.255", 64502, "FOUR"},
		{v4, "2001:db8::1", 0, ""}, // of IPv4 only
	} {
		if n := asnOf(t, c.db, c.remote); n.ASN != c.asn || n.ASName != c.name {
			t.Errorf("%s in %s: AS %d %q, want AS %d %q", c.remote, c.db.kind, n.ASN, n.ASName, c.asn, c.name)
		}
	}
}

// A file that is no database of autonomous systems is an error that says so and
// names it.
func TestBadASN(t *testing.T) {
	city := newDatabase("GeoLite2-City", 6)
	city.add("198.51.100.0/24", mapOf(map[string][]byte{"city": mapOf(map[string][]byte{"geoname_id": number(6, 1)})}))
	words := newDatabase("words", 6)
	words.add("198.51.100.0/24", text("AS64500"))
	typed := newDatabase("typed", 6)
	typed.add("198.51.100.0/24", mapOf(map[string][]byte{"autonomous_system_number": text("AS64500")}))
	pointer := newDatabase("pointer", 6)
	pointer.add("198.51.100.0/24", []byte{0x3f, 0xff, 0xff, 0xff, 0xff}) // to beyond the end
	whole := systems().bytes()
	for name, c := range map[string]struct {
		text []byte
		want string
	}{
		"empty":     {nil, "asn.mmdb: no MaxMind database: "},
		"text":      {[]byte("198.51.100.0/24,64500\n"), "asn.mmdb: no MaxMind database: "},
		"cut":       {whole[len(whole)-60:], "asn.mmdb: no MaxMind database: "},
		"no end":    {whole[:len(whole)-40], "asn.mmdb: no MaxMind database: "},
		"a city":    {city.bytes(), `asn.mmdb: no database of autonomous systems: its type is "GeoLite2-City", and its records have no autonomous_system_number`},
		"words":     {words.bytes(), `asn.mmdb: no database of autonomous systems: its type is "words"`},
		"typed":     {typed.bytes(), `asn.mmdb: no database of autonomous systems: its type is "typed"`},
		"no record": {newDatabase("GeoLite2-ASN", 6).bytes(), `asn.mmdb: no database of autonomous systems: its type is "GeoLite2-ASN"`},
		"corrupt":   {pointer.bytes(), "asn.mmdb: corrupt: "},
	} {
		a, err := LoadASN(bytes.NewReader(c.text), "asn.mmdb")
		var at *FileError
		if !errors.As(err, &at) || !strings.HasPrefix(err.Error(), c.want) || a != nil {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	broken := errors.New("disk on fire")
	if _, err := LoadASN(io.MultiReader(bytes.NewReader(whole), failing{broken}), "asn.mmdb"); !errors.Is(err, broken) {
		t.Errorf("a reader that fails: %v", err)
	}
	// Corrupt where no probe has looked: found when it is asked for.
	late := systems()
	late.add("223.0.0.0/24", []byte{0x3f, 0xff, 0xff, 0xff, 0xff})
	a, err := LoadASN(bytes.NewReader(late.bytes()), "asn.mmdb")
	if err != nil {
		t.Fatal(err)
	}
	all := []detect.Finding{{Remote: netip.MustParseAddr("223.0.0.1")}}
	if err := a.Name(all); err == nil || !strings.HasPrefix(err.Error(), "asn.mmdb: corrupt, at 223.0.0.1: ") {
		t.Errorf("corrupt at an address: %v", err)
	}
}

// FuzzLoadASN: no file makes davy fall over, or names beyond the bounds.
func FuzzLoadASN(f *testing.F) {
	f.Add(systems().bytes())
	f.Add(newDatabase("x", 4).bytes())
	f.Fuzz(func(t *testing.T, text []byte) {
		a, err := LoadASN(bytes.NewReader(text), "asn.mmdb")
		if err != nil {
			return
		}
		for _, s := range []string{"198.51.100.7", "203.0.113.1", "2001:db8::1", "0.0.0.0", "255.255.255.255"} {
			all := []detect.Finding{{Remote: netip.MustParseAddr(s)}}
			if a.Name(all) == nil && all[0].Names != nil && (all[0].Names.ASN == 0 || len(all[0].Names.ASName) > mostText) {
				t.Errorf("%+v", all[0].Names)
			}
		}
	})
}
