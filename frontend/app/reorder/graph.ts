// The picture of what needs what: larger and smaller, dragged about, and one model lit with its neighbours.

const SMALLEST = 0.25;
const LARGEST = 2.5;
const STEP = 1.25;
const READABLE = 0.75;
const MOVED = 4;

const graph = document.querySelector<HTMLElement>("[data-graph]");
const box = graph?.querySelector<HTMLElement>(".graph-box");
const picture = box?.querySelector("svg");

if (graph && box && picture) {
  const width = Number(picture.getAttribute("width"));
  const height = Number(picture.getAttribute("height"));
  let scale = 1;

  const zoom = (wanted: number): void => {
    const old = scale;
    scale = Math.min(LARGEST, Math.max(SMALLEST, wanted));
    const x = (box.scrollLeft + box.clientWidth / 2) / old;
    const y = (box.scrollTop + box.clientHeight / 2) / old;
    picture.setAttribute("width", String(width * scale));
    picture.setAttribute("height", String(height * scale));
    box.scrollTo(x * scale - box.clientWidth / 2, y * scale - box.clientHeight / 2);
  };
  const fit = (): void => zoom(Math.min(1, (box.clientWidth - 2) / width));

  // As large as it was drawn where that can be seen, else whole as long as its words can be read.
  if (box.clientWidth < width) {
    zoom(Math.max(READABLE, (box.clientWidth - 2) / width));
    box.scrollTo(0, 0);
  }
  graph.classList.add("live");
  const tools = graph.querySelector<HTMLElement>(".graph-zoom");
  tools?.removeAttribute("hidden");
  tools?.addEventListener("click", (event) => {
    const wanted = (event.target as Element).closest<HTMLElement>("[data-zoom]")?.dataset.zoom;
    if (wanted === "in" || wanted === "out") {
      zoom(wanted === "in" ? scale * STEP : scale / STEP);
    } else if (wanted === "fit") {
      fit();
    }
  });
  box.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoom(event.deltaY < 0 ? scale * STEP : scale / STEP);
      }
    },
    { passive: false },
  );

  let grip: { x: number; y: number; left: number; top: number } | null = null;
  let dragged = false;
  box.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button === 0) {
      grip = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop };
      dragged = false;
    }
  });
  window.addEventListener("pointermove", (event) => {
    if (grip) {
      const [x, y] = [event.clientX - grip.x, event.clientY - grip.y];
      dragged ||= Math.abs(x) + Math.abs(y) > MOVED;
      box.scrollTo(grip.left - x, grip.top - y);
    }
  });
  window.addEventListener("pointerup", () => (grip = null));
  box.addEventListener("dragstart", (event) => event.preventDefault());

  const said = graph.querySelector<HTMLElement>(".graph-said");
  const nodes = [...picture.querySelectorAll<SVGElement>(".node")];
  const edges = [...picture.querySelectorAll<SVGElement>(".edge")];
  let chosen = "";

  const light = (model: string): void => {
    chosen = model === chosen ? "" : model;
    const needs = edges.filter((edge) => edge.dataset.from === chosen);
    const needing = edges.filter((edge) => edge.dataset.to === chosen);
    const near = new Set([
      chosen,
      ...needs.map((edge) => edge.dataset.to),
      ...needing.map((edge) => edge.dataset.from),
    ]);
    picture.classList.toggle("choosing", chosen !== "");
    for (const node of nodes) {
      node.classList.toggle("lit", near.has(node.dataset.model));
      node.classList.toggle("chosen", node.dataset.model === chosen);
    }
    for (const edge of edges) {
      edge.classList.toggle("lit", needs.includes(edge) || needing.includes(edge));
      edge.classList.toggle("needing", needing.includes(edge));
    }
    for (const row of document.querySelectorAll<HTMLElement>("[data-order] li")) {
      row.classList.toggle("chosen", row.dataset.model === chosen);
    }
    if (said) {
      const list = (names: (string | undefined)[]) => names.join(", ") || said.dataset.nothing;
      said.textContent = chosen
        ? `${chosen}. ${said.dataset.needs}: ${list(needs.map((edge) => edge.dataset.to))}. ` +
          `${said.dataset.needed}: ${list(needing.map((edge) => edge.dataset.from))}.`
        : "";
    }
  };

  for (const node of nodes) {
    node.addEventListener("click", (event) => {
      event.preventDefault();
      if (!dragged) {
        light(node.dataset.model ?? "");
      }
      dragged = false;
    });
  }
}

export {};
