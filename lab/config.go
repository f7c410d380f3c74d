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
}

// DefaultStart is a Monday.
var DefaultStart = time.Date(2025, 3, 3, 0, 0, 0, 0, time.UTC)

// A Host is one network interface and the kinds of program behind it, see
// [Kinds]. A kind may run several times; each has its own parameters.
type Host struct {
	Interval int // 60 or 600; 0 stands for the Config's
	Kinds    []string
}

// A ConfigError says which field of a Config cannot be used.
type ConfigError struct {
	Field   string
	Problem string
}

func (e *ConfigError) Error() string { return fmt.Sprintf("lab: %s %s", e.Field, e.Problem) }

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
	if len(c.Hosts) > maxHosts {
		return c, &ConfigError{"Hosts", fmt.Sprintf("are more than %d", maxHosts)}
	}
	for i, h := range c.Hosts {
		if h.Interval != 0 && !goodInterval(h.Interval) {
			return c, &ConfigError{fmt.Sprintf("Hosts[%d].Interval", i), "is neither 60 nor 600"}
		}
		if len(h.Kinds) > maxKinds {
			return c, &ConfigError{fmt.Sprintf("Hosts[%d].Kinds", i), fmt.Sprintf("are more than %d", maxKinds)}
		}
		for _, k := range h.Kinds {
			if kinds[k] == nil {
				return c, &ConfigError{fmt.Sprintf("Hosts[%d].Kinds", i), fmt.Sprintf("has unknown kind %q", k)}
			}
		}
	}
	return c, nil
}

func goodInterval(seconds int) bool { return seconds == 60 || seconds == 600 }
