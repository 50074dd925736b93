// Tables marked data-table can be sorted by the columns marked data-sort, and filtered when they are long.
// A cell sorts by its data-value where it has one, else by its text.
import { onNewContent } from "../server/live";

const FILTERED_FROM = 20;

function value(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.dataset.value ?? cell?.textContent?.trim() ?? "";
}

function compare(a: string, b: string): number {
  const [x, y] = [a.replaceAll(",", ""), b.replaceAll(",", "")].map(Number);
  return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b, "en", { numeric: true }) : x - y;
}

function sort(table: HTMLTableElement, heading: HTMLTableCellElement): void {
  const direction = heading.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
  for (const other of table.tHead?.rows[0].cells ?? []) {
    other.removeAttribute("aria-sort");
  }
  heading.setAttribute("aria-sort", direction);
  const body = table.tBodies[0];
  const sign = direction === "ascending" ? 1 : -1;
  const rows = [...body.rows].sort(
    (a, b) => sign * compare(value(a, heading.cellIndex), value(b, heading.cellIndex)),
  );
  body.append(...rows);
}

function filter(table: HTMLTableElement, wanted: string): void {
  const words = wanted.toLowerCase().split(/\s+/);
  for (const row of table.tBodies[0].rows) {
    const text = row.textContent?.toLowerCase() ?? "";
    row.hidden = !words.every((word) => text.includes(word));
  }
}

function addFilter(table: HTMLTableElement, label: string): void {
  const box = document.createElement("label");
  const input = document.createElement("input");
  box.className = "filter";
  box.textContent = label;
  input.type = "search";
  input.addEventListener("input", () => filter(table, input.value));
  box.append(input);
  table.before(box);
}

function makeLive(table: HTMLTableElement): void {
  for (const heading of table.querySelectorAll<HTMLTableCellElement>("th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(table, heading));
    heading.append(button);
  }
  if (table.dataset.filter && table.tBodies[0].rows.length > FILTERED_FROM) {
    addFilter(table, table.dataset.filter);
  }
}

function makeAllLive(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table[data-table]:not([data-live])")) {
    table.dataset.live = "";
    makeLive(table);
  }
}

makeAllLive();
onNewContent(makeAllLive);
