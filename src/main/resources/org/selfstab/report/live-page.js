(function () {
  "use strict";
  const shown = SHOWN_RUN;
  const words = {
    running: () => "Running …",
    failed: state => (shown ? "The last run failed, and this is the report of the one before: " : "The run failed: ") + state.reason,
  };
  const line = document.createElement("p");
  line.id = "live";
  line.setAttribute("role", "status");
  // At the bottom, where it covers no control of the report and moves nothing.
  line.style.cssText = "position:fixed;inset:auto 0 0 0;z-index:9;margin:0;padding:.5em 1em;background:#fff3cd;color:#332701;border-top:2px solid #997404;font-family:sans-serif";
  line.hidden = true;
  const onPaper = document.createElement("style");
  onPaper.textContent = "@media print { #live { display: none; } }";
  document.body.prepend(onPaper, line);
  window.selfstabLive = state => {
    if (state.state === "good" && state.run !== shown) {
      location.reload();
      return;
    }
    const text = words[state.state] ? words[state.state](state) : "";
    if (line.textContent !== text) {
      line.textContent = text;
      line.hidden = text === "";
    }
  };
  const look = () => {
    const script = document.createElement("script");
    script.src = "live.js?" + Date.now();
    script.onload = script.onerror = () => script.remove();
    document.head.append(script);
  };
  look();
  setInterval(look, 1000);
})();
