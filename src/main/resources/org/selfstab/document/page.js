"use strict";
(() => {
  document.querySelectorAll(".scripted").forEach(element => { element.hidden = false; });
  document.querySelectorAll("table.filtered").forEach(filterRows);
  document.querySelectorAll(".scroll").forEach(hintAtScrolling);
  const data = document.getElementById("data");
  if (data) {
    followSteps(JSON.parse(data.textContent));
  }

  /** Says that there is more to the right than fits. */
  function hintAtScrolling(box) {
    new ResizeObserver(() => box.classList.toggle("wide", box.scrollWidth > box.clientWidth + 1)).observe(box);
  }

  /** Rows are shown that contain the words and have the status chosen; a remark goes with the row above it. */
  function filterRows(table) {
    const controls = table.closest("section").querySelector(".filter");
    const words = controls.querySelector(".words");
    const status = controls.querySelector(".status");
    const rows = [...table.tBodies[0].rows];
    const update = () => {
      let shown = 0;
      let visible = true;
      for (const row of rows) {
        if (!row.classList.contains("remark")) {
          const wanted = words.value.toLowerCase().split(/\s+/).filter(word => word);
          const text = row.textContent.toLowerCase();
          visible = wanted.every(word => text.includes(word))
            && (status.value === "" || row.cells[0].textContent === status.value);
          shown += visible ? 1 : 0;
        }
        row.hidden = !visible;
      }
      controls.querySelector(".shown").value = `${shown} shown`;
    };
    words.addEventListener("input", update);
    status.addEventListener("change", update);
    update();
  }

  function followSteps({chosen, steps, columns, figures}) {
    const byKey = new Map(columns.map(column => [column.key, column.values]));
    byKey.set("t", steps);
    const slider = document.getElementById("step");
    const followers = figures.map(figure => follower(figure, chosen, byKey, choose));
    const cells = readout(columns.filter(column => column.symbol));
    slider.addEventListener("input", () => show(Number(slider.value)));
    show(0);

    function choose(index) {
      slider.value = index;
      show(index);
    }

    function show(index) {
      document.getElementById("step-shown").value = steps[index];
      cells.forEach(({cell, values}) => { cell.textContent = written(values[index]); });
      followers.forEach(follow => follow(index));
    }
  }

  function readout(columns) {
    const body = document.querySelector("#readout tbody");
    return columns.map(({symbol, words, values}) => {
      const row = body.insertRow();
      const head = document.createElement("th");
      head.textContent = symbol;
      head.title = words;
      row.append(head);
      return {cell: row.insertCell(), values};
    });
  }

  function written(value) {
    if (value === null || value === undefined) { return "–"; }
    return typeof value === "string" ? value : Number(value.toPrecision(6)).toString();
  }

  /** Marks in one figure that go to a step, and the choice of the step nearest to the pointer. */
  function follower({name, frame, tracks}, chosen, byKey, choose) {
    const svg = document.querySelector(`#${CSS.escape(name)} svg`);
    const layer = svg.appendChild(element("g", {"class": "followers"}));
    const overSteps = tracks.every(track => track.x === "t");
    const crosshair = overSteps ? layer.appendChild(element("line", {"class": "crosshair"})) : null;
    const marks = tracks.map(track => layer.appendChild(element("circle", {"class": "follower", r: 5, style: `fill:${track.color}`})));
    const tip = layer.appendChild(element("text", {"class": "tip"}));
    const places = tracks.map(track => places2d(frame, byKey.get(track.x), byKey.get(track.y)));
    svg.addEventListener("pointermove", event => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      svg.dataset.hovered = "";
      choose(nearest(places, point, overSteps));
    });
    svg.addEventListener("pointerleave", () => { delete svg.dataset.hovered; tip.textContent = ""; });
    return index => {
      marks.forEach((mark, i) => place(mark, places[i][index]));
      if (crosshair) {
        const x = pixel(frame.x, byKey.get("t")[index]);
        set(crosshair, {x1: x, x2: x, y1: frame.y.lowPixel, y2: frame.y.highPixel});
      }
      if ("hovered" in svg.dataset) {
        tell(tip, frame, tracks.map(track => `${track.label} = ${written(byKey.get(track.told)[index])}`),
          `${chosen} = ${byKey.get("t")[index]}`, places.map(at => at[index]).find(at => at));
      }
    };
  }

  /** The pixels of a track at all steps; null where it is not defined or out of the frame. */
  function places2d(frame, xs, ys) {
    return xs.map((x, i) => {
      if (x === null || ys[i] === null) { return null; }
      const at = {x: pixel(frame.x, x), y: pixel(frame.y, ys[i])};
      const inside = between(at.x, frame.x.lowPixel, frame.x.highPixel) && between(at.y, frame.y.lowPixel, frame.y.highPixel);
      return inside ? at : null;
    });
  }

  function pixel(side, value) {
    const scale = side.logarithmic ? Math.log : x => x;
    const part = (scale(value) - scale(side.low)) / (scale(side.high) - scale(side.low));
    return side.lowPixel + part * (side.highPixel - side.lowPixel);
  }

  function between(value, one, other) {
    return value >= Math.min(one, other) - 1 && value <= Math.max(one, other) + 1;
  }

  function nearest(places, point, overSteps) {
    let best = 0;
    let least = Infinity;
    for (const track of places) {
      track.forEach((at, index) => {
        const distance = at === null ? Infinity : overSteps ? Math.abs(at.x - point.x) : Math.hypot(at.x - point.x, at.y - point.y);
        if (distance < least) { least = distance; best = index; }
      });
    }
    return best;
  }

  function place(mark, at) {
    mark.style.display = at ? "" : "none";
    if (at) { set(mark, {cx: at.x, cy: at.y}); }
  }

  function tell(tip, frame, lines, head, at) {
    const left = at && at.x > frame.width / 2;
    const x = at ? at.x + (left ? -10 : 10) : frame.x.lowPixel + 10;
    tip.textContent = "";
    set(tip, {"text-anchor": left ? "end" : "start"});
    [head, ...lines].forEach((line, i) => {
      const span = tip.appendChild(element("tspan", {x, y: Math.min(frame.y.lowPixel, frame.y.highPixel) + 18 + 16 * i}));
      span.textContent = line;
    });
  }

  function element(name, attributes) {
    const created = document.createElementNS("http://www.w3.org/2000/svg", name);
    set(created, attributes);
    return created;
  }

  function set(target, attributes) {
    Object.entries(attributes).forEach(([name, value]) => target.setAttribute(name, value));
  }
})();
