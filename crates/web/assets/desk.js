// Keys of queues (staff pages only): j/k move, x ticks, Enter opens, ? shows the help. Every page works without it.
const rows = () => [...document.querySelectorAll("[data-rows] tbody tr")];
/** @param {number} by */
function move(by) {
  const all = rows();
  const at = all.indexOf(/** @type {any} */ (document.activeElement?.closest("tr")));
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
  /** @type {HTMLElement | null | undefined} */ (next?.querySelector(".hit"))?.focus();
}
document.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches("input:not([type=checkbox]), textarea, select")) return;
  const key = event.key.toLowerCase();
  if (key === "j") move(1);
  else if (key === "k") move(-1);
  else if (key === "x") /** @type {HTMLInputElement | null | undefined} */ (target.closest("tr")?.querySelector("input[type=checkbox]"))?.click();
  else {
    const control = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!control) return;
    /** @type {HTMLElement} */ (control).click();
  }
  event.preventDefault();
});
document.querySelectorAll("[data-print]").forEach((b) => b.addEventListener("click", () => window.print()));
