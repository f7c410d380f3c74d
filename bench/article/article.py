"""The article's pipeline: gzip files to SQLite, to lists of events, to windows, to membership in a hull.

    article.py published|hoisted DIR

Our own code with the article's structures and algorithm, as far as it runs: its published program stops at
misspelt and undefined names, and scores only the last pair of each interface; both are mended here. published
builds the Delaunay triangulation for every pair, as the article does; hoisted builds it once. DIR holds gz/ and
miners.txt of bench/workload. The last line is what was read, as JSON.

What it keeps differs from the other engines by design. Accepted TCP only, and only between ends (address and
port) that are both senders and receivers somewhere in the interface's log; a pair's row for every time stamp
that the interface has, whether the pair spoke or not; a pair whose addresses come up equally often is two. So its
windows are its own, and rows is what it can be held to.
"""
import glob
import gzip
import json
import os
import sqlite3
import sys
import tempfile

import numpy as np
from scipy.spatial import ConvexHull, Delaunay

from cloud import training

WINDOW = 600
LEAST = .98  # share of a pair's windows inside the hull


def load(paths, database):
    """Events as CloudWatch has them, through SQLite, by interface; and the number of lines."""
    con = sqlite3.connect(database)
    con.execute('create table events (eni text, event text)')
    cur, rows = con.cursor(), 0
    for path in paths:
        with gzip.open(path, 'rt') as f:
            for line in f.read().split('\n')[1:]:
                if not line:
                    continue
                fields = line.split(' ', 12)
                stamp = int(fields[10]) // WINDOW * WINDOW * 1000
                cur.execute('insert into events (eni, event) values (?, ?)', (fields[2], json.dumps({'timestamp': stamp, 'message': line})))
                rows += 1
    con.commit()
    by_eni = {}
    cur.execute('select eni, event from events')
    for eni, event in cur.fetchall():
        by_eni.setdefault(eni, []).append(json.loads(event))
    con.close()
    return by_eni, rows


def two_way(events):
    """Accepted events between ends that both send and receive; and the same by pair, the busier address first."""
    accepted = [e for e in events if 'ACCEPT' in e['message']]
    sources, targets = set(), set()
    for e in accepted:
        m = e['message'].split(' ')
        sources.add('%s:%s' % (m[3], m[5]))
        targets.add('%s:%s' % (m[4], m[6]))
    both, kept, seen = sources & targets, [], {}
    for e in accepted:
        m = e['message'].split(' ')
        if '%s:%s' % (m[3], m[5]) in both and '%s:%s' % (m[4], m[6]) in both:
            kept.append(e)
            seen[m[3]] = seen.get(m[3], 0) + 1
            seen[m[4]] = seen.get(m[4], 0) + 1
    pairs = {}
    for e in kept:
        m = e['message'].split(' ')
        key = (m[3], m[4]) if seen[m[3]] > seen[m[4]] else (m[4], m[3])
        pairs.setdefault(key, []).append(e)
    return kept, pairs


def correlate(by_eni):
    """Windows by interface and pair: for each time stamp of the interface, a walk through all events of the pair."""
    table = {}
    for eni, events in by_eni.items():
        kept, pairs = two_way(events)
        stamps = set(e['timestamp'] for e in kept)
        rows = table.setdefault(eni, {})
        for pair, own in pairs.items():
            windows = []
            for stamp in stamps:
                out_bytes = out_packets = in_bytes = in_packets = 0
                for message in [e['message'] for e in own if e['timestamp'] == stamp]:
                    m = message.split(' ')
                    if int(m[7]) != 6:
                        continue
                    if m[3] == pair[0]:
                        out_bytes += int(m[9])
                        out_packets += int(m[8])
                    else:
                        in_bytes += int(m[9])
                        in_packets += int(m[8])
                windows.append((out_bytes, out_packets, in_bytes, in_packets))
            rows[pair] = windows
    return table


def score(table, vertices, hoisted):
    """Pairs scored, their windows, and the pairs that have enough of them inside the hull."""
    pairs = points = hits = 0
    once = Delaunay(vertices) if hoisted else None
    for rows in table.values():
        for windows in rows.values():
            x = np.array(windows, float)
            x = x[~np.all(x == 0, axis=1)]
            if len(x) == 0:
                continue
            pairs += 1
            points += len(x)
            inside = (once if hoisted else Delaunay(vertices)).find_simplex(x) >= 0
            hits += inside.mean() >= LEAST
    return pairs, points, int(hits)


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ('published', 'hoisted'):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        by_eni, rows = load(sorted(glob.glob(sys.argv[2] + '/gz/*.gz')), os.path.join(folder, 'events.sqlite3'))
    table = correlate(by_eni)
    del by_eni
    points = training()
    hull = ConvexHull(points)
    pairs, windows, hits = score(table, points[hull.vertices], sys.argv[1] == 'hoisted')
    print('pairs scored %d, windows %d, called mining %d, by a hull of %d facets' % (pairs, windows, hits, len(hull.equations)))
    print(json.dumps({'rows': rows, 'article_pairs': pairs, 'article_points': windows, 'article_hits': hits}))


main()
