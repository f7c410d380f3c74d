package lab

import (
	"fmt"
	"time"
)

// A Config is everything that decides what is generated.
type Config struct {
	Seed     uint64
	Start    time.Time     // whole seconds; the zero Time stands for DefaultStart
	Duration time.Duration // whole seconds
	Interval int           // seconds records aggregate over: 60, or 600 (also when 0)
	Hosts    []Host        // one network interface each
	Format   Format
	Delivery Delivery
	Faults   Faults
}

// DefaultStart is a Monday.
var DefaultStart = time.Date(2025, 3, 3, 0, 0, 0, 0, time.UTC)

// A Host is one network interface and the kinds of program behind it, see
// [Kinds]. A kind may run several times; each has its own parameters.
type Host struct {
	Interval int // 60 or 600; 0 stands for the Config's
	Kinds    []string
	Evasion  Evasion // of its miners
	Shared   float64 // share of its ordinary programs at the address of whose first server other traffic runs too
	Peers    string  // hosts with the same word here share their private peers; "" shares with nobody
	Early    int     // most seconds before the end of an interval at which a direction of a flow is read out, below 60; what comes after counts in the next
	Pods     int     // secondary private IPv4 addresses, at most 50; programs spread over them and the primary
	IPv6     bool    // dual-stack: about half of the programs reach their public peers over IPv6
	Gateway  int     // number of the NAT gateway on the way to public IPv4 peers; 0 for none. Needs FormatV5
}

// maxPods is the most IPv4 addresses any instance type has on an interface
// (Amazon EC2 User Guide, "Maximum IP addresses per network interface").
const maxPods = 50

// A ConfigError says which field of a Config cannot be used.
type ConfigError struct {
	Field   string
	Problem string
}

func (e *ConfigError) Error() string { return fmt.Sprintf("lab: %s %s", e.Field, e.Problem) }

// slice is how many seconds an object covers unless told otherwise.
const slice = 3600

// checked returns the Config with its defaults in place.
func (c Config) checked() (Config, error) {
	if c.Start.IsZero() {
		c.Start = DefaultStart
	}
	c.Start = c.Start.UTC()
	if c.Start.Nanosecond() != 0 || c.Start.Unix() < 0 {
		return c, &ConfigError{"Start", "is not a whole second after 1970"}
	}
	if c.Duration <= 0 || c.Duration%time.Second != 0 {
		return c, &ConfigError{"Duration", "is not a positive number of whole seconds"}
	}
	if c.Interval == 0 {
		c.Interval = 600
	}
	if !goodInterval(c.Interval) {
		return c, &ConfigError{"Interval", "is neither 60 nor 600"}
	}
	if c.Format == "" {
		c.Format = FormatDefault
	}
	if c.Format != FormatDefault && c.Format != FormatV5 {
		return c, &ConfigError{"Format", fmt.Sprintf("%q is neither %q nor %q", c.Format, FormatDefault, FormatV5)}
	}
	if c.Delivery.Every == 0 {
		c.Delivery.Every = slice
	}
	if c.Delivery.Every < 0 {
		return c, &ConfigError{"Delivery.Every", "is negative"}
	}
	if err := c.Faults.check(); err != nil {
		return c, err
	}
	if len(c.Hosts) > maxHosts {
		return c, &ConfigError{"Hosts", fmt.Sprintf("are more than %d", maxHosts)}
	}
	for i, h := range c.Hosts {
		if field, problem := h.problem(c.Format); problem != "" {
			return c, &ConfigError{fmt.Sprintf("Hosts[%d].%s", i, field), problem}
		}
	}
	return c, nil
}

// problem says which field of a Host cannot be used, and why; "" if all can.
func (h *Host) problem(format Format) (field, problem string) {
	switch {
	case h.Interval != 0 && !goodInterval(h.Interval):
		return "Interval", "is neither 60 nor 600"
	case len(h.Kinds) > maxKinds:
		return "Kinds", fmt.Sprintf("are more than %d", maxKinds)
	case h.Early < 0 || h.Early >= 60:
		return "Early", "is not within 0 and 59 seconds"
	case h.Pods < 0 || h.Pods > maxPods:
		return "Pods", fmt.Sprintf("is not within 0 and %d", maxPods)
	case !(h.Shared >= 0 && h.Shared <= 1):
		return "Shared", "is not within 0 and 1"
	case h.Gateway < 0 || h.Gateway > maxGateways:
		return "Gateway", fmt.Sprintf("is not within 0 and %d", maxGateways)
	case h.Gateway > 0 && format != FormatV5:
		return "Gateway", fmt.Sprintf("needs format %q: without pkt-srcaddr a gateway's records of all peers of a host are one pair", FormatV5)
	}
	if knob, problem := h.Evasion.problem(); problem != "" {
		return "Evasion." + knob, problem
	}
	for _, k := range h.Kinds {
		if kinds[k] == nil {
			return "Kinds", fmt.Sprintf("has unknown kind %q", k)
		}
	}
	return "", ""
}

func goodInterval(seconds int) bool { return seconds == 60 || seconds == 600 }
