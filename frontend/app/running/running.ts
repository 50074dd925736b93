import { onNewContent } from "../server/live";

/** A screen reader hears of the progress this often at most. */
const SPOKEN_EVERY = 10_000;

const title = document.title;
let lastSpoken = 0;

function show(): void {
  const panel = document.getElementById("running");
  if (!panel) {
    return;
  }
  const percent = panel.dataset.percent;
  document.title = percent ? `${percent} % – ${title}` : title;
  const spoken = document.getElementById("spoken");
  if (spoken && panel.dataset.spoken && Date.now() - lastSpoken >= SPOKEN_EVERY) {
    lastSpoken = Date.now();
    spoken.textContent = panel.dataset.spoken;
  }
}

show();
onNewContent(show);
