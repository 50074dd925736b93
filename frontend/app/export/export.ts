// The button says how many objects the ticked choices leave.
const form = document.querySelector<HTMLFormElement>("form[data-export]");
const button = form?.querySelector<HTMLButtonElement>("button[data-many]");
const boxes = [...(form?.querySelectorAll<HTMLInputElement>("input[data-rows]") ?? [])];

function count(): void {
  const rows = boxes.filter((box) => !box.checked).map((box) => Number(box.dataset.rows));
  if (!button || rows.some((each) => each < 0)) {
    return;
  }
  const sum = rows.reduce((a, b) => a + b, 0);
  const text = (sum === 1 ? button.dataset.one : button.dataset.many) ?? "";
  button.textContent = text.replace("{0}", sum.toLocaleString("en-GB"));
}

form?.addEventListener("change", count);
// A browser that comes back to the page restores the ticks.
window.addEventListener("pageshow", count);

// "Look" opens the first objects above the page, where the server has put them.
document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.target instanceof Element && event.target.id === "peek") {
    event.target.closest("dialog")?.showModal();
  }
});

export {};
