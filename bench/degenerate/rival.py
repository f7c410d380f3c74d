"""Clouds of points that make convex hulls fail, and what SciPy makes of them.

    rival.py DIR

writes DIR/NN.f64 (little-endian float64, point after point, four coordinates each) and DIR/names.txt, and prints a
JSON object for each: case, n, outcome (right, refused, wrong) and detail. A hull is wrong if a point that it was
built of is outside one of its facets by more than a millionth of a byte or packet.
"""
import json
import os
import sys

import numpy as np
from scipy.spatial import ConvexHull

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'article'))
from cloud import mining  # noqa: E402

LEAST = 1e-6


def cases():
    r = np.random.default_rng(5)
    m = mining(1000, seed=1)
    flat = np.column_stack([m[:, 1] * 52, m[:, 1], m[:, 2], m[:, 3]])
    jitter, step = flat.copy(), flat.copy()
    jitter[:, 0] += r.integers(-1, 2, len(m))
    step[7, 0] += 1
    return [
        ('no point', np.zeros((0, 4))),
        ('one point', m[:1]),
        ('four points', m[:4]),
        ('five points', m[:5]),
        ('five points, two of them equal', np.vstack([m[:4], m[:1]])),
        ('a hundred equal points', np.repeat(m[:1], 100, 0)),
        ('a hundred points at zero', np.zeros((100, 4))),
        ('on a line', np.outer(np.arange(1, 200), [52, 1, 60, 1]).astype(float)),
        ('on a plane', np.column_stack([m[:, 1] * 52, m[:, 1], m[:, 3] * 60, m[:, 3]])),
        ('packets of one size', flat),
        ('one count constant', np.column_stack([m[:, 0], m[:, 1], m[:, 2], np.full(len(m), 20.)])),
        ('one way only', np.column_stack([m[:, 0], m[:, 1], np.zeros(len(m)), np.zeros(len(m))])),
        ('packets of one size, a byte more or less', jitter),
        ('packets of one size, one byte more once', step),
        ('twenty points, fifty times', np.repeat(m[:20], 50, 0)),
        ('a lattice of 6 by 6 by 6 by 6', np.stack(np.meshgrid(*[np.arange(6.)] * 4), -1).reshape(-1, 4)),
        ('terabytes in a few packets', np.column_stack([m[:, 0] * 1e9, m[:, 1] % 9 + 1, m[:, 2] * 1e9, m[:, 3] % 7 + 1])),
        ('bytes beyond 2^53', np.column_stack([m[:, 0] * 2.**45, m[:, 1], m[:, 2] * 2.**45, m[:, 3]])),
        ('not a number', np.vstack([m[:50], [np.nan, 1, 1, 1]])),
        ('an infinity', np.vstack([m[:50], [np.inf, 1, 1, 1]])),
        ('silent windows too', np.vstack([m, np.zeros((30, 4))])),
        ('two points, twenty times', np.vstack([m[:2]] * 20)),
        ('whole numbers', m.astype(np.int64)),
    ]


def judged(points):
    try:
        hull = ConvexHull(points)
    except Exception as e:  # QhullError, ValueError: whatever it says
        return 'refused', str(e).strip().split('\n')[0][:60]
    beyond = points @ hull.equations[:, :4].T + hull.equations[:, 4]
    outside = (beyond.max(axis=1) > LEAST).sum()
    if outside:
        return 'wrong', '%d of its points are outside, by up to %.2g' % (outside, beyond.max())
    return 'right', ''


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    os.makedirs(sys.argv[1], exist_ok=True)
    with open(os.path.join(sys.argv[1], 'names.txt'), 'w') as names:
        for i, (name, points) in enumerate(cases()):
            points.astype('<f8').tofile(os.path.join(sys.argv[1], '%02d.f64' % i))
            print(name, file=names)
            outcome, detail = judged(points)
            print(json.dumps({'case': name, 'n': len(points), 'outcome': outcome, 'detail': detail}))


main()
