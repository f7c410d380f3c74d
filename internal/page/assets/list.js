// The list of findings: filter, sort, search; rows are added as they are needed.

const step = 60; // rows added at a time
const list = { shown: [], drawn: 0, open: new Map(), verdict: 'all', kind: 'all', sort: 'rank', down: false };
const rows = document.getElementById('rows');
const more = document.getElementById('more');
const search = document.getElementById('search');

// sorts by name: what is compared, and how it is called.
const sorts = {
  rank: ['Surest first', (f) => f.place], score: ['Score', (f) => f.score], eni: ['Interface', (f) => f.eni], pair: ['Peer', (f) => f.remote],
  first: ['First seen', (f) => f.first], windows: ['Windows', (f) => f.windows],
};
const headings = [['rank', 'Verdict'], ['score', 'Score'], ['eni', 'Interface'], ['pair', 'Local → remote'], ['first', 'Seen, UTC'], ['', 'Strongest signs']];

function scoreCell(f) {
  const text = f.score > 0 && f.score < 0.001 ? '< 0.001' : f.score.toFixed(3);
  return el('td', { class: 'score' }, el('span', { class: 'number', text }),
    svg('svg', { class: 'meter', viewBox: '0 0 60 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { class: 'rail', width: 60, height: 4, rx: 2 }), svg('rect', { class: 'full', width: Math.max(1, 60 * f.score), height: 4, rx: 2 })));
}

function rowOf(f) {
  const known = { mining: 1, suspect: 1, none: 1 }[f.verdict];
  const button = el('button', { type: 'button', class: 'open', 'aria-expanded': 'false' },
    el('span', { class: 'badge ' + (known ? f.verdict : 'none'), text: f.verdict }), el('span', { class: 'kind', text: f.kind || '–' }), f.waved ? el('span', { class: 'kind mark', text: 'suppressed' }) : null);
  const tr = el('tr', { class: f.waved ? 'row waved' : 'row' },
    el('td', { class: 'verdict' }, button), scoreCell(f),
    el('td', { class: 'eni' }, el('code', { text: f.eni }), f.owner ? el('span', { class: 'sub', text: f.owner }) : f.instance ? el('span', { class: 'sub', text: f.instance }) : null),
    el('td', { class: 'peers' }, el('code', { text: f.local }), el('span', { class: 'to' }, '→ ', el('code', { text: f.peer })), f.network ? el('span', { class: 'sub', text: f.network }) : null),
    el('td', { class: 'seen' }, moment(f.first), el('span', { class: 'sub', text: lasted(f.last + windowSeconds - f.first) + ', ' + (f.windows || !f.judged ? plural(f.windows, 'window', 'windows') : plural(f.judged, 'window', 'windows') + ' of attempts') })),
    el('td', { class: 'why' }, ...f.reasons.map((r) => el('span', { class: 'reason' }, r.what + ' ', el('b', { text: r.read })))));
  tr.finding = f;
  tr.addEventListener('click', (e) => { if (!String(getSelection()) || e.target.closest('button')) toggle(tr); });
  return tr;
}

// toggle opens or closes the panel of a row; where it is not there yet, later.
function toggle(tr) {
  const f = tr.finding, button = tr.querySelector('.open');
  const old = list.open.get(f);
  if (old) {
    old.remove();
    list.open.delete(f);
    button.setAttribute('aria-expanded', 'false');
    return;
  }
  if (!arrived(f)) {
    document.addEventListener('DOMContentLoaded', () => { if (tr.isConnected && !list.open.has(f)) toggle(tr); }, { once: true });
    return;
  }
  const body = panel(f);
  const line = el('tr', { class: 'detail' }, el('td', { colspan: headings.length }, body));
  body.addEventListener('keydown', (e) => { if (e.key === 'Escape') { toggle(tr); button.focus(); } });
  tr.after(line);
  list.open.set(f, line);
  button.setAttribute('aria-expanded', 'true');
  body.ready();
}

// draw adds rows up to a number.
function draw(upTo) {
  const part = document.createDocumentFragment();
  for (; list.drawn < Math.min(upTo, list.shown.length); list.drawn++) part.append(rowOf(list.shown[list.drawn]));
  rows.append(part);
  const left = list.shown.length - list.drawn;
  more.hidden = left === 0;
  more.textContent = 'Show more (' + grouped(left) + ' left)';
}

function compare(a, b) { return a < b ? -1 : a > b ? 1 : 0; }

// refresh filters and sorts anew. Every word of the search must be in a finding.
function refresh() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const key = sorts[list.sort][1], turn = list.down ? -1 : 1;
  list.shown = findings
    .filter((f) => (list.verdict === 'all' || f.state === list.verdict) && (list.kind === 'all' || f.kind === list.kind) && words.every((w) => f.text.includes(w)))
    .sort((a, b) => turn * compare(key(a), key(b)) || a.place - b.place);
  list.open.clear();
  list.drawn = 0;
  rows.replaceChildren();
  draw(step);
  const n = list.shown.length;
  document.getElementById('count').textContent = n === findings.length ? plural(n, 'finding', 'findings')
    : n === 0 ? 'No finding fits; ' + grouped(findings.length) + ' are hidden by search and filters.' : grouped(n) + ' of ' + plural(findings.length, 'finding', 'findings');
  for (const th of document.querySelectorAll('#head th')) {
    if (th.dataset.sort) th.setAttribute('aria-sort', th.dataset.sort !== list.sort ? 'none' : list.down ? 'descending' : 'ascending');
  }
  document.getElementById('sort').value = list.sort;
}

// sortBy sorts; a second time, the other way. Large scores come first.
function sortBy(name) {
  list.down = name === list.sort ? !list.down : name === 'score' || name === 'windows';
  list.sort = name;
  refresh();
}

function searchFor(text) {
  search.value = text;
  refresh();
  search.focus();
  document.getElementById('findings').scrollIntoView();
}
