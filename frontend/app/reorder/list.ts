// The list of models can be dragged; where it was dropped is sent like a press on "up" or "down".
import Sortable from "sortablejs";
import { onNewContent } from "../server/live";

function prepare(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-order]:not(.sortable)");
  const list = form?.querySelector("ol");
  if (!form || !list) {
    return;
  }
  form.classList.add("sortable");
  Sortable.create(list, {
    handle: ".handle",
    // The browser's own drag and drop knows no touch, and draws no list that moves.
    forceFallback: true,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
    onEnd: (event) => {
      if (event.oldIndex === event.newIndex) {
        return;
      }
      const dragged = document.createElement("input");
      dragged.type = "hidden";
      dragged.name = "dragged";
      dragged.value = event.item.dataset.model ?? "";
      form.append(dragged);
      form.dispatchEvent(new CustomEvent("moved"));
    },
  });
}

// A button at the end of its way stays focusable, and does nothing.
document.body.addEventListener(
  "click",
  (event) => {
    if ((event.target as Element).closest('form[data-order] button[aria-disabled="true"]')) {
      event.preventDefault();
      event.stopPropagation();
    }
  },
  true,
);

prepare();
onNewContent(prepare);
