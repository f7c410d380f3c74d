// The cloud of windows in four dimensions: three as axes, the fourth as colour.

// Viridis (van der Walt & Smith 2015), in tenths: even steps of lightness, told
// apart with any colour vision.
const viridis = [[68, 1, 84], [72, 36, 117], [65, 68, 135], [53, 95, 141], [42, 120, 142], [33, 145, 140], [34, 168, 132], [68, 191, 112], [122, 209, 81], [189, 223, 38], [253, 231, 37]];

function ramp(t, pal) {
  const at = 10 * (pal.ramp[0] + (pal.ramp[1] - pal.ramp[0]) * Math.max(0, Math.min(1, t)));
  const i = Math.min(9, Math.floor(at));
  return 'rgb(' + viridis[i].map((v, k) => Math.round(v + (at - i) * (viridis[i + 1][k] - v))).join(',') + ')';
}

const corners = [];
for (let i = 0; i < 8; i++) corners.push([i & 1 ? 0.5 : -0.5, i & 2 ? 0.5 : -0.5, i & 4 ? 0.5 : -0.5]);
const edges = [];
for (let i = 0; i < 8; i++) for (const bit of [1, 2, 4]) if (!(i & bit)) edges.push([i, i | bit, Math.log2(bit)]);

function cloud(at) {
  let maps = null, some = null;
  const home = { yaw: -0.6, pitch: 0.42 };
  const view = { ...home, axes: [1, 0, 3], spots: [] };
  const fourth = () => [0, 1, 2, 3].find((k) => !view.axes.includes(k));

  const node = canvas(300, '', (c, width, height, pal) => {
    const size = Math.min(width * 0.5, height * 0.52);
    const [sy, cy, sp, cp] = [Math.sin(view.yaw), Math.cos(view.yaw), Math.sin(view.pitch), Math.cos(view.pitch)];
    // The first axis runs right, the second up, the third away. Farther is smaller.
    const project = ([x, y, z]) => {
      const rx = x * cy - z * sy, rz = x * sy + z * cy;
      const ry = y * cp - rz * sp, depth = y * sp + rz * cp;
      const zoom = size * 4 / (4 + depth);
      return [width / 2 + rx * zoom, height / 2 - 4 - ry * zoom, depth];
    };
    if (!maps) return;
    const at8 = corners.map(project);
    box(c, pal, at8, view.axes.map((k) => axisNames[k] + ' ' + short(maps[k].lo) + ' – ' + short(maps[k].hi)), width, height);
    const colour = fourth();
    view.spots = some.map((w) => {
      const [x, y, depth] = project(view.axes.map((k) => maps[k].at(w.sums[k]) - 0.5));
      return [x, y, w, depth, ramp(maps[colour].at(w.sums[colour]), pal)];
    }).sort((a, b) => b[3] - a[3]);
    c.globalAlpha = 0.85;
    for (const [x, y, , depth, fill] of view.spots) { c.fillStyle = fill; dot(c, x, y, 3.2 - 1.3 * depth); }
    c.globalAlpha = 1;
    const now = view.spots.find((s) => s[2] === at.window);
    if (now) ring(c, now[0], now[1], pal);
  });
  node.tabIndex = 0;
  const turn = (yaw, pitch) => {
    view.yaw += yaw;
    view.pitch = Math.max(-1.5, Math.min(1.5, view.pitch + pitch));
    node.dataset.yaw = view.yaw.toFixed(3);
    node.paint();
  };
  node.addEventListener('pointerdown', (e) => { node.setPointerCapture(e.pointerId); at.over(null); });
  node.addEventListener('pointermove', (e) => { if (e.buttons & 1) turn(-e.movementX * 0.01, e.movementY * 0.01); });
  node.addEventListener('dblclick', () => { Object.assign(view, home); turn(0, 0); });
  node.addEventListener('keydown', (e) => {
    const step = { ArrowLeft: [0.12, 0], ArrowRight: [-0.12, 0], ArrowUp: [0, -0.12], ArrowDown: [0, 0.12] }[e.key];
    if (!step) return;
    e.preventDefault();
    e.stopPropagation();
    turn(...step);
  });
  hover(node, () => view.spots, at);

  const legend = el('div', { class: 'ramp' });
  const say = () => {
    if (some !== at.some) {
      some = at.some;
      maps = [0, 1, 2, 3].map((k) => axis(some.map((w) => w.sums[k]), true));
    }
    const k = fourth();
    node.setAttribute('aria-label', some.length + ' windows; axes ' + view.axes.map((a) => axisNames[a]).join(', ') + '; colour ' + axisNames[k] + '. Arrow keys turn it.');
    legend.replaceChildren(el('span', { text: axisNames[k] }), el('span', { class: 'low', text: short(maps[k].lo) }), gradient(), el('span', { text: short(maps[k].hi) }));
    node.paint();
    for (const g of legend.querySelectorAll('canvas')) g.paint();
  };
  // Choosing an axis that another one shows makes the two change places.
  const selects = ['right', 'up', 'away'].map((where, i) => {
    const select = el('select', { 'aria-label': 'Axis that runs ' + where, class: 'axis' }, ...axisNames.map((text, k) => el('option', { value: k, text })));
    select.addEventListener('change', () => {
      const want = Number(select.value), other = view.axes.indexOf(want);
      if (other >= 0) view.axes[other] = view.axes[i];
      view.axes[i] = want;
      show();
      say();
    });
    return el('label', { class: 'pick' }, where, select);
  });
  const show = () => selects.forEach((s, j) => { s.lastElementChild.value = String(view.axes[j]); });
  show();
  at.draw.push(() => (some === at.some ? node.paint() : say()));
  const out = figure('All four counts: drag to turn', node, legend, el('div', { class: 'axes' }, ...selects));
  out.ready = say;
  return out;
}

function gradient() {
  return el('span', { class: 'gradient' }, canvas(8, 'From low to high', (c, width, height, pal) => {
    for (let x = 0; x < width; x++) { c.fillStyle = ramp(x / width, pal); c.fillRect(x, 0, 1.5, height); }
  }));
}

// box draws the edges of the cube, and the names of the axes beside those in front below.
function box(c, pal, at8, labels, width, height) {
  c.strokeStyle = pal.rail;
  c.lineWidth = 1;
  for (const [a, b] of edges) line(c, at8[a][0], at8[a][1], at8[b][0], at8[b][1]);
  c.fillStyle = pal.soft;
  c.textBaseline = 'middle';
  const mx = at8.reduce((s, p) => s + p[0], 0) / 8, my = at8.reduce((s, p) => s + p[1], 0) / 8;
  labels.forEach((text, k) => {
    // Of the four edges along an axis, the one farthest out and lowest.
    const mids = edges.filter((e) => e[2] === k).map(([a, b]) => [(at8[a][0] + at8[b][0]) / 2, (at8[a][1] + at8[b][1]) / 2]);
    const best = mids.reduce((p, q) => (far(q) > far(p) ? q : p));
    function far(p) { return Math.abs(p[0] - mx) * (k === 1 ? 1 : 0.4) + (p[1] - my) * (k === 1 ? 0.2 : 1); }
    const wide = c.measureText(text).width / 2 + 2;
    c.textAlign = 'center';
    const upright = k === 1 ? 0 : 12;
    c.fillText(text, Math.max(wide, Math.min(width - wide, best[0] + Math.sign(best[0] - mx) * (k === 1 ? wide : 30))), Math.min(height - 7, best[1] + upright));
  });
}
