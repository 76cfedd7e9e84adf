"use strict";
(() => {
  const root = document.documentElement;

  /* The theme: the system's until the reader chooses. */
  const themes = ["system", "light", "dark"];
  const button = document.getElementById("theme");
  const repaint = [];
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme || "system") + 1) % themes.length];
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    button.textContent = "Theme: " + next;
    repaint.forEach((paint) => paint());
  });

  const source = document.getElementById("atlas");
  if (!source) return;
  const atlas = JSON.parse(source.textContent);
  const view = document.getElementById("atlas-view");
  const NONE = 0xffff;
  const STEPS = 0xffff;
  const DEEPEST = 60;

  function bytes(text) {
    const binary = atob(text);
    const array = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) array[i] = binary.charCodeAt(i);
    return array.buffer;
  }
  function make(name, parent, text) {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (parent) parent.append(element);
    return element;
  }
  const fields = atlas.fields.map((field) => ({ ...field, codes: new Uint16Array(bytes(field.codes)) }));
  const pictures = document.getElementsByClassName("atlas-thumbnails");
  const sheets = atlas.thumbnails.map((sheet, i) => ({ ...sheet, index: new Int32Array(bytes(sheet.index)), picture: pictures[i] }));
  const colour = (code) => (code < atlas.palette.length ? atlas.palette[code] : atlas.other);
  let chosen = 0;
  let pointed = -1;

  const tools = make("div", view);
  tools.className = "atlas-tools";
  const label = make("label", tools, "Colour by ");
  const choice = make("select", label);
  choice.id = "atlas-field";
  fields.forEach((field, i) => { make("option", choice, field.name).value = String(i); });
  label.hidden = fields.length === 0;
  const all = make("button", tools, "Show all");
  all.type = "button";
  const panels = make("div", view);
  panels.className = "atlas-maps";
  const key = make("ul", view);
  key.className = "atlas-key";
  const tip = make("div", document.body);
  tip.className = "atlas-tip";
  tip.hidden = true;

  const maps = atlas.maps.map((map) => new Panel(map));

  function Panel(map) {
    const places = new Uint16Array(bytes(map.places));
    const images = map.images ? new Int32Array(bytes(map.images)) : null;
    const count = places.length / 2;
    const imageOf = (i) => (images ? images[i] : i);
    const pointOf = new Map();
    for (let i = 0; i < count; i++) pointOf.set(imageOf(i), i);
    const box = make("div", panels);
    box.className = "atlas-map";
    const head = make("h3", box);
    const several = new Set(atlas.maps.map((one) => one.evaluator)).size > 1;
    make("span", head, several ? map.arm + ", " + map.evaluator : map.arm);
    const zoom = make("div", head);
    zoom.className = "zoom";
    for (const [text, name, factor] of [["+", "Zoom in on ", 1.5], ["−", "Zoom out of ", 1 / 1.5]]) {
      const one = make("button", zoom, text);
      one.type = "button";
      one.setAttribute("aria-label", name + map.arm);
      one.addEventListener("click", () => zoomAt(0.5, 0.5, factor));
    }
    const canvas = make("canvas", box);
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", "Map of " + count + " images as " + map.arm + " sees them");
    const context = canvas.getContext("2d");
    let scale = 1;
    let left = 0;
    let top = 0;
    let order = [];
    let queued = false;

    /* Part of the map in view: from left, top, a side of 1 / scale. */
    const across = (i) => (places[2 * i] / STEPS - left) * scale;
    const down = (i) => (places[2 * i + 1] / STEPS - top) * scale;

    function clamp() {
      scale = Math.min(DEEPEST, Math.max(1, scale));
      const most = 1 - 1 / scale;
      left = Math.min(most, Math.max(0, left));
      top = Math.min(most, Math.max(0, top));
      canvas.style.touchAction = scale > 1 ? "none" : "auto";
    }
    function zoomAt(x, y, factor) {
      const before = scale;
      scale = Math.min(DEEPEST, Math.max(1, scale * factor));
      left += x / before - x / scale;
      top += y / before - y / scale;
      clamp();
      paint();
    }
    function move(x, y) {
      left += x / scale;
      top += y / scale;
      clamp();
      paint();
    }
    this.reset = () => { scale = 1; clamp(); paint(); };
    this.sort = () => {
      const codes = fields.length ? fields[chosen].codes : null;
      order = Array.from({ length: count }, (_, i) => i);
      if (codes) order.sort((a, b) => codes[imageOf(b)] - codes[imageOf(a)] || a - b);
      paint();
    };
    function paint() {
      if (!queued) {
        queued = true;
        requestAnimationFrame(draw);
      }
    }
    this.paint = paint;
    function draw() {
      queued = false;
      const side = canvas.clientWidth;
      if (side === 0) return;
      const dense = Math.min(3, window.devicePixelRatio || 1);
      const pixels = Math.round(side * dense);
      if (canvas.width !== pixels) {
        canvas.width = pixels;
        canvas.height = pixels;
      }
      context.clearRect(0, 0, pixels, pixels);
      const codes = fields.length ? fields[chosen].codes : null;
      const size = Math.max(1.2, Math.min(5, 110 / Math.sqrt(count))) * Math.min(2.5, Math.sqrt(scale)) * dense;
      let last = -1;
      for (const i of order) {
        const x = across(i) * pixels;
        const y = down(i) * pixels;
        if (x < -size || y < -size || x > pixels + size || y > pixels + size) continue;
        const code = codes ? codes[imageOf(i)] : 0;
        if (code !== last) {
          context.fillStyle = colour(code);
          last = code;
        }
        if (size < 4) {
          context.fillRect(x - size / 2, y - size / 2, size, size);
        } else {
          context.beginPath();
          context.arc(x, y, size / 2, 0, 2 * Math.PI);
          context.fill();
        }
      }
      const point = pointed < 0 ? undefined : pointOf.get(pointed);
      if (point !== undefined) {
        context.lineWidth = 2 * dense;
        context.strokeStyle = getComputedStyle(root).getPropertyValue("--strong");
        context.beginPath();
        context.arc(across(point) * pixels, down(point) * pixels, Math.max(5 * dense, size), 0, 2 * Math.PI);
        context.stroke();
      }
    }
    function nearest(event) {
      const box = canvas.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width;
      const y = (event.clientY - box.top) / box.height;
      let best = -1;
      let least = (12 / box.width) ** 2;
      for (let i = 0; i < count; i++) {
        const distance = (across(i) - x) ** 2 + (down(i) - y) ** 2;
        if (distance < least) {
          least = distance;
          best = i;
        }
      }
      return best < 0 ? -1 : imageOf(best);
    }
    let grip = null;
    canvas.addEventListener("pointerdown", (event) => {
      grip = { x: event.clientX, y: event.clientY };
      if (scale > 1) canvas.setPointerCapture(event.pointerId);
      point(nearest(event), event);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (grip && event.buttons && scale > 1) {
        const side = canvas.clientWidth;
        move((grip.x - event.clientX) / side, (grip.y - event.clientY) / side);
        grip = { x: event.clientX, y: event.clientY };
        point(-1);
        return;
      }
      point(nearest(event), event);
    });
    canvas.addEventListener("pointerup", () => { grip = null; });
    canvas.addEventListener("pointerleave", () => point(-1));
    canvas.addEventListener("dblclick", (event) => {
      const box = canvas.getBoundingClientRect();
      zoomAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height, 2);
    });
    canvas.addEventListener("wheel", (event) => {
      /* A page that is scrolled past must not zoom. */
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = canvas.getBoundingClientRect();
      const factor = Math.exp(-Math.sign(event.deltaY) * 0.25);
      zoomAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height, factor);
    }, { passive: false });
    canvas.addEventListener("keydown", (event) => {
      const moves = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] };
      if (moves[event.key]) move(...moves[event.key]);
      else if (event.key === "+" || event.key === "=") zoomAt(0.5, 0.5, 1.5);
      else if (event.key === "-") zoomAt(0.5, 0.5, 1 / 1.5);
      else if (event.key === "0") this.reset();
      else return;
      event.preventDefault();
    });
    new ResizeObserver(paint).observe(canvas);
  }

  function point(image, event) {
    if (image !== pointed) {
      pointed = image;
      maps.forEach((map) => map.paint());
      tip.replaceChildren();
      if (image >= 0) describe(image);
    }
    tip.hidden = image < 0;
    if (image >= 0) {
      const width = tip.offsetWidth;
      const height = tip.offsetHeight;
      tip.style.left = Math.max(4, Math.min(event.clientX + 14, innerWidth - width - 8)) + "px";
      tip.style.top = Math.max(4, event.clientY + 14 + height > innerHeight ? event.clientY - height - 14 : event.clientY + 14) + "px";
    }
  }
  function describe(image) {
    const sheet = sheets.find((one) => one.index[image] >= 0);
    if (sheet && sheet.picture.complete && sheet.picture.naturalWidth > 0) {
      const place = sheet.index[image];
      const size = sheet.size;
      const canvas = make("canvas", tip);
      canvas.width = size;
      canvas.height = size;
      const column = place % sheet.columns;
      const row = Math.floor(place / sheet.columns);
      canvas.getContext("2d").drawImage(sheet.picture, column * size, row * size, size, size, 0, 0, size, size);
    }
    const list = make("dl", tip);
    make("dt", list, "image");
    make("dd", list, atlas.samples[image]);
    for (const field of fields) {
      if (field.name.includes(" + ")) continue;
      const code = field.codes[image];
      make("dt", list, field.name);
      make("dd", list, code === NONE ? "not known" : field.values[code]);
    }
  }
  function explain() {
    key.replaceChildren();
    if (!fields.length) return;
    const field = fields[chosen];
    const counts = new Map();
    field.codes.forEach((code) => counts.set(code, (counts.get(code) || 0) + 1));
    const add = (code, text) => {
      const item = make("li", key);
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("width", "11");
      svg.setAttribute("height", "11");
      svg.setAttribute("aria-hidden", "true");
      const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      dot.setAttribute("cx", "5.5");
      dot.setAttribute("cy", "5.5");
      dot.setAttribute("r", "5");
      dot.setAttribute("fill", colour(code));
      svg.append(dot);
      item.append(svg, text);
    };
    field.values.slice(0, atlas.palette.length).forEach((value, code) => add(code, value + " (" + (counts.get(code) || 0) + ")"));
    const rest = field.values.length - atlas.palette.length;
    if (rest > 0) add(NONE, rest + " other values");
    if (counts.get(NONE)) add(NONE, "not known (" + counts.get(NONE) + ")");
  }
  function choose() {
    maps.forEach((map) => map.sort());
    explain();
  }
  choice.addEventListener("change", () => { chosen = Number(choice.value); choose(); });
  all.addEventListener("click", () => maps.forEach((map) => map.reset()));
  addEventListener("scroll", () => point(-1), { passive: true });
  repaint.push(() => maps.forEach((map) => map.paint()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => repaint.forEach((paint) => paint()));
  choose();
})();
