// "Copy" beside a block of code; without JavaScript the button stays hidden.
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
  const code = button.parentElement?.querySelector("code");
  const label = button.querySelector("span");
  if (!code || !label || !navigator.clipboard) {
    continue;
  }
  const name = label.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent ?? "");
    label.textContent = button.dataset.copied ?? name;
    setTimeout(() => (label.textContent = name), 2_000);
  });
}

export {};
