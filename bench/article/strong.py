"""What somebody who knows Python well would do: pandas for the windows, half-spaces for the hull.

    strong.py DIR

Windows of accepted records of all protocols by interface, unoriented pair and 600 seconds by the clock. DIR
holds gz/ of bench/workload. The last line is what was read, as JSON.
"""
import glob
import json
import sys

import numpy as np
import pandas as pd
from scipy.spatial import ConvexHull

from cloud import training

WINDOW = 600
LEAST = .98
COLUMNS = 'version account eni src dst sport dport protocol packets bytes start end action status'.split()
WORDS = ['eni', 'src', 'dst', 'action', 'status']
KEY = ['eni', 'a', 'b', 'window']


def load(paths):
    """Accepted records in one frame, and the number of lines."""
    frames, rows = [], 0
    for path in paths:
        f = pd.read_csv(path, sep=' ', header=0, names=COLUMNS, usecols=WORDS + ['packets', 'bytes', 'start'], na_values='-', engine='c',
                        dtype={w: 'category' for w in WORDS})
        rows += len(f)
        f = f[(f.action == 'ACCEPT') & (f.status == 'OK')][['eni', 'src', 'dst', 'packets', 'bytes', 'start']]
        for w in ('eni', 'src', 'dst'):
            f[w] = f[w].astype(str)  # the categories of two files differ
        frames.append(f)
    return pd.concat(frames), rows


def correlate(f):
    """Sums of either direction by KEY."""
    turned = f.src > f.dst
    f['a'], f['b'], f['window'] = f.src.where(~turned, f.dst), f.dst.where(~turned, f.src), f.start // WINDOW
    for name, of, where in (('a_bytes', 'bytes', ~turned), ('a_packets', 'packets', ~turned), ('b_bytes', 'bytes', turned), ('b_packets', 'packets', turned)):
        f[name] = f[of].where(where, 0)
    for w in ('eni', 'a', 'b'):
        f[w] = f[w].astype('category')
    return f.groupby(KEY, observed=True, sort=False)[['a_bytes', 'a_packets', 'b_bytes', 'b_packets']].sum().reset_index()


def score(g):
    """Pairs, and those that have enough windows inside the hull, the local side being in a network of ours."""
    local = g.a.astype(str).str.startswith(('10.', '2600:')).to_numpy()
    points = np.where(local[:, None], g[['a_bytes', 'a_packets', 'b_bytes', 'b_packets']].to_numpy(float), g[['b_bytes', 'b_packets', 'a_bytes', 'a_packets']].to_numpy(float))
    equations = ConvexHull(training()).equations
    inside = np.empty(len(points), bool)
    for i in range(0, len(points), 1 << 16):
        inside[i:i + (1 << 16)] = np.all(points[i:i + (1 << 16)] @ equations[:, :4].T + equations[:, 4] <= 1e-4, axis=1)
    g['inside'] = inside
    shares = g.groupby(['eni', 'a', 'b'], observed=True)['inside'].mean()
    return len(shares), int((shares >= LEAST).sum())


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    frame, rows = load(sorted(glob.glob(sys.argv[1] + '/gz/*.gz')))
    windows = correlate(frame)
    pairs, hits = score(windows)
    print('pairs %d, called mining %d' % (pairs, hits))
    print(json.dumps({'rows': rows, 'accepted_pairs': pairs, 'accepted_points': len(windows),
                      'accepted_packets': int((windows.a_packets + windows.b_packets).sum()), 'accepted_bytes': int((windows.a_bytes + windows.b_bytes).sum())}))


main()
