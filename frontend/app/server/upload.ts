// A form marked data-upload is sent by htmx; here it tells how far it is, and can be stopped.
import htmx from "./htmx-global";

type Detail = {
  elt: Element;
  requestConfig?: { elt: Element };
  xhr: XMLHttpRequest;
  shouldSwap?: boolean;
};

function uploading(event: Event): { form: HTMLFormElement; detail: Detail } | null {
  const detail = (event as CustomEvent<Detail>).detail;
  // What is swapped is told to the target; who asked for it stands in the request's own words.
  const form = (detail.requestConfig?.elt ?? detail.elt).closest<HTMLFormElement>("form[data-upload]");
  return form ? { form, detail } : null;
}

function show(form: HTMLFormElement, visible: boolean): void {
  const panel = form.querySelector<HTMLElement>(".upload-progress");
  const actions = form.querySelector<HTMLElement>(".actions");
  if (panel && actions) {
    panel.hidden = !visible;
    actions.hidden = visible;
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString("en-GB", { maximumFractionDigits: 1 })} MB`;
}

document.body.addEventListener("htmx:beforeSend", (event) => {
  const found = uploading(event);
  if (!found) {
    return;
  }
  show(found.form, true);
  // htmx listens to the request itself; the bytes that leave are told by its upload.
  found.detail.xhr.upload.addEventListener("progress", ({ loaded, total }) => {
    const bar = found.form.querySelector("progress");
    const text = found.form.querySelector<HTMLElement>(".upload-progress [data-text]");
    const percent = Math.floor((loaded * 100) / Math.max(1, total));
    if (bar && text) {
      bar.value = percent;
      text.textContent =
        loaded < total
          ? (text.dataset.text ?? "")
              .replace("{0}", megabytes(loaded))
              .replace("{1}", megabytes(total))
              .replace("{2}", String(percent))
          : (text.dataset.reading ?? "");
    }
  });
});

// A refusal is a page, too: it says what is wrong beside the field.
document.body.addEventListener("htmx:beforeSwap", (event) => {
  const found = uploading(event);
  if (found && [400, 409].includes(found.detail.xhr.status)) {
    found.detail.shouldSwap = true;
  }
});

for (const ended of ["htmx:afterRequest", "htmx:sendAbort", "htmx:sendError"]) {
  document.body.addEventListener(ended, (event) => {
    const found = uploading(event);
    if (found) {
      show(found.form, false);
    }
  });
}

document.body.addEventListener("click", (event) => {
  const button = (event.target as Element).closest("[data-abort]");
  const form = button?.closest("form[data-upload]");
  if (form) {
    htmx.trigger(form, "htmx:abort", {});
  }
});

document.body.addEventListener("htmx:afterSettle", () => {
  document.querySelector<HTMLElement>("main > [data-focus]")?.focus();
});
