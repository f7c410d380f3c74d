// Planes (bytes over packets of one side) and the histogram of packet sizes.

// plane draws one side of the windows. at is the window under the pointer, shared by
// all pictures of a panel: at.over(i) sets it.
function plane(side, at) {
  const name = side === 0 ? 'local' : 'remote';
  let spots = [];
  const label = 'Scatter of ' + at.all.length + ' windows: ' + name + ' bytes over ' + name + ' packets, both logarithmic';
  const node = canvas(364, label, (c, width, height, pal) => {
    const some = at.some;
    const x = axis(some.map((w) => w.sums[2 * side + 1]), true), y = axis(some.map((w) => w.sums[2 * side]), true);
    const f = frame(c, width, height, pal, x, y, [name + ' packets in ten minutes']);
    spots = some.map((w) => [f.x(w.sums[2 * side + 1]), f.y(w.sums[2 * side]), w]);
    c.fillStyle = pal[name];
    c.globalAlpha = some.length > 600 ? 0.35 : 0.6;
    for (const [sx, sy] of spots) dot(c, sx, sy, some.length > 600 ? 2 : 2.8);
    c.globalAlpha = 1;
    const now = spots.find((s) => s[2] === at.window);
    if (now) ring(c, now[0], now[1], pal);
  });
  hover(node, () => spots, at);
  return figure(capital(name) + ' bytes over ' + name + ' packets', node);
}

function ring(c, x, y, pal) {
  c.strokeStyle = pal.ink;
  c.lineWidth = 2;
  c.beginPath();
  c.arc(x, y, 6, 0, 2 * Math.PI);
  c.stroke();
}

// hover finds the window nearest to the pointer, within 18 pixels.
function hover(node, spots, at) {
  node.addEventListener('pointermove', (e) => {
    if (e.buttons) return;
    const box = node.getBoundingClientRect();
    const px = e.clientX - box.left, py = e.clientY - box.top;
    let best = null, least = 18;
    for (const [x, y, w] of spots()) {
      const far = Math.hypot(x - px, y - py);
      if (far < least) { least = far; best = w; }
    }
    at.over(best);
  });
  node.addEventListener('pointerleave', () => at.over(null));
}

function figure(title, ...children) {
  return el('figure', {}, el('figcaption', { text: title }), ...children);
}

// pointer is what is looked at: the window under the pointer, in words and in
// every picture; and all windows, or those of the middle.
function pointer(windows) {
  const hint = 'Point at a window to see it in every picture.';
  const text = el('p', { class: 'pointed', text: hint });
  const all = windows.filter((w) => !w.silent), inner = middle(all);
  const at = { window: null, draw: [], text, all, some: all };
  at.pick = el('div', { class: 'chips', role: 'group', 'aria-label': 'Windows in the pictures' }, ...[[all, 'all windows'], [inner, 'without the outermost']].map(([some, name]) => {
    const b = el('button', { type: 'button', 'aria-pressed': String(some === all) }, name + ' ', el('span', { class: 'n', text: grouped(some.length) }));
    b.addEventListener('click', () => {
      at.some = some;
      for (const other of at.pick.children) other.setAttribute('aria-pressed', String(other === b));
      for (const draw of at.draw) draw();
    });
    return b;
  }));
  at.over = (w) => {
    if (w === at.window) return;
    at.window = w;
    text.textContent = w === null ? hint
      : moment(w.start) + ' UTC: local ' + grouped(w.sums[1]) + ' packets, ' + grouped(w.sums[0]) + ' bytes; remote ' + grouped(w.sums[3]) + ' packets, ' + grouped(w.sums[2]) + ' bytes'
        + (w.incomplete ? '; AWS lost data here' : '');
    for (const draw of at.draw) draw();
  };
  return at;
}

// middle leaves out windows of which a count is among the least or largest 2 %,
// and equal to none that is left in: one odd window can make all others a blot.
function middle(windows) {
  const ends = [0, 1, 2, 3].map((k) => {
    const sorted = windows.map((w) => w.sums[k]).sort((a, b) => a - b), cut = Math.floor(0.02 * sorted.length);
    return [sorted[cut], sorted[sorted.length - 1 - cut]];
  });
  return windows.filter((w) => ends.every(([lo, hi], k) => w.sums[k] >= lo && w.sums[k] <= hi));
}

// histogram counts windows by the mean size of their packets.
function histogram(windows) {
  const sizes = [0, 1].map((side) => windows.filter((w) => w.sums[2 * side + 1] > 0).map((w) => w.sums[2 * side] / w.sums[2 * side + 1]));
  const all = sizes.flat();
  if (all.length === 0) return figure('Bytes per packet', el('p', { class: 'none', text: 'No window has a packet that was accepted.' }));
  const bins = 44, lo = Math.min(...all), hi = Math.max(...all);
  const width = (hi - lo) / bins || 1;
  const counted = sizes.map((list) => {
    const n = new Array(bins).fill(0);
    for (const s of list) n[Math.min(bins - 1, Math.floor((s - lo) / width))]++;
    return n;
  });
  const most = Math.max(...counted.flat());
  const span = width * bins;
  const x = { at: (v) => (v - lo) / span, ticks: linear(lo, lo + span).map((v) => [(v - lo) / span, short(v)]) };
  const y = { at: (v) => v / (1.08 * most), ticks: linear(0, most).filter((v) => Number.isInteger(v)).map((v) => [v / (1.08 * most), short(v)]) };
  const node = canvas(220, 'Histogram of bytes per packet, local and remote', (c, w, h, pal) => {
    const f = frame(c, w, h, pal, x, y, ['bytes per packet, mean of a window']);
    counted.forEach((n, side) => {
      c.fillStyle = c.strokeStyle = side === 0 ? pal.local : pal.remote;
      n.forEach((k, i) => {
        if (!k) return;
        const x0 = f.x(lo + i * width), x1 = f.x(lo + (i + 1) * width), top = f.y(k);
        c.globalAlpha = 0.28;
        c.fillRect(x0, top, x1 - x0, f.box.bottom - top);
        c.globalAlpha = 1;
        c.lineWidth = 1.5;
        c.setLineDash(side === 0 ? [] : [3, 2]);
        c.strokeRect(x0 + 0.5, top, Math.max(1, x1 - x0 - 1), f.box.bottom - top);
      });
      c.setLineDash([]);
    });
  });
  return figure('Windows by bytes per packet', node, sides(true));
}

// sides is the legend of what has both sides in it.
function sides(dashed) {
  return el('p', { class: 'legend' }, el('span', { class: 'key local', text: 'local' }), el('span', { class: 'key remote' + (dashed ? ' dashed' : ''), text: 'remote' }));
}
