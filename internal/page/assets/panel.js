// The panel of one finding, built when it is opened.

function panel(f) {
  const d = detailsOf(f);
  const box = el('div', { class: 'panel', role: 'region', 'aria-label': 'Evidence on ' + f.eni + ' and ' + f.peer });
  if (f.waved) box.append(el('p', { class: 'note', text: f.waved }));
  box.append(el('div', { class: 'pair' }, evidence(d), el('div', { class: 'aside' }, next(f), calledNames(d), where(f), identifiers(f), talk(f, d.t))));
  const ready = [];
  box.append(d.t ? drawings(d.t, ready) : el('p', { class: 'note', text: 'No windows were kept of this pair, so there are no pictures.' }));
  box.ready = () => { redraw(); for (const r of ready) r(); };
  return box;
}

function drawings(t, ready) {
  const windows = windowsOf(t);
  const section = el('section', { class: 'drawings' }, el('h3', { text: 'Its windows' }));
  if (windows.length === 0) {
    section.append(el('p', { class: 'none', text: 'The pair has no window with TCP traffic.' }));
    return section;
  }
  const at = pointer(windows), some = at.all;
  const time = timeline(windows, t);
  ready.push(time.ready);
  if (some.length === 0) {
    section.append(el('p', { class: 'note', text: 'All of its traffic was rejected: there are no points to draw, only attempts.' }), time);
    return section;
  }
  const planes = [plane(0, at), plane(1, at)];
  for (const p of planes) at.draw.push(() => p.querySelector('canvas').paint());
  const four = cloud(at);
  ready.push(four.ready);
  const oneWay = some.every((w) => w.sums[3] === 0) ? 'The remote side never sent a packet: its counts are all 0.'
    : some.every((w) => w.sums[1] === 0) ? 'The local side never sent a packet: its counts are all 0.' : '';
  if (oneWay) section.append(el('p', { class: 'note', text: oneWay }));
  section.append(el('p', { class: 'note', text: 'Each dot is one window of ten minutes: what was sent each way in it.' }), at.text, el('div', { class: 'plothead' }, at.pick),
    el('div', { class: 'charts' }, el('div', { class: 'planes' }, ...planes), four, time,
      el('div', {}, histogram(windows), el('p', { class: 'note', text: 'Means of windows, not sizes of messages: a flow log has sums only.' }))));
  return section;
}
