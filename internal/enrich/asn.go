package enrich

import (
	"errors"
	"fmt"
	"io"
	"net/netip"

	"github.com/oschwald/maxminddb-golang/v2"

	"davy/detect"
)

// An ASN database says which autonomous system announces an address: a file in
// MaxMind's format (maxmind.github.io/MaxMind-DB) with the fields of GeoLite2-ASN,
// autonomous_system_number and autonomous_system_organization.
type ASN struct {
	db   *maxminddb.Reader
	name string
}

type asnRecord struct {
	Number       *uint32 `maxminddb:"autonomous_system_number"`
	Organization string  `maxminddb:"autonomous_system_organization"`
}

// mostDatabase is how large a database may be. GeoLite2-ASN has some 10 MB.
const mostDatabase = 1 << 30

// probes are how many records are looked into for the fields that are needed.
const probes = 1000

// LoadASN reads a database; name is that of the file. A file that is none, or that
// holds something else than autonomous systems, is a *[FileError].
func LoadASN(r io.Reader, name string) (*ASN, error) {
	text, err := io.ReadAll(io.LimitReader(r, mostDatabase+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(text) > mostDatabase {
		return nil, &FileError{File: name, Err: fmt.Errorf("larger than %d MiB", mostDatabase>>20)}
	}
	db, err := maxminddb.OpenBytes(text)
	if err != nil {
		return nil, &FileError{File: name, Err: fmt.Errorf("no MaxMind database: %w", err)}
	}
	a := &ASN{db, name}
	if err := a.probe(); err != nil {
		return nil, &FileError{File: name, Err: err}
	}
	return a, nil
}

// probe looks for a record that names an autonomous system: what a database calls
// itself is up to who makes it.
func (a *ASN) probe() error {
	n := 0
	for result := range a.db.Networks() {
		var record asnRecord
		if err := result.Decode(&record); err != nil {
			var other maxminddb.UnmarshalTypeError
			if errors.As(err, &other) {
				break
			}
			return fmt.Errorf("corrupt: %w", err)
		}
		if record.Number != nil {
			return nil
		}
		if n++; n == probes {
			break
		}
	}
	return fmt.Errorf("no database of autonomous systems: its type is %.60q, and its records have no autonomous_system_number", a.db.Metadata.DatabaseType)
}

// Name gives findings the autonomous system of their remote address, where the
// database has one. The error is a *[FileError] of a corrupt file.
func (a *ASN) Name(findings []detect.Finding) error {
	for i := range findings {
		f := &findings[i]
		record, err := a.lookup(f.Remote)
		if err != nil {
			return &FileError{File: a.name, Err: fmt.Errorf("corrupt, at %s: %w", f.Remote, err)}
		}
		if record.Number != nil && *record.Number != 0 { // 0 is no system: RFC 7607
			n := namesOf(f)
			n.ASN, n.ASName = *record.Number, short(record.Organization)
		}
	}
	return nil
}

func (a *ASN) lookup(addr netip.Addr) (record asnRecord, err error) {
	if addr.Unmap().Is6() && a.db.Metadata.IPVersion == 4 {
		return record, nil // it has no such addresses
	}
	return record, a.db.Lookup(addr.Unmap()).Decode(&record)
}
