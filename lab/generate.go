package lab

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Generate simulates a Config and hands over its objects in order of delivery;
// of those delivered together, the ones of the first 256 interfaces come
// first. Late ones come after the end. An Object is valid until write returns.
//
// The labels name every pair of addresses that occurs in the records, as a
// reader finds it, in order of interface, gateways last, then of first
// appearance. The first error of write, a *ConfigError or the Context's error
// is returned.
//
// Interfaces are simulated by as many goroutines as there are processors,
// which end before Generate does; write is called by the caller's own.
func Generate(ctx context.Context, cfg Config, write func(Object) error) ([]Label, error) {
	return generate(ctx, cfg, false, func(o *Object) error { return write(*o) })
}

func generate(ctx context.Context, cfg Config, zip bool, write func(*Object) error) ([]Label, error) {
	cfg, err := cfg.checked()
	if err != nil {
		return nil, err
	}
	w := newWorld(cfg, zip)
	defer w.close()
	end, every := int64(cfg.Duration.Seconds()), int64(cfg.Delivery.Every)
	for second := int64(0); second < end || w.pending(); {
		if second < end {
			second = min(second+every, end)
			w.run(ctx, second, second == end)
		} else {
			second += every
			w.rest()
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := w.deliver(second, write); err != nil {
			return nil, err
		}
	}
	return w.labels(), nil
}

// A world is all interfaces.
type world struct {
	hosts    []*host // the gateways come last
	clients  []*host // those on which something runs
	gateways []*host
	carriers []*carrier
}

func newWorld(cfg Config, zip bool) *world {
	w := new(world)
	numbered := make(map[int]*host)
	for i := range cfg.Hosts {
		h := newHost(cfg, i)
		w.clients = append(w.clients, h)
		n := cfg.Hosts[i].Gateway
		if n == 0 {
			continue
		}
		if numbered[n] == nil {
			numbered[n] = newGateway(cfg, n)
			w.gateways = append(w.gateways, numbered[n])
		}
		numbered[n].serve(h)
	}
	w.hosts = append(append(w.hosts, w.clients...), w.gateways...)
	for i := 0; i < len(w.hosts); i += block {
		hosts := w.hosts[i:min(i+block, len(w.hosts))]
		w.carriers = append(w.carriers, &carrier{printer: newPrinter(cfg, len(w.carriers), zip), hosts: hosts, faults: cfg.Faults})
	}
	return w
}

// run simulates all interfaces up to second.
func (w *world) run(ctx context.Context, second int64, last bool) {
	parallel(len(w.clients), func(i int) {
		if ctx.Err() == nil {
			h := w.clients[i]
			h.records = h.run(h.records[:0], second, last)
		}
	})
	parallel(len(w.gateways), func(i int) {
		if ctx.Err() == nil {
			w.gateways[i].relay(second, last)
		}
	})
}

// rest is a time without traffic.
func (w *world) rest() {
	for _, h := range w.hosts {
		h.records = h.records[:0]
	}
}

// deliver hands over all objects of one time.
func (w *world) deliver(second int64, write func(*Object) error) error {
	parallel(len(w.carriers), func(i int) { w.carriers[i].deliver(second) })
	for _, c := range w.carriers {
		for i := range c.made {
			if err := write(&c.made[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// pending tells whether anything is still to be delivered.
func (w *world) pending() bool {
	for _, c := range w.carriers {
		if c.pending() {
			return true
		}
	}
	return false
}

func (w *world) labels() []Label {
	var labels []Label
	for _, h := range w.hosts {
		labels = append(labels, h.labels...)
	}
	return labels
}

func (w *world) close() {
	for _, h := range w.clients {
		h.close()
	}
}

// parallel calls do for 0 to n-1, several at a time, and returns when all are done.
func parallel(n int, do func(int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	workers.Wait()
}
