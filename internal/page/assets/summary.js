// The head of the page: what was found, read and not seen.

function facts(title, list, none) {
  const box = el('section', { class: 'facts' }, el('h2', { text: title }));
  if (list.length === 0) {
    box.append(el('p', { class: 'none', text: none }));
    return box;
  }
  const dl = el('dl');
  for (const f of list) dl.append(el('div', {}, el('dt', { text: f.number }), el('dd', { text: f.what })));
  box.append(dl);
  return box;
}

// lists are objects and lines by name, folded.
function lists(named) {
  return named.map((n) => {
    const ul = el('ul', {}, ...n.list.map((text) => el('li', { text })));
    if (n.more) ul.append(el('li', { class: 'none', text: '… and ' + grouped(n.more) + ' more (--summary FILE lists all)' }));
    return el('details', { class: 'named' }, el('summary', { text: n.what + ' (' + grouped(n.list.length + (n.more || 0)) + ')' }), ul);
  });
}

function found() {
  const by = (v) => findings.filter((f) => f.state === v).length;
  const list = [['mining', 'told apart from ordinary traffic'], ['suspect', 'worth a look'], ['none', 'judged as ordinary, listed as asked'], ['suppressed', 'by your own list, last below']]
    .map(([v, what]) => ({ number: grouped(by(v)), what: v + ': ' + what, n: by(v) }))
    .filter((f) => f.n > 0);
  return facts('Found', list, 'No findings.');
}

function showSummary() {
  const s = index.summary;
  document.body.dataset.state = s.state;
  document.getElementById('headline').textContent = s.headline;
  document.getElementById('lead').textContent = s.lead;
  const run = document.getElementById('run');
  run.append(el('div', { class: 'trio' },
    found(),
    facts('Read', s.read, ''),
    facts('Not seen', s.unseen, 'Nothing is missing: every object and line counts, and the log is there for every window of every pair.')));
  run.append(...lists(s.named));
  if (s.thinned) run.append(el('p', { class: 'note', text: s.thinned }));
  const foot = document.getElementById('foot');
  foot.append(el('p', { text: 'Times are UTC, bytes those of the IP level. Made by davy scan --report; nothing on this page was loaded from or sent to anywhere.' }));
  const ids = [['rule', index.rule], ['model', index.model], ['traffic', index.digest]].filter((x) => x[1]);
  foot.append(el('p', { class: 'digests' }, ...ids.map(([name, text]) => el('span', {}, name + ' ', el('code', { text })))));
}
