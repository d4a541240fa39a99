/** The panel: sliders, drawings and numbers of runs by selfstabSimulation. No name of the problem is ever read as markup or as code. */
const selfstabPanel = (() => {
  /** The most steps that are drawn. */
  const LONGEST = 20000;
  /** How long a frame may compute, in milliseconds: sixty fit into a second. */
  const SLICE = 11;
  const POSITIONS = 1000;
  const {simulate, valueOf, F} = selfstabSimulation;
  let data;
  let programs;
  let controls;
  let views;
  let parts;
  let running = null;
  let shown = null;

  // What is computed: values that the reader chose go before definitions, and those before nothing.

  /** A number that a reader may change. `own` is what was chosen, or null where the file's definition holds. */
  class Control {
    constructor({name, value, definition, number, swept}, kind) {
      Object.assign(this, {name, value, definition, number, kind, present: value, own: null});
      this.scale = scaleOf(this, swept || []);
    }

    choose(value) {
      this.own = value === this.value && this.number ? null : value;
    }
  }

  const isChanged = () => controls.all.some(control => control.own !== null);

  /** The values of parameters and start, and the horizon's rule, as they are now. */
  function setting(changes = {}) {
    const chosen = control => {
      const group = changes[control.kind] || {};
      return Object.hasOwn(group, control.name) ? group[control.name] : control.own;
    };
    const changed = controls.parameters.some(control => chosen(control) !== null);
    const value = (control, program, parameters) => {
      if (chosen(control) !== null) { return chosen(control); }
      return control.number || !changed ? control.value : valueOf(program, parameters);
    };
    const parameters = new Float64Array(controls.parameters.length);
    for (const i of data.order) { parameters[i] = value(controls.parameters[i], programs.parameters[i], parameters); }
    const start = Float64Array.from(controls.start, (control, i) => value(control, programs.start[i], parameters));
    const steps = changes.horizon === undefined ? controls.horizon.own : changes.horizon;
    return {
      optimizer: optimizerAt(changed, parameters),
      parameters,
      start,
      atEdge: changes.atEdge === undefined ? controls.atEdge : changes.atEdge,
      kick: programs.kick === null ? null : valueOf(programs.kick, parameters),
      horizon: horizonRule(steps === null ? data.horizon : steps, parameters),
      maxSteps: data.maxSteps,
      longest: changes.longest || LONGEST,
    };
  }

  /** The optimizer with its parameters' values: gradient descent with the step size eta, or another by its programs. */
  function optimizerAt(changed, parameters) {
    if (data.optimizer === null) {
      const eta = parameters[data.eta];
      return {name: "gradient descent", a: [[1]], b: [-eta], c: [1], edge: 2 / eta, growth: eta, drift: eta, flip: [1], isPlain: true};
    }
    const {name, values} = data.optimizer;
    const numbers = changed ? programs.optimizer.map(program => valueOf(program, parameters)) : values;
    const q = data.optimizer.copies;
    const row = from => numbers.slice(from, from + q);
    const [edge, growth, drift] = numbers.slice(-3);
    return {name, a: Array.from({length: q}, (_, i) => row(i * q)), b: row(q * q), c: row(q * q + q), flip: row(q * q + 2 * q), edge, growth, drift, isPlain: false};
  }

  /** A function of delta and alpha at t = 0, or null for three periods. */
  function horizonRule(steps, parameters) {
    if (steps !== null) { return () => steps; }
    return programs.horizon === null ? null : (delta, alpha) => valueOf(programs.horizon, Float64Array.from([...parameters, delta, alpha]));
  }

  /** A whole run at once, for tests: changes are {parameters: {NAME: value}, start: {NAME: value}, horizon, atEdge, longest}. */
  function run(changes) {
    const steps = simulate(programs.loss, setting(changes));
    for (;;) {
      const {value, done} = steps.next();
      if (done) { return value; }
    }
  }

  // Sliders.

  /** Where a slider's positions are: over decades for what is small and positive, evenly otherwise. */
  function scaleOf({value, kind, name}, swept) {
    const over = [value, ...swept].filter(Number.isFinite);
    if (kind === "horizon") { return {low: 10, high: LONGEST, logarithmic: true, whole: true}; }
    if (kind === "parameters" && value > 0 && (name === "eta" || swept.length > 0 || value < 0.1) && over.every(one => one > 0)) {
      const wide = name === "eta" ? 3 : 10;
      return {low: Math.min(...over) / wide, high: Math.max(...over) * wide, logarithmic: true};
    }
    if (kind === "parameters" && data.optimizer !== null && (name === "momentum" || name === "nu") && over.every(one => one >= 0 && one <= 1)) {
      return {low: 0, high: name === "momentum" ? Math.max(0.99, ...over) : 1, logarithmic: false};
    }
    const size = Math.abs(value);
    const half = size === 0 || !Number.isFinite(size) ? 1 : kind === "start" ? (size < 1 ? 2 * size : 0.5 * size) : size;
    const centre = Number.isFinite(value) ? value : 0;
    return {low: Math.min(centre - half, ...over), high: Math.max(centre + half, ...over), logarithmic: false};
  }

  function valueAt({low, high, logarithmic, whole}, position) {
    const part = position / POSITIONS;
    const value = logarithmic ? low * (high / low) ** part : low + part * (high - low);
    if (whole) { return Math.round(value); }
    const unit = 10 ** Math.floor(Math.log10(logarithmic ? value / 300 : (high - low) / POSITIONS));
    return Number((Math.round(value / unit) * unit).toPrecision(12));
  }

  function positionOf({low, high, logarithmic}, value) {
    const part = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return Math.round(POSITIONS * Math.min(1, Math.max(0, Number.isNaN(part) ? 0 : part)));
  }

  /** A number, or a quotient of two, as typed; NaN where it is none. */
  function typed(text) {
    const [numerator, denominator, ...more] = text.split("/").map(part => part.trim() === "" ? NaN : Number(part));
    return more.length ? NaN : denominator === undefined ? numerator : numerator / denominator;
  }

  const written = (value, digits = 6) => Number.isNaN(value) || value === null ? "–" : !Number.isFinite(value) ? (value > 0 ? "∞" : "−∞")
    : String(Number(value.toPrecision(digits))).replace("-", "−");

  /** As it can be typed again. */
  const exact = value => String(Number(value.toPrecision(15)));

  const optimizerName = () => data.optimizer === null ? "gradient descent" : data.optimizer.name;

  /** What the page calls the edge and, in units of it, an eigenvalue. */
  const edgeName = () => data.optimizer === null ? "2/η" : "S_c";
  const inUnits = eigenvalue => data.optimizer === null ? `η ${eigenvalue}` : `2 ${eigenvalue}/S_c`;

  // The page.

  function element(name, attributes = {}, ...children) {
    const created = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => created.setAttribute(key, value));
    created.append(...children);
    return created;
  }

  function build(root) {
    const form = element("form", {"class": "controls", "aria-label": "What the run begins with"});
    form.addEventListener("submit", event => event.preventDefault());
    const groups = [["Parameters", controls.parameters], ["Start", controls.start], ["Run", [controls.horizon]]];
    for (const [title, members] of groups) {
      const group = form.appendChild(element("fieldset", {}, element("legend", {}, title)));
      members.forEach((control, i) => group.append(row(control, `panel-${control.kind}-${i}`)));
      if (title === "Run") { group.append(edgeSwitch()); }
    }
    const reset = element("button", {type: "button", "class": "reset"}, "Reset all");
    reset.addEventListener("click", () => {
      controls.all.forEach(control => { control.own = null; });
      controls.atEdge = data.atEdge;
      parts.atEdge.checked = data.atEdge;
      restart();
    });
    form.append(reset);
    const drawings = element("div", {"class": "views"}, element("p", {"class": "legend"}, ...LEGEND.map(swatch)));
    views = VIEWS.map(view => {
      const canvas = element("canvas", {role: "img", "aria-label": view.title});
      drawings.append(element("figure", {}, element("figcaption", {}, element("strong", {}, view.title), ...view.legend.map(swatch)), canvas));
      return {canvas, draw: view.draw};
    });
    parts = {
      ...parts,
      end: element("p", {"class": "end", role: "status"}),
      warnings: element("ul", {"class": "warnings"}),
      readout: element("dl", {"class": "readout"}),
      command: element("code"),
      moved: element("span"),
      reset,
    };
    const copy = element("button", {type: "button"}, "Copy");
    copy.addEventListener("click", () => select(parts.command, copy));
    root.append(
      element("div", {"class": "play"}, form,
        element("div", {"class": "seen"}, drawings, parts.end, parts.warnings, parts.readout)),
      element("p", {"class": "note"}, "Runs in double precision in the browser, not a proof; the panel looks at four of the conditions only. "
        + "Nearest points of the stable set come from a first-order iteration from many starts. Verdicts: ", parts.command, " ", copy, parts.moved));
    const observer = new ResizeObserver(() => shown && draw(shown));
    views.forEach(({canvas}) => observer.observe(canvas));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => shown && draw(shown));
  }

  const swatch = ([ink, mark, text]) => element("span", {"class": "key", style: `--key: var(--ink-${ink})`}, `${mark} `, element("span", {}, typeof text === "function" ? text() : text));

  /** A label, a slider, a field for the exact number, and a button that takes back what was chosen. */
  function row(control, id) {
    const {name} = control;
    const slider = element("input", {type: "range", id, min: 0, max: POSITIONS, step: 1});
    const field = element("input", {type: "text", inputmode: "decimal", "aria-label": `${name}, as a number`, autocomplete: "off", spellcheck: "false"});
    const back = element("button", {type: "button", "class": "back", "aria-label": `${name} as in the file`, title: "as in the file"}, "↺");
    const rule = control.number ? "" : ` = ${control.definition}`;
    control.parts = {slider, field, back, row: element("div", {"class": "control"}, element("label", {"for": id, title: name + rule}, name), slider, field, back)};
    if (rule) { control.parts.row.append(element("small", {}, rule)); }
    slider.addEventListener("input", () => choose(control, valueAt(control.scale, Number(slider.value))));
    field.addEventListener("change", () => {
      const value = typed(field.value);
      const usable = Number.isFinite(value) && (control.kind !== "horizon" || value >= 1);
      field.setAttribute("aria-invalid", String(!usable));
      if (usable) { choose(control, control.kind === "horizon" ? Math.floor(value) : value); }
    });
    back.addEventListener("click", () => {
      control.own = null;
      slider.focus();
      restart();
    });
    return control.parts.row;
  }

  function edgeSwitch() {
    const box = element("input", {type: "checkbox", id: "panel-at-edge"});
    box.checked = controls.atEdge;
    box.addEventListener("change", () => {
      controls.atEdge = box.checked;
      restart();
    });
    parts = {atEdge: box};
    return element("div", {"class": "switch"}, box, element("label", {"for": "panel-at-edge"},
      `the start is t = 0, at the edge; otherwise plain ${optimizerName()} looks for the edge first`));
  }

  function choose(control, value) {
    control.choose(value);
    const {low, high, logarithmic} = control.scale;
    if (value < low && !(logarithmic && value <= 0)) { control.scale.low = value; }
    if (value > high) { control.scale.high = value; }
    restart();
  }

  function select(code, button) {
    const range = document.createRange();
    range.selectNodeContents(code);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    // Pages that are files have no clipboard of their own in some browsers; what is selected can be copied by hand.
    button.textContent = document.execCommand("copy") ? "Copied" : "Selected";
  }

  // Running and showing.

  /** Begins the run anew with the next frame; it goes on from frame to frame until it is over. */
  function restart() {
    if (running !== null) { cancelAnimationFrame(running.frame); }
    const present = setting();
    showControls(present);
    const steps = simulate(programs.loss, present);
    running = {steps, frame: requestAnimationFrame(advance)};
  }

  function advance() {
    const deadline = performance.now() + SLICE;
    let next;
    do { next = running.steps.next(); } while (!next.done && performance.now() < deadline);
    show(next.value);
    if (next.done) { running = null; } else { running.frame = requestAnimationFrame(advance); }
  }

  function showControls({parameters, start}) {
    controls.parameters.forEach((control, i) => showControl(control, parameters[i]));
    controls.start.forEach((control, i) => showControl(control, start[i]));
    if (controls.horizon.own !== null) { showControl(controls.horizon, controls.horizon.own); }
    controls.horizon.parts.row.classList.toggle("changed", controls.horizon.own !== null);
    parts.reset.disabled = !isChanged() && controls.atEdge === data.atEdge;
    showCommand();
  }

  function showControl(control, value) {
    const {slider, field, back, row: line} = control.parts;
    control.present = value;
    const position = String(positionOf(control.scale, value));
    if (slider.value !== position) { slider.value = position; }
    slider.setAttribute("aria-valuetext", written(value));
    if (document.activeElement !== field || field.getAttribute("aria-invalid") !== "true") {
      field.value = Number.isFinite(value) ? (control.own === null ? String(Number(value.toPrecision(8))) : exact(value)) : "undefined";
      field.removeAttribute("aria-invalid");
    }
    line.classList.toggle("changed", control.own !== null);
    back.disabled = control.own === null;
  }

  /** The command that gives the verdicts on what is shown. */
  function showCommand() {
    const quoted = text => /^[\w./+:=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
    const own = new Map(Object.entries(data.overrides));
    controls.parameters.filter(control => control.own !== null).forEach(control => own.set(control.name, exact(control.own)));
    const steps = controls.horizon.own === null ? data.horizon : controls.horizon.own;
    parts.command.textContent = [...data.command.slice(0, 2), quoted(data.command[2]),
      ...[...own].map(([name, value]) => `--set ${quoted(`${name}=${value}`)}`), ...(steps === null ? [] : [`--horizon ${steps}`])].join(" ");
    const start = controls.start.filter(control => control.own !== null).map(control => `${control.name} = "${exact(control.own)}"`);
    parts.moved.textContent = (start.length ? ` with ${start.join(", ")} in the file's [start]` : "")
      + (controls.atEdge === data.atEdge ? "" : `${start.length ? " and" : " with"} at_edge = ${controls.atEdge} in its [run]`);
  }

  function show(result) {
    shown = result;
    if (controls.horizon.own === null) {
      showControl(controls.horizon, result.steps > 0 ? result.uncut : NaN);
    }
    draw(result);
    showWords(result);
  }

  function showWords(result) {
    const words = result.end === null ? `computing: step ${result.steps || result.approach.length} …` : `${result.end[0].toUpperCase()}${result.end.slice(1)}.`;
    if (parts.end.textContent !== words) { parts.end.textContent = words; }
    parts.end.classList.toggle("early", result.end !== null && !result.isComplete);
    const constants = result.constants();
    parts.warnings.replaceChildren(...warnings(result, constants).map(text => element("li", {}, text)));
    parts.readout.replaceChildren(...readout(result, constants).map(([name, value, words_]) =>
      element("div", {title: words_}, element("dt", {}, name), element("dd", {}, value))));
  }

  /** What of the theory's preconditions fails, of those that are looked at here, and what else a reader should know. */
  function warnings(result, constants) {
    const told = [];
    const [second, axis, start] = data.thresholds;
    if (result.failedBefore !== null) {
      told.push(`Step ${result.failedBefore.step} has no nearest point that was found, so that the edge may have been reached before: ${result.failedBefore.problem}.`);
    }
    if (result.steps === 0) { return told; }
    if (result.undefinedOscillation !== null) {
      told.push(`No progressive sharpening: α = ${written(result.undefinedOscillation.alpha)} at t = ${result.undefinedOscillation.t} is not positive `
        + "beyond rounding. δ, ε and the constants are undefined, and the theorem does not apply.");
    }
    if (result.optimizer.q === 1 && constants.etaSecond.value > second) {
      told.push(`Eigengap: max ${inUnits("λ₂")} = ${written(constants.etaSecond.value)} at t = ${constants.etaSecond.t} is above ${written(second)}.`);
    }
    if (constants.smallestX.value < axis) {
      told.push(`Too close to the axis: min |x*|/δ = ${written(constants.smallestX.value)} at t = ${constants.smallestX.t} is below ${written(axis)}.`);
    }
    if (constants.start.value > start) {
      told.push(`The start is far: |v₀|/δ = ${written(constants.start.value)} is above ${written(start)}.`);
    }
    const noise = result.noiseBeyond(constants.eps.value * constants.delta.value);
    if (noise !== null) {
      told.push(`The iterates are rounding noise from about t = ${noise.t} on: along u it may have grown to ${written(noise.value, 2)} ε δ, so that `
        + "other programs' runs differ. verify --precision 50 runs with more digits.");
    }
    if (result.predictionEnd !== null) {
      told.push(`The prediction diverges: v* is not finite from step ${result.predictionEnd} on.`);
    }
    if (result.uncut > result.horizon) {
      told.push(`The panel shows the first ${result.horizon} of ${result.uncut} steps.`);
    }
    return told;
  }

  function readout(result, constants) {
    if (result.steps === 0) {
      return [[`max ${inUnits("S")}`, written(result.optimizer.step * result.approachLargest.value),
        `the largest sharpness seen, in units of ${data.optimizer === null ? "1/eta" : "S_c/2"}; the edge is at 2`]];
    }
    const at = ({value, t}) => Number.isNaN(value) ? "undefined" : `${written(value)}${t === null ? "" : ` at t = ${t}`}`;
    const isPlain = data.optimizer === null;
    const {edge, growth, drift} = result.optimizer;
    return [
      ...(isPlain ? [] : [["S_c", written(edge), "the edge of stability (29)"], ["a", written(growth), "growth rate (30)"], ["b", written(drift), "drift rate (31)"]]),
      ["ε", at(constants.eps), isPlain ? "max eta sqrt(alpha)" : "max sqrt(a b alpha)"],
      ["δ", at(constants.delta), "max sqrt(2 alpha/beta)"],
      ["C₁", at(constants.C1), "max |v - v*| / (eps delta): coupling (24)"],
      ["C_L", at(constants.CL), `loss (25), in units of eps ${isPlain ? "delta^2/eta" : "S_c delta^2/2"}`],
      ["C_S", at(constants.CS), `sharpness (26), in units of ${isPlain ? "eps^2/eta" : "eps sqrt(b alpha/a)"}`],
      ["min |x*|/δ", at(constants.smallestX), "distance from the axis"],
      [`max ${inUnits("λ₂")}`, result.n > 1 ? at(constants.etaSecond) : "–", result.optimizer.q === 1 ? "eigengap: below 2" : "the second largest curvature; verify says whether steps are stable off u"],
      ["min γ", at(constants.gamma), "alignment, from 0 to 1"],
      ["|v₀|/δ", Number.isNaN(constants.start.value) ? "undefined" : written(constants.start.value), "distance of the start from the stable set"],
      [`max ${inUnits("S")}`, at(constants.etaSharpness), "the largest sharpness of an iterate; the edge is at 2"],
      ["t = 0", `step ${result.edgeStep} of ${optimizerName()}`, "the first iterate whose projection lies at the edge"],
    ];
  }

  // Drawings.

  const LEGEND = [["blue", "●", "even and"], ["vermillion", "●", "odd steps, exact"], ["green", "—", "predicted"]];
  const VIEWS = [
    {title: "x, along u", legend: [["frame", "┄", "±δ"]], draw: drawX},
    {title: "Sharpness", legend: [["frame", "┄", edgeName]], draw: drawSharpness},
    {title: "Phase portrait", legend: [["frame", "┄", "±δ, 0"]], draw: drawPhase},
    {title: "|v − v*|", legend: [["frame", "┄", "ε δ"], ["orange", "┄", "C₁ ε δ"]], draw: drawDeviation},
  ];

  function draw(result) {
    const style = getComputedStyle(document.documentElement);
    const ink = name => style.getPropertyValue(`--ink-${name}`).trim();
    for (const {canvas, draw: drawing} of views) {
      const width = canvas.clientWidth;
      const height = canvas.clientHeight;
      const ratio = window.devicePixelRatio || 1;
      if (!(width > 0 && height > 0)) { continue; }
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
      }
      const pen = canvas.getContext("2d");
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, width, height);
      drawing(new Plot(pen, width, height, ink), result);
    }
  }

  function drawX(plot, result) {
    if (result.steps === 0) { return plot.nothing(); }
    const ts = stepsOf(result);
    const count = result.steps;
    plot.frame(span(ts), span(result.x.subarray(0, count), {further: result.predictedX.subarray(0, count)}), "t", "x");
    plot.line(ts, result.delta, "frame", {dashed: true, count});
    plot.line(ts, result.delta, "frame", {dashed: true, sign: -1, count});
    overTime(plot, ts, result.x, result.predictedX, count);
  }

  function drawSharpness(plot, result) {
    if (result.steps === 0) {
      if (result.approach.length === 0) { return plot.nothing(); }
      const values = Float64Array.from(result.approach);
      const ts = Float64Array.from(values.keys());
      plot.frame(span(ts), span(values, {levels: [result.edge]}), `step of ${optimizerName()}`, "S");
      plot.level(result.edge, "frame");
      return plot.dots(ts, values, ["blue", "blue"], values.length);
    }
    const ts = stepsOf(result);
    const values = result.sharpness.subarray(0, result.steps);
    plot.frame(span(ts), span(values, {further: result.predictedSharpness.subarray(0, result.steps), levels: [result.edge]}), "t", "S");
    plot.level(result.edge, "frame");
    overTime(plot, ts, values, result.predictedSharpness, result.steps);
  }

  function drawPhase(plot, result) {
    if (result.steps === 0) { return plot.nothing(); }
    const count = result.steps;
    const delta = result.delta[0];
    plot.frame(span(result.x.subarray(0, count), {further: result.predictedX.subarray(0, count), levels: delta > 0 ? [delta, -delta] : []}),
      span(result.y.subarray(0, count), {further: result.predictedY.subarray(0, count), levels: [0]}), "x", "y");
    plot.level(0, "frame");
    if (delta > 0) {
      plot.upright(delta, "frame");
      plot.upright(-delta, "frame");
    }
    for (const parity of [0, 1]) { plot.line(result.predictedX, result.predictedY, "green", {from: parity, stride: 2, count}); }
    plot.dots(result.x, result.y, ["blue", "vermillion"], count);
  }

  function drawDeviation(plot, result) {
    if (result.steps === 0) { return plot.nothing(); }
    const {eps, delta, C1} = result.constants();
    const unit = eps.value * delta.value;
    const logs = result.deviation.subarray(0, result.steps).map(value => Math.log10(value));
    const levels = [unit, C1.value * unit].map(Math.log10).filter(Number.isFinite);
    const finite = logs.filter(Number.isFinite);
    if (finite.length === 0) { return plot.nothing("the prediction is exact"); }
    const ts = stepsOf(result);
    const seen = rangeOf(finite);
    // A prediction that diverges goes out of the frame.
    const high = Math.min(Math.max(seen.high, ...levels), levels.length > 0 ? levels[0] + 5 : Infinity);
    const low = Math.max(high - 8, Math.min(seen.low, ...levels));
    plot.frame(span(ts), {low: low - 0.3, high: high + 0.3}, "t", "", true);
    if (levels.length > 0) { plot.level(levels[0], "frame"); }
    if (levels.length > 1) { plot.level(levels[1], "orange"); }
    plot.dots(ts, logs, ["blue", "vermillion"], result.steps);
  }

  const stepsOf = result => Float64Array.from({length: result.steps}, (_, t) => t);

  function overTime(plot, ts, exactValues, predicted, count) {
    for (const parity of [0, 1]) { plot.line(ts, predicted, "green", {from: parity, stride: 2, count}); }
    plot.dots(ts, exactValues, ["blue", "vermillion"], count);
  }

  /**
   * The range of numbers over time; of further ones, what lies not far outside. Where the last ones are far off all others, as at the end of a run
   * that diverges, they lie outside; levels lie inside.
   */
  function span(values, {further = [], levels = []} = {}) {
    const all = rangeOf(values);
    const most = rangeOf(values.subarray(0, Math.ceil(0.8 * values.length)));
    let {low, high} = all;
    const usual = most.high - most.low;
    if (usual > 0 && high - low > 4 * usual) {
      low = Math.max(low, most.low - usual);
      high = Math.min(high, most.high + usual);
    }
    low = Math.min(low, ...levels);
    high = Math.max(high, ...levels);
    if (!(high >= low)) { return {low: -1, high: 1}; }
    const wide = high - low;
    for (const value of further) {
      if (value < low && value > low - 0.5 * wide) { low = value; }
      if (value > high && value < high + 0.5 * wide) { high = value; }
    }
    const margin = high > low ? 0.06 * (high - low) : Math.max(Math.abs(high) * 0.1, 1e-12);
    return {low: low - margin, high: high + margin};
  }

  function rangeOf(values) {
    let low = Infinity;
    let high = -Infinity;
    for (const value of values) {
      if (Number.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return {low, high};
  }

  /** A drawing with axes on a canvas; all numbers are in the units of the axes. */
  class Plot {
    constructor(pen, width, height, ink) {
      Object.assign(this, {pen, width, height, ink});
      this.left = 44;
      this.top = 6;
      this.right = width - 8;
      this.bottom = height - 30;
      pen.font = "11px system-ui, sans-serif";
      pen.lineWidth = 1;
    }

    nothing(words = "no step to show") {
      this.pen.fillStyle = this.ink("text");
      this.pen.textAlign = "center";
      this.pen.fillText(words, this.width / 2, this.height / 2);
    }

    frame(xs, ys, xName, yName, decades = false) {
      Object.assign(this, {xs, ys});
      const {pen, left, right, top, bottom} = this;
      pen.strokeStyle = this.ink("grid");
      pen.fillStyle = this.ink("text");
      pen.textBaseline = "middle";
      pen.textAlign = "right";
      for (const tick of ticks(ys, bottom - top < 110 ? 2 : 3, decades)) {
        this.stroke(left, this.y(tick), right, this.y(tick));
        pen.fillText(decades ? power(tick) : label(tick), left - 4, this.y(tick));
      }
      pen.textAlign = "center";
      pen.textBaseline = "top";
      for (const tick of ticks(xs, right - left < 160 ? 1.5 : 3)) {
        this.stroke(this.x(tick), top, this.x(tick), bottom);
        pen.fillText(label(tick), Math.min(this.x(tick), right - 8), bottom + 4);
      }
      pen.fillText(xName, (left + right) / 2, bottom + 17);
      pen.save();
      pen.textBaseline = "top";
      pen.textAlign = "left";
      pen.fillText(yName, left + 4, top + 2);
      pen.restore();
      pen.strokeStyle = this.ink("frame");
      pen.strokeRect(left + 0.5, top + 0.5, right - left, bottom - top);
      pen.save();
      pen.beginPath();
      pen.rect(left, top, right - left + 1, bottom - top + 1);
      pen.clip();
    }

    x(value) { return this.left + (value - this.xs.low) / (this.xs.high - this.xs.low) * (this.right - this.left); }

    y(value) { return this.bottom - (value - this.ys.low) / (this.ys.high - this.ys.low) * (this.bottom - this.top); }

    stroke(x1, y1, x2, y2) {
      const {pen} = this;
      pen.beginPath();
      pen.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
      pen.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5);
      pen.stroke();
    }

    dashed(ink, drawing) {
      const {pen} = this;
      pen.save();
      pen.strokeStyle = this.ink(ink);
      pen.lineWidth = 1.3;
      pen.setLineDash([5, 4]);
      drawing();
      pen.restore();
    }

    level(value, ink) { this.dashed(ink, () => this.stroke(this.left, this.y(value), this.right, this.y(value))); }

    upright(value, ink) { this.dashed(ink, () => this.stroke(this.x(value), this.top, this.x(value), this.bottom)); }

    /** A line through every `stride`-th point, broken where a number is missing. */
    line(xs, ys, ink, {dashed = false, sign = 1, from = 0, stride = 1, count}) {
      const {pen} = this;
      const far = 1e5;
      pen.save();
      pen.strokeStyle = this.ink(ink);
      pen.lineWidth = 1.4;
      if (dashed) { pen.setLineDash([5, 4]); }
      pen.beginPath();
      let drawn = false;
      for (let t = from; t < count; t += stride) {
        const x = this.x(xs[t]);
        const y = this.y(sign * ys[t]);
        const there = Math.abs(x) < far && Math.abs(y) < far;
        if (there && drawn) { pen.lineTo(x, y); } else if (there) { pen.moveTo(x, y); }
        drawn = there;
      }
      pen.stroke();
      pen.restore();
    }

    /** Dots, of one ink for even and another for odd indices. */
    dots(xs, ys, inks, count) {
      const {pen} = this;
      const size = Math.min(4, Math.max(1.4, 1.8 * (this.right - this.left) / count));
      for (const parity of [0, 1]) {
        pen.fillStyle = this.ink(inks[parity]);
        pen.beginPath();
        for (let t = parity; t < count; t += 2) {
          const x = this.x(xs[t]);
          const y = this.y(ys[t]);
          if (x >= this.left - 2 && x <= this.right + 2 && y >= this.top - 2 && y <= this.bottom + 2) { pen.rect(x - size / 2, y - size / 2, size, size); }
        }
        pen.fill();
      }
      pen.restore();
    }
  }

  /** Round numbers within a range, at least so many, and at most some two and a half times as many. */
  function ticks({low, high}, least, whole = false) {
    const raw = (high - low) / least;
    const decade = 10 ** Math.floor(Math.log10(raw));
    const finest = [5, 2, 1].map(part => part * decade).find(one => one <= raw);
    const unit = whole ? Math.max(1, Math.round(finest)) : finest;
    const found = [];
    for (let k = Math.ceil(low / unit); k * unit <= high && found.length < 12; k++) { found.push(k * unit); }
    return found;
  }

  function label(value) {
    const number = Number(value.toPrecision(4));
    const magnitude = Math.abs(number);
    return (magnitude !== 0 && (magnitude < 1e-3 || magnitude >= 1e5) ? number.toExponential().replace("e+", "e") : String(number)).replaceAll("-", "−");
  }

  const power = exponent => `10${String(Math.round(exponent)).replace(/./g, digit => digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)])}`;

  /** Begins the page's panel with its programs; what is closed waits until it is opened. */
  function begin(made) {
    data = JSON.parse(document.getElementById("panel-data").textContent);
    programs = made(F);
    controls = {
      parameters: data.parameters.map(parameter => new Control(parameter, "parameters")),
      start: data.variables.map(variable => new Control(variable, "start")),
      horizon: new Control({name: "steps T", value: NaN, definition: data.horizon !== null ? String(data.horizon) : data.steps || "three periods", number: false}, "horizon"),
      atEdge: data.atEdge,
    };
    controls.all = [...controls.parameters, ...controls.start, controls.horizon];
    const root = document.getElementById("panel");
    root.hidden = false;
    const open = () => {
      if (!parts && (root.tagName !== "DETAILS" || root.open)) {
        build(root);
        restart();
      }
    };
    root.addEventListener("toggle", open);
    open();
  }

  /** The time that a frame takes that computes and draws the whole run, in milliseconds, on average. */
  function frameTime(frames) {
    const begun = performance.now();
    for (let k = 0; k < frames; k++) { show(run()); }
    return (performance.now() - begun) / frames;
  }

  return {begin, run, frameTime};
})();
