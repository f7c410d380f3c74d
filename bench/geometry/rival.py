#!/usr/bin/env python3
"""What davy's geometry is compared with: SciPy and, in it, Qhull. See README.md.

rival.py make DIR                        write the clouds of points
rival.py [-rounds N] hull FILE           as geometry does it, and the same JSON
rival.py [-rounds N] member HULLFILE QUERYFILE
rival.py [-rounds N] neighbour FILE
rival.py [-rounds N] ripley FILE

Debian: python3-numpy, python3-scipy."""
import json
import os
import sys
import time

os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')  # threads that wait would count as CPU time

import numpy as np
from scipy.spatial import ConvexHull, Delaunay, cKDTree

LEAST = 0.05  # seconds that a measurement takes; shorter operations are repeated


def mining(n, seed, miners=12):
    """Bytes and packets each way per ten minutes, as a dozen miners make them."""
    r = np.random.default_rng(seed)
    m = r.integers(0, miners, n)
    jobs, shares = 12 + 20 * r.random(miners), 4 + 80 * r.random(miners) * r.random(miners)
    j, s, keepalives = r.poisson(jobs[m]), r.poisson(shares[m]), 10
    up, down = r.poisson(j * .9 + s * .8), r.poisson(s * .3)  # bare acknowledgements
    sent = up * 52 + keepalives * 142 + s * 242 + r.binomial(4 * np.maximum(s, 1), .5)
    received = down * 52 + keepalives * 110 + j * 420 + r.binomial(8 * np.maximum(j, 1), .5) + s * 115
    return np.column_stack((sent, up + keepalives + s, received, down + keepalives + j + s)).astype(float)


def background(n, seed):
    """Ordinary traffic: wider, and mostly elsewhere."""
    r = np.random.default_rng(seed)
    q = np.floor(4 + 60 * np.exp(1.6 * r.standard_normal(n)))
    p = np.floor(q * (1 + r.random(n)))
    return np.column_stack((q * (52 + r.integers(0, 160, n)), q, p * (300 + r.integers(0, 1100, n)), p))


def make(folder):
    clouds = {'hull-' + name: mining(n, 1) for name, n in
              (('1k', 1000), ('10k', 10_000), ('100k', 100_000), ('1M', 1_000_000))}
    clouds['model-small'] = mining(1728, 11)  # twelve miners for a day
    clouds['model-large'] = mining(200_000, 11)
    inside, ordinary = mining(200_000, 21), background(200_000, 22)
    mixed = np.vstack((inside[:2000], ordinary[:198_000]))
    np.random.default_rng(1).shuffle(mixed)
    clouds |= {'inside': inside, 'ordinary': ordinary, 'mixed': mixed}
    for n in 144, 1008:  # a day and a week of one pair
        p = mining(n, 3)
        clouds[f'pair-{n}'] = (p - p.mean(0)) / p.std(0)
    os.makedirs(folder, exist_ok=True)
    for name, p in clouds.items():
        p.astype('<f8').tofile(os.path.join(folder, name + '.f64'))


def measure(rounds, operation):
    times, start = 1, time.perf_counter()
    while time.perf_counter() - start < LEAST:
        operation()
        times += 1
    cpu, wall = [], []
    for _ in range(rounds):
        start, spent = time.perf_counter(), time.process_time()
        for _ in range(times):
            result = operation()
        cpu.append((time.process_time() - spent) / times)
        wall.append((time.perf_counter() - start) / times)
    return {'cpu': sorted(cpu)[rounds // 2], 'wall': sorted(wall)[rounds // 2]}, result


def described(hull):
    """Counts as davy has them: facets are hyperplanes, however Qhull cuts them."""
    e = hull.equations
    planes = np.unique(np.round(e / np.abs(e).max(axis=1, keepdims=True), 9), axis=0)
    return {'vertices': len(hull.vertices), 'facets': len(planes), 'simplices': len(e)}


def hull(rounds, points):
    cost, h = measure(rounds, lambda: ConvexHull(points))
    return cost | described(h)


def member(rounds, points, queries):
    h = ConvexHull(points)
    tiles = Delaunay(points[h.vertices])
    cost, inside = measure(rounds, lambda: np.count_nonzero(tiles.find_simplex(queries) >= 0))
    return cost | described(h) | {'members': int(inside)}


def neighbour(rounds, points):
    cost, (distances, _) = measure(rounds, lambda: cKDTree(points).query(points, k=2))
    return cost | {'mean': distances[:, 1].mean()}


def ripley(rounds, points):
    radii = np.linspace(.1, 3, 32)

    def count():
        tree = cKDTree(points)
        return tree.count_neighbors(tree, radii)
    cost, pairs = measure(rounds, count)
    return cost | {'pairs': int(pairs[-1] - len(points)) // 2}


def main(args):
    rounds = 5
    if args[:1] == ['-rounds']:
        rounds, args = int(args[1]), args[2:]
    if len(args) == 2 and args[0] == 'make':
        return make(args[1])
    files = {'hull': 1, 'member': 2, 'neighbour': 1, 'ripley': 1}
    if not args or files.get(args[0]) != len(args) - 1:
        sys.exit(__doc__)
    clouds = [np.fromfile(path, '<f8').reshape(-1, 4) for path in args[1:]]
    operation = {'hull': hull, 'member': member, 'neighbour': neighbour, 'ripley': ripley}[args[0]]
    name = os.path.splitext(os.path.basename(args[-1]))[0]
    print(json.dumps({'op': args[0], 'name': name, 'n': len(clouds[-1])} | operation(rounds, *clouds)))


if __name__ == '__main__':
    main(sys.argv[1:])
