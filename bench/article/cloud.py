"""Windows of twelve simulated miners: what the hulls of these programs are built of."""
import numpy as np


def mining(n, seed, miners=12):
    """n windows (local bytes, local packets, remote bytes, remote packets), drawn like those of bench/workload."""
    r = np.random.default_rng(seed)
    miner = r.integers(0, miners, n)
    job_rate, share_rate = 12 + 20 * r.random(miners), 4 + 80 * r.random(miners) * r.random(miners)
    jobs, shares, keepalives = r.poisson(job_rate[miner]), r.poisson(share_rate[miner]), 10
    acks, answered = r.poisson(jobs * .9 + shares * .8), r.poisson(shares * .3)
    out = acks * 52 + keepalives * 142 + shares * 242 + r.binomial(4 * np.maximum(shares, 1), .5)
    back = answered * 52 + keepalives * 110 + jobs * 420 + r.binomial(8 * np.maximum(jobs, 1), .5) + shares * 115
    return np.column_stack((out, acks + keepalives + shares, back, answered + keepalives + jobs + shares)).astype(float)


def training():
    """A day of twelve miners, as the article had: 1,728 windows, a hull of about 540 facets."""
    return mining(12 * 144, seed=11)
