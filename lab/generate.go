package lab

import (
	"cmp"
	"context"
	"slices"
)

const (
	slice = 3600 // seconds simulated at a time, and covered by an object
	block = 256  // interfaces that share objects
)

// Generate simulates a Config and hands over its objects: those of the first
// 256 interfaces in order of time, then those of the next. An Object is valid
// until write returns. The labels name every pair of addresses that occurs in
// the records, in order of interface, then of first appearance. The first
// error of write, a *ConfigError or the Context's error is returned.
func Generate(ctx context.Context, cfg Config, write func(Object) error) ([]Label, error) {
	cfg, err := cfg.checked()
	if err != nil {
		return nil, err
	}
	var labels []Label
	p := newPrinter(cfg, write)
	for i := 0; i < len(cfg.Hosts); i += block {
		more, err := generate(ctx, cfg, i, min(i+block, len(cfg.Hosts)), p)
		if err != nil {
			return nil, err
		}
		labels = append(labels, more...)
	}
	return labels, nil
}

// generate simulates interfaces from up to to side by side.
func generate(ctx context.Context, cfg Config, from, to int, p *printer) ([]Label, error) {
	hosts := make([]*host, 0, to-from)
	defer func() {
		for _, h := range hosts {
			h.close()
		}
	}()
	for i := from; i < to; i++ {
		hosts = append(hosts, newHost(cfg, i))
	}
	end := int64(cfg.Duration.Seconds())
	var records []record
	for t := int64(0); t < end; {
		t = min(t+slice, end)
		records = records[:0]
		for _, h := range hosts {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			records = h.run(records, t, t == end)
		}
		slices.SortStableFunc(records, func(a, b record) int { return cmp.Compare(a.closed(), b.closed()) })
		if err := p.print(records, t); err != nil {
			return nil, err
		}
	}
	var labels []Label
	for _, h := range hosts {
		labels = append(labels, h.labels...)
	}
	return labels, nil
}

// closed is the second at which the record's interval ends.
func (r *record) closed() int64 {
	_, to := r.host.meter.bounds(r.interval)
	return to
}
