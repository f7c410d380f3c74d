package talk

import (
	"makes/u/internal/rng"
	"makes/u/internal/wire"
)

// Internet draws the path to a service on the internet.
func Internet(r *rng.R) wire.Path {
	return wire.Path{
		RTT:   r.Log(0.0015, 0.24),
		Shake: r.Log(0.01, 0.12),
		Loss:  r.Log(0.00005, 0.004),
		MTU:   rng.Pick(r, 1500, 1500, 1500, 1500, 1460, 1440),
		Rate:  r.Log(1e6, 6e7),
		Merge: rng.Pick(r, 1, 1, 2, 2, 3, 6),
	}
}

// Home draws the path to a consumer.
func Home(r *rng.R) wire.Path {
	return wire.Path{
		RTT:   r.Log(0.012, 0.35),
		Shake: r.Log(0.05, 0.7),
		Loss:  r.Log(0.0005, 0.02),
		MTU:   rng.Pick(r, 1500, 1492, 1480, 1452, 1400, 1420),
		Rate:  r.Log(2e5, 1e7),
		Merge: rng.Pick(r, 1, 1, 2, 3),
	}
}

// Private draws the path within a private network.
func Private(r *rng.R) wire.Path {
	return wire.Path{
		RTT:   r.Log(0.00015, 0.0025),
		Shake: r.Log(0.02, 0.3),
		Loss:  r.Log(0.000001, 0.0001),
		MTU:   rng.Pick(r, 9001, 9001, 9001, 1500, 8500),
		Rate:  r.Log(2e7, 4e8),
		Merge: rng.Pick(r, 1, 2, 4, 7),
	}
}
