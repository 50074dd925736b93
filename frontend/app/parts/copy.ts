// "Copy" beside a block of code; without JavaScript the button stays hidden.
import { onNewContent } from "../server/live";

function offer(button: HTMLButtonElement): void {
  const code = button.parentElement?.querySelector("code");
  const label = button.querySelector("span");
  if (!code || !label || !navigator.clipboard) {
    return;
  }
  const name = label.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent ?? "");
    label.textContent = button.dataset.copied ?? name;
    setTimeout(() => (label.textContent = name), 2_000);
  });
}

function offerAll(): void {
  document.querySelectorAll<HTMLButtonElement>("[data-copy][hidden]").forEach(offer);
}

offerAll();
onNewContent(offerAll);
