// Evidence: each filter's value on a scale, and what it means.

const scaleWidth = 260;

function bar(range, y, height, name) {
  const clamp = (p) => Math.max(0, Math.min(1000, p)) * scaleWidth / 1000;
  const from = clamp(range[0]);
  return svg('rect', { class: name, x: from, y, width: Math.max(2, clamp(range[1]) - from), height, rx: 1.5 });
}

// marker is a line with a diamond; beyond an end, an arrow there.
function marker(place, height) {
  if (place === -2) return svg('g');
  const x = Math.max(0, Math.min(1000, place)) * scaleWidth / 1000;
  const mid = height / 2;
  if (place < 0) return svg('path', { class: 'mark', d: 'M0 ' + mid + ' L8 ' + (mid - 5) + ' V' + (mid + 5) + ' Z' });
  if (place > 1000) return svg('path', { class: 'mark', d: 'M' + scaleWidth + ' ' + mid + ' l-8 -5 v10 Z' });
  return svg('g', {},
    svg('line', { class: 'mark', x1: x, x2: x, y1: 1, y2: height - 1 }),
    svg('path', { class: 'mark', d: 'M' + x + ' ' + (mid - 5) + ' l5 5 l-5 5 l-5 -5 Z' }));
}

function scale(place, miner, ordinary, limit, label) {
  const height = 22;
  const box = svg('svg', { class: 'scale', viewBox: '-6 0 ' + (scaleWidth + 12) + ' ' + height, role: 'img', 'aria-label': label });
  box.append(svg('line', { class: 'rail', x1: 0, x2: scaleWidth, y1: height / 2, y2: height / 2 }));
  if (miner) box.append(bar(miner, 3, 6, 'miner'));
  if (ordinary) box.append(bar(ordinary, 13, 6, 'ordinary'));
  if (limit >= 0) {
    const x = Math.min(1000, limit) * scaleWidth / 1000;
    box.append(svg('line', { class: 'limit', x1: x, x2: x, y1: 1, y2: height - 1 }));
  }
  box.append(marker(place, height));
  return box;
}

const within = (place, range) => place >= range[0] && place <= range[1];

// meaning says where a value lies, and what the trees make of it.
function meaning(t) {
  const m = within(t.place, t.measure.miner);
  const o = within(t.place, t.measure.ordinary);
  const [m0, m1, o0, o1] = t.measure.read;
  if (t.measure.read.join() === 'no,yes,no,yes') return 'Yes and no are usual for miners and for ordinary traffic.';
  const where = m && o ? 'Usual for both' : m ? 'Usual for miners, not for ordinary traffic' : o ? 'Usual for ordinary traffic, not for miners' : 'Unusual for both';
  return where + ': miners ' + m0 + ' to ' + m1 + ', ordinary ' + o0 + ' to ' + o1 + '.';
}

function weightBar(weight, most) {
  const half = 30;
  const w = half * Math.min(1, Math.abs(weight) / most);
  return svg('svg', { class: 'weight', viewBox: '0 0 64 12', 'aria-hidden': 'true' },
    svg('line', { class: 'rail', x1: 32, x2: 32, y1: 0, y2: 12 }),
    svg('rect', { class: weight > 0 ? 'for' : 'against', x: weight > 0 ? 32 : 32 - w, y: 2, width: w, height: 8 }));
}

function signed(x) { return (x < 0 ? '−' : '+') + Math.abs(x).toFixed(2); }

function traitRow(t, most) {
  const side = t.weight > 0 ? 'for' : 'against';
  return el('li', { class: 'trait' },
    el('div', { class: 'what', text: t.measure.what, title: t.measure.name }),
    el('div', { class: 'value', text: t.read }),
    scale(t.place, t.measure.miner, t.measure.ordinary, -2, t.measure.what + ': ' + t.read + '. ' + meaning(t)),
    el('div', { class: 'push' }, weightBar(t.weight, most), el('span', { text: signed(t.weight) }), el('span', { class: 'sr', text: ' speaks ' + side + ' mining' })),
    el('p', { class: 'means', text: meaning(t) }));
}

function gateRow(g) {
  const value = g.l ? g.r + ' of ' + g.l + ' needed' : g.r;
  return el('li', { class: 'gate' },
    el('div', { class: 'what', text: g.n }),
    scale(g.v, g.m, g.o, g.t, g.n + ': ' + value),
    el('div', { class: 'value', text: value }),
    el('p', { class: 'means', text: capital(sentenceOf(g)) + '.' }));
}

function capital(s) { return s.slice(0, 1).toUpperCase() + s.slice(1); }

// evidence is all that speaks for and against, the first dozen shown.
function evidence(d) {
  const shown = 10;
  const traits = traitsOf(d);
  const box = el('section', { class: 'evidence' }, el('h3', { text: 'Why' }), el('ul', { class: 'gates' }, ...d.g.map(gateRow)));
  if (traits.length === 0) return box;
  const most = Math.max(...traits.map((t) => Math.abs(t.weight)), 0.001);
  box.append(el('p', { class: 'legend' },
    el('span', { class: 'key miner', text: 'nine in ten miners' }), el('span', { class: 'key ordinary', text: 'nine in ten ordinary pairs' }),
    el('span', { class: 'key this', text: 'this pair' }), d.g.some((g) => g.l) ? el('span', { class: 'key limit', text: 'what is needed' }) : null, el('span', { class: 'key push', text: 'weight in the vote: right for mining, left against' })),
    el('p', { class: 'note', text: 'The trees weigh traits together, so one that alone says little may count, either way.' }));
  const list = el('ul', { class: 'traits' }, ...traits.slice(0, shown).map((t) => traitRow(t, most)));
  box.append(list);
  const rest = traits.slice(shown);
  if (rest.length) {
    const button = el('button', { type: 'button', class: 'plain', text: 'Show ' + rest.length + ' more of less weight' });
    button.addEventListener('click', () => { list.append(...rest.map((t) => traitRow(t, most))); button.remove(); });
    box.append(button);
  }
  if (d.o) box.append(el('p', { class: 'note', text: plural(d.o, 'trait', 'traits') + ' of least weight left out, to keep this page small.' }));
  return box;
}
