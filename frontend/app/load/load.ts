// j and k go from change to change: on this page without loading it again, beyond it by the links that are there anyway.
const list = document.querySelector<HTMLElement>(".objects");

type Direction = "next" | "previous";

function changes(): HTMLDetailsElement[] {
  return [...(list?.querySelectorAll<HTMLDetailsElement>("details.object[data-differs]") ?? [])];
}

/** Where the reader is: the object that has the focus, else the last one that was opened. */
let current: HTMLDetailsElement | null =
  list?.querySelector<HTMLDetailsElement>("details.object[open]") ?? null;

function place(object: HTMLElement): number {
  return Number(object.id.replace("object-", ""));
}

function neighbour(direction: Direction): HTMLDetailsElement | undefined {
  const all = changes();
  if (!current) {
    return direction === "next" ? all[0] : undefined;
  }
  const here = place(current);
  return direction === "next"
    ? all.find((each) => place(each) > here)
    : all.reverse().find((each) => place(each) < here);
}

function beyond(direction: Direction): string | undefined {
  return (direction === "next" ? list?.dataset.after : list?.dataset.before) || undefined;
}

/** The links lead where the keys do, also after the keys were used. */
function point(direction: Direction): void {
  const old = document.querySelector<HTMLElement>(`[data-change="${direction}"]`);
  if (!old) {
    return;
  }
  const href = neighbour(direction)?.dataset.href ?? beyond(direction);
  const link = document.createElement(href ? "a" : "span");
  link.className = href ? "button small" : "button small is-off";
  link.dataset.change = direction;
  if (link instanceof HTMLAnchorElement && href) {
    link.href = href;
  } else {
    link.setAttribute("aria-disabled", "true");
  }
  const focused = old === document.activeElement;
  link.append(...old.childNodes);
  old.replaceWith(link);
  if (focused && href) {
    link.focus();
  }
}

function show(object: HTMLDetailsElement): void {
  if (current && current !== object) {
    current.open = false;
  }
  current = object;
  object.open = true;
  history.replaceState(null, "", object.dataset.href ?? "");
  object.scrollIntoView({ block: "nearest" });
  object.querySelector("summary")?.focus({ preventScroll: true });
  point("next");
  point("previous");
}

function go(direction: Direction): void {
  const here = neighbour(direction);
  const there = beyond(direction);
  if (here) {
    show(here);
  } else if (there) {
    location.assign(there);
  }
}

if (list) {
  document.addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, select, textarea")) {
      return;
    }
    if (event.key === "j") {
      go("next");
    } else if (event.key === "k") {
      go("previous");
    }
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[data-change]");
    const direction = link?.dataset.change as Direction | undefined;
    const here = direction && neighbour(direction);
    if (here && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(here);
    }
  });
  list.addEventListener(
    "toggle",
    (event) => {
      const object = event.target as HTMLDetailsElement;
      if (object.matches("details.object") && object.open && object !== current) {
        current = object;
        history.replaceState(null, "", object.dataset.href ?? "");
        point("next");
        point("previous");
      }
    },
    true,
  );
}

export {};
