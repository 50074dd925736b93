// After an error the summary, after a step the heading: where reading goes on.
const wrong = document.querySelector<HTMLElement>("[data-focus]");
if (wrong) {
  wrong.focus();
} else if (sessionStorage.getItem("focus-heading")) {
  document.getElementById("heading")?.focus({ preventScroll: true });
}
sessionStorage.removeItem("focus-heading");

export {};
