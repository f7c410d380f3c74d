// The start, and the keyboard.

function showTools() {
  document.getElementById('findings').hidden = findings.length === 0;
  const head = document.getElementById('head');
  for (const [name, text] of headings) {
    if (!name) { head.append(el('th', { scope: 'col', text })); continue; }
    head.append(el('th', { scope: 'col', 'data-sort': name }, el('button', { type: 'button', text, onclick: () => sortBy(name) })));
  }
  const chips = document.getElementById('verdicts');
  for (const v of ['all', 'mining', 'suspect', 'none', 'suppressed']) {
    const n = v === 'all' ? findings.length : findings.filter((f) => f.state === v).length;
    if (!n) continue;
    const b = el('button', { type: 'button', 'data-verdict': v, 'aria-pressed': String(v === 'all') }, v + ' ', el('span', { class: 'n', text: grouped(n) }));
    b.addEventListener('click', () => {
      list.verdict = v;
      for (const other of chips.children) other.setAttribute('aria-pressed', String(other === b));
      refresh();
    });
    chips.append(b);
  }
  const kind = document.getElementById('kind');
  kind.append(el('option', { value: 'all', text: 'all' }), ...[...new Set(findings.map((f) => f.kind))].filter(Boolean).sort().map((text) => el('option', { value: text, text })));
  kind.addEventListener('change', () => { list.kind = kind.value; refresh(); });
  const sort = document.getElementById('sort');
  sort.append(...Object.entries(sorts).map(([value, [text]]) => el('option', { value, text })));
  sort.addEventListener('change', () => { list.sort = ''; sortBy(sort.value); });
  let waiting = 0;
  search.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(refresh, 80); });
  more.addEventListener('click', () => draw(list.drawn + step));
  new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting) && !more.hidden) draw(list.drawn + step); }, { rootMargin: '600px' }).observe(more);
}

// move goes to the next row, or the one before.
function move(by) {
  const all = [...rows.querySelectorAll('tr.row')];
  const here = document.activeElement && document.activeElement.closest('tr.row, tr.detail');
  let i = here ? all.indexOf(here.classList.contains('row') ? here : here.previousElementSibling) : -1;
  i = i < 0 ? 0 : i + by;
  if (i >= all.length && list.drawn < list.shown.length) { draw(list.drawn + step); move(by); return; }
  const to = all[Math.max(0, Math.min(all.length - 1, i))];
  if (!to) return;
  to.querySelector('.open').focus({ preventScroll: true });
  to.scrollIntoView({ block: 'nearest' });
}

function keys(e) {
  if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
  const typing = e.target.closest('input, select, textarea');
  if (e.target === search && (e.key === 'ArrowDown' || e.key === 'Enter')) { refresh(); move(1); e.preventDefault(); return; }
  if (e.target === search && e.key === 'Escape') { search.value = ''; refresh(); return; }
  if (typing) return;
  if (e.key === '/') { search.focus(); search.select(); e.preventDefault(); return; }
  const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[e.key];
  if (by && findings.length) { move(by); e.preventDefault(); }
}

// On paper there is nothing to scroll: a few hundred rows are drawn at once.
addEventListener('beforeprint', () => draw(Math.min(500, list.shown.length)));

showSummary();
showTools();
refresh();
document.addEventListener('keydown', keys);
const asked = findings.find((f) => '#' + f.id === location.hash);
if (asked) {
  draw(asked.place + 1);
  const tr = rows.children[asked.place];
  toggle(tr);
  tr.scrollIntoView();
}
performance.mark('ready');
document.body.dataset.ready = 'yes';
