// Put in sequence, by two buttons an item or by the arrow keys on them.

import { button, make, say, taught } from "./dom.js";

export function arrange(ask, changed) {
  const list = make("ol", { class: "items" });
  const rows = new Map(ask.items.map((item) => [item, row(item)]));

  function row(item) {
    const [up, down] = [
      button("↑", () => move(item, -1, up), { "aria-label": `Move up: ${item}` }),
      button("↓", () => move(item, 1, down), { "aria-label": `Move down: ${item}` }),
    ];
    const place = make("span", { class: "place", "aria-hidden": "true" });
    const element = make("li", {}, place, taught("span", { class: "text" }, item), up, down);
    element.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      move(item, by, by < 0 ? up : down);
    });
    return { element, up, down, place };
  }

  const order = () => [...list.children].map((element) => ask.items.find((item) => rows.get(item).element === element));

  function put(items) {
    list.append(...items.map((item) => rows.get(item).element));
    items.forEach((item, index) => {
      const { up, down, place } = rows.get(item);
      place.textContent = `${index + 1}`;
      up.setAttribute("aria-disabled", index === 0);
      down.setAttribute("aria-disabled", index === items.length - 1);
    });
  }

  function move(item, by, focused) {
    const items = order();
    const [from, to] = [items.indexOf(item), items.indexOf(item) + by];
    if (to < 0 || to >= items.length) return;
    [items[from], items[to]] = [items[to], items[from]];
    put(items);
    focused.focus();
    say(`${item}: now ${to + 1} of ${items.length}`);
    changed();
  }

  put(ask.items);
  return {
    element: list,
    response: () => ({ type: "arranged", items: order() }),
    missing: () => null,
    show: (response) => put(response?.type === "arranged" ? response.items : ask.items),
  };
}
