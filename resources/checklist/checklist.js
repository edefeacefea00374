"use strict";
// Ticks are kept as one text: list.bits.day.count. The day and the count serve the daily limit.
(() => {
  const list = document.body.dataset.list;
  const limit = Number(document.body.dataset.limit);
  const boxes = Array.from(document.querySelectorAll("input"));
  const links = Array.from(document.querySelectorAll("a"));
  const store = "kithmap-checklist-" + list;
  let day = 0;
  let ticked = 0;

  const today = () => {
    const now = new Date();
    return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
  };

  const browserKeeps = (() => {
    try {
      localStorage.setItem(store + "-try", "1");
      const kept = localStorage.getItem(store + "-try") === "1";
      localStorage.removeItem(store + "-try");
      return kept;
    } catch (refused) {
      return false;
    }
  })();

  const pack = () => {
    const bytes = new Uint8Array(Math.ceil(boxes.length / 8));
    boxes.forEach((box, place) => {
      if (box.checked) bytes[place >> 3] |= 1 << (place & 7);
    });
    const bits = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    return [list, bits, day, ticked].join(".");
  };

  // Adds the ticks of a kept text to those on the page; a text of another list or a broken one is left alone.
  const unpack = (text) => {
    const parts = (text || "").split(".");
    if (parts.length !== 4 || parts[0] !== list) return;
    let bytes;
    try {
      bytes = atob(parts[1].replaceAll("-", "+").replaceAll("_", "/"));
    } catch (broken) {
      return;
    }
    boxes.forEach((box, place) => {
      if ((bytes.charCodeAt(place >> 3) >> (place & 7)) & 1) box.checked = true;
    });
    if (Number(parts[2]) === today()) {
      day = today();
      ticked = Math.max(ticked, Number(parts[3]) || 0);
    }
  };

  const keep = () => {
    if (browserKeeps) {
      try {
        localStorage.setItem(store, pack());
        return;
      } catch (full) {
        say("kept", "This browser could not keep the last tick. Its storage is full.");
      }
    }
    // Replaced, not added: the way back must not lead through every tick.
    location.replace("#ticks=" + pack());
  };

  const say = (place, words) => {
    const element = document.getElementById(place);
    if (element.textContent !== words) element.textContent = words;
  };

  const show = () => {
    const done = boxes.filter((box) => box.checked).length;
    document.getElementById("done").value = done;
    say("count", done + " of " + boxes.length + " done");
    const enough = limit > 0 && day === today() && ticked >= limit;
    say("today", enough ? "That is " + ticked + " today. The rest can wait until tomorrow." : "");
    links.forEach((link, place) => {
      if (enough && !boxes[Number(link.dataset.box)].checked) link.removeAttribute("href");
      else link.setAttribute("href", link.dataset.href);
    });
  };

  const changed = (event) => {
    if (day !== today()) {
      day = today();
      ticked = 0;
    }
    ticked = Math.max(0, ticked + (event.target.checked ? 1 : -1));
    keep();
    show();
  };

  const arrived = () => {
    if (location.hash.startsWith("#ticks=")) unpack(location.hash.slice(7));
  };

  arrived();
  if (browserKeeps) unpack(localStorage.getItem(store));
  boxes.forEach((box) => {
    box.addEventListener("change", changed);
  });
  addEventListener("hashchange", () => {
    arrived();
    show();
  });
  say(
    "kept",
    browserKeeps
      ? "Your ticks are kept in this browser, on this device only."
      : "This browser does not keep ticks for files. They are kept in the address of this page: bookmark or copy it to come back to them."
  );
  show();
})();
