// The ssh line follows what is typed into the form.
import { onNewContent } from "../server/live";

function field(side: string, name: string): HTMLInputElement | null {
  return document.getElementById(`field-${side}.${name}`) as HTMLInputElement | null;
}

function write(box: HTMLElement): void {
  const side = box.dataset.tunnel ?? "";
  const code = box.querySelector("code");
  if (code) {
    const host = field(side, "host")?.value.trim() || box.dataset.example;
    const port = field(side, "port")?.value.trim() || "3306";
    code.textContent = `ssh -N -L ${box.dataset.local}:127.0.0.1:${port} you@${host}`;
  }
}

function follow(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-tunnel]:not([data-follows])")) {
    box.dataset.follows = "";
    for (const name of ["host", "port"]) {
      field(box.dataset.tunnel ?? "", name)?.addEventListener("input", () => write(box));
    }
  }
}

follow();
onNewContent(follow);
