// What the page holds: the index at once, details when they are asked for.

const index = JSON.parse(document.getElementById('index').textContent);
const names = ['eni', 'local', 'remote', 'account', 'vpc', 'subnet', 'instance', 'verdict', 'kind', 'profile', 'clue', 'rule'];
const counts = ['first', 'last', 'windows', 'inside', 'possible', 'unknown', 'judged'];
const windowSeconds = 600;

// findings in the order of the report: surest first.
const findings = index.rows.map((row, place) => {
  const f = { id: row.id, place, port: row.p, score: row.s, vote: row.v, reasons: [] };
  names.forEach((name, i) => { f[name] = index.strings[row.n[i]]; });
  counts.forEach((name, i) => { f[name] = row.c[i]; });
  (row.y || []).forEach((m, i) => f.reasons.push({ what: index.measures[m].what, read: row.z[i] }));
  f.where = (row.w || []).map((i) => index.strings[i]);
  [f.owner, f.network] = row.o ? row.o.map((i) => index.strings[i]) : ['', ''];
  f.waved = row.x ? index.strings[row.x[0]] : '';
  f.state = f.waved ? 'suppressed' : f.verdict;
  f.peer = endpoint(f.remote, f.port);
  f.text = [f.id, f.eni, f.local, f.peer, f.account, f.vpc, f.subnet, f.instance, f.verdict, f.kind, f.profile, f.owner, f.network, f.waved, ...f.where].join('\n').toLowerCase();
  return f;
});

function endpoint(address, port) {
  if (!port) return address;
  return (address.includes(':') ? '[' + address + ']' : address) + ':' + port;
}

const blocks = new Map();

// arrived tells whether a finding's details are there: the page may still be read.
function arrived(f) { return document.getElementById('details-' + Math.floor(f.place / index.chunk)) !== null; }

// detailsOf reads the block of JSON that a finding's details are in.
function detailsOf(f) {
  const n = Math.floor(f.place / index.chunk);
  if (!blocks.has(n)) blocks.set(n, JSON.parse(document.getElementById('details-' + n).textContent));
  return blocks.get(n)[f.place % index.chunk];
}

// sentenceOf puts the numbers of a sentence back where they were.
function sentenceOf(g) {
  const numbers = g.d ? g.d.split(' ') : [];
  return index.between[g.s].map((text, i) => text + (i < numbers.length ? numbers[i] : '')).join('');
}

// traitsOf are the traits of a finding, the weightiest first.
function traitsOf(d) {
  if (!d.w) return [];
  const read = d.r.split('|');
  return index.sets[d.m]
    .map((m, i) => ({ measure: index.measures[m], place: d.p[i], read: read[i], weight: d.w[i] / 1000 }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

// windowsOf unpacks windows: see pack.go for their form. Numbers above 2^53 are
// rounded, for pictures only.
function windowsOf(pack) {
  const bytes = Uint8Array.from(atob(pack.w), (c) => c.charCodeAt(0));
  let at = 0;
  const next = () => {
    let x = 0;
    for (let unit = 1; ; unit *= 128) {
      const b = bytes[at++];
      x += (b & 127) * unit;
      if (b < 128) return x;
    }
  };
  const out = [];
  for (let start = pack.f; at < bytes.length;) {
    const head = next();
    start += Math.floor(head / 4) * windowSeconds;
    const w = { start, sums: [next(), next(), next(), next()], turned: 0, incomplete: (head & 1) === 1 };
    if (head & 2) w.turned = next();
    w.silent = w.sums.every((x) => x === 0);
    out.push(w);
  }
  return out;
}

const axisNames = ['local bytes', 'local packets', 'remote bytes', 'remote packets'];
