// The windows in time, drawn by uPlot.

// columns are what uPlot draws: times, then a series each. Where a window is
// missing the line breaks, unless windows were thinned out.
function columns(windows, thinned, pick) {
  const out = [[], ...pick.map(() => [])];
  let last = null;
  for (const w of windows) {
    if (last !== null && !thinned && w.start - last > windowSeconds) {
      out[0].push(last + windowSeconds);
      for (let i = 1; i < out.length; i++) out[i].push(null);
    }
    out[0].push(w.start);
    pick.forEach((p, i) => out[i + 1].push(p(w)));
    last = w.start;
  }
  return out;
}

function timeline(windows, pack) {
  const holder = el('div', { class: 'plot' });
  const thinned = windows.length < pack.n;
  const turned = windows.some((w) => w.turned > 0);
  let what = 1, plot = null, drawn = '';
  const draw = () => {
    if (!holder.isConnected) { pictures.delete(draw); if (plot) plot.destroy(); return; }
    const pal = colours(), width = holder.clientWidth;
    const key = [width, what, pal === dark].join();
    if (!width || key === drawn) return;
    drawn = key;
    if (plot) plot.destroy();
    const unit = what === 1 ? 'packets' : 'bytes';
    const value = (u, x) => (x === null || x === undefined ? '–' : grouped(x));
    const one = windows.length === 1;
    const series = [['local ' + unit, pal.local, (w) => w.sums[what], []], ['remote ' + unit, pal.remote, (w) => w.sums[what + 2], [6, 3]]];
    if (turned && what === 1) series.push(['packets rejected', pal.turned, (w) => w.turned, [2, 2]]);
    const data = columns(windows, thinned, series.map((s) => s[2]));
    const rim = { stroke: pal.soft, grid: { stroke: pal.rail, width: 1 }, ticks: { show: false }, font: '11px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif' };
    const edge = one ? [data[0][0] - windowSeconds, data[0][0] + windowSeconds] : [data[0][0], data[0][data[0].length - 1]];
    plot = new uPlot({
      width, height: 220, tzDate: (s) => uPlot.tzDate(new Date(1000 * s), 'Etc/UTC'),
      scales: { x: { range: (u, lo, hi) => (one || lo === null ? edge : [lo, hi]) }, y: { range: (u, lo, hi) => [0, hi > 0 ? 1.06 * hi : 1] } },
      series: [{ value: (u, s) => (s === null || s === undefined ? '–' : moment(s)), label: 'UTC' },
        ...series.map(([label, stroke, , dash]) => ({ label, stroke, dash, width: 1.25, value, points: { show: one || data[0].length < 40, size: 5 } }))],
      axes: [{ ...rim, values: times }, { ...rim, size: 52, values: (u, list) => list.map(short) }],
      cursor: { y: false, drag: { x: true, y: false } },
    }, data, holder);
  };
  pictures.add(draw);
  const pick = el('div', { class: 'chips', role: 'group', 'aria-label': 'Unit of the time line' }, ...[[1, 'packets'], [0, 'bytes']].map(([k, text]) => {
    const b = el('button', { type: 'button', text, 'aria-pressed': String(k === what) });
    b.addEventListener('click', () => {
      what = k;
      for (const other of pick.children) other.setAttribute('aria-pressed', String(other === b));
      draw();
    });
    return b;
  }));
  const note = thinned ? grouped(windows.length) + ' of ' + grouped(pack.n) + ' windows drawn, evenly spaced' : plural(windows.length, 'window', 'windows') + ' of ten minutes';
  const out = figure('In time', el('div', { class: 'plothead' }, pick, el('span', { class: 'note' }, note + '. ', el('span', { class: 'hint', text: 'Drag to look closer, double-click to see all.' }))), holder);
  out.ready = draw;
  return out;
}

// times are labels of the axis: the hour, and below it the day where that changes.
function times(u, list) {
  let last = null;
  return list.map((s) => {
    const d = day(s), text = d === last ? clock(s) : clock(s) + '\n' + d.slice(5);
    last = d;
    return text;
  });
}
