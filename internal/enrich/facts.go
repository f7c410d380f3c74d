package enrich

import (
	"maps"
	"net/netip"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// An Interface is what AWS said of a network interface, and when.
type Interface struct {
	ID      string    `json:"id"`
	Region  string    `json:"region"`            // asked there
	Account string    `json:"account,omitempty"` // of the owner
	Fetched time.Time `json:"fetched"`           // when AWS said what stands here
	Asked   time.Time `json:"asked,omitzero"`    // when AWS was last asked and said all; zero: to be asked again
	Gone    string    `json:"gone,omitempty"`    // first day on which AWS did not know it any more

	Type        string            `json:"type,omitempty"`
	Description string            `json:"description,omitempty"`
	Managed     bool              `json:"managed,omitempty"`   // by a service of AWS
	Addresses   []netip.Addr      `json:"addresses,omitempty"` // private, the primary ones first
	Prefixes    []netip.Prefix    `json:"prefixes,omitempty"`  // delegated to it: addresses of pods
	Tags        map[string]string `json:"tags,omitempty"`
	Instance    *Resource         `json:"instance,omitempty"` // that it is attached to
	NAT         *Resource         `json:"nat_gateway,omitempty"`
}

// A Resource is an instance or a NAT gateway.
type Resource struct {
	ID    string            `json:"id"`
	State string            `json:"state,omitempty"` // "running", "available", …
	Tags  map[string]string `json:"tags,omitempty"`
}

// Bounds on what is kept of an interface. Those of AWS are lower: 255 characters
// of a description, 50 tags with 128 characters of a key and 256 of a value, some
// 50 addresses and prefixes on most instances (docs.aws.amazon.com/vpc/latest/userguide).
const (
	mostText      = 1024 // bytes of any string
	mostTags      = 100
	mostAddresses = 2000 // and prefixes
)

// settle makes of AWS' word what is kept: within the bounds, and with what its
// description says it belongs to.
func (i *Interface) settle(region string, now time.Time) {
	i.Region, i.Fetched, i.Asked = short(region), now, now
	if i.Type == "natGateway" { // the SDK's word; the answers have either
		i.Type = "nat_gateway"
	}
	i.Account, i.Type, i.Description, i.Tags = short(i.Account), short(i.Type), short(i.Description), bounded(i.Tags)
	var addresses []netip.Addr
	for _, a := range i.Addresses {
		if a.IsValid() && a.Zone() == "" && !slices.Contains(addresses, a) && len(addresses) < mostAddresses {
			addresses = append(addresses, a)
		}
	}
	var prefixes []netip.Prefix
	for _, p := range i.Prefixes {
		if p.IsValid() && p == p.Masked() && !slices.Contains(prefixes, p) && len(prefixes) < mostAddresses {
			prefixes = append(prefixes, p)
		}
	}
	i.Addresses, i.Prefixes = addresses, prefixes
	switch m := nodeText.FindStringSubmatch(i.Description); {
	case i.Instance != nil && instanceID.MatchString(i.Instance.ID):
	case m != nil:
		i.Instance = &Resource{ID: m[1]}
	default:
		i.Instance = nil
	}
	if m := natText.FindStringSubmatch(i.Description); m != nil {
		i.NAT = &Resource{ID: m[1]}
	}
}

// bounded keeps so many tags, by key, each within the bounds.
func bounded(tags map[string]string) map[string]string {
	var out map[string]string
	for _, key := range slices.Sorted(maps.Keys(tags)) {
		if out == nil {
			out = make(map[string]string)
		}
		if out[short(key)] = short(tags[key]); len(out) == mostTags {
			break
		}
	}
	return out
}

// short cuts a text to the bound, at a character, and mends what is no UTF-8.
func short(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if len(s) <= mostText {
		return s
	}
	end := mostText
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// has tells whether the interface has the address, of its own or in a prefix.
func (i *Interface) has(a netip.Addr) bool {
	return slices.Contains(i.Addresses, a) || slices.ContainsFunc(i.Prefixes, func(p netip.Prefix) bool { return p.Contains(a) })
}

// primary tells whether the address is the interface's main one.
func (i *Interface) primary(a netip.Addr) bool {
	return len(i.Addresses) > 0 && i.Addresses[0] == a
}
