// Keeps what an officer types (staff pages only): every few seconds it is sent where the form's "Lưu nháp" button sends
// it. Without script that button does the same.
const EVERY_MS = 4000;
// What a browser still sends for a page that is left.
const LAST_MAX = 60000;
document.querySelectorAll("button[data-draft]").forEach((element) => {
  const button = /** @type {HTMLButtonElement} */ (element);
  const form = /** @type {HTMLFormElement} */ (button.form);
  const note = /** @type {HTMLElement | null} */ (form.querySelector("[data-draft-note]"));
  const typed = () => {
    const fields = new URLSearchParams();
    new FormData(form).forEach((value, name) => typeof value === "string" && fields.append(name, value));
    return fields;
  };
  let kept = typed().toString();
  let sending = /** @type {AbortController | null} */ (null);
  const keep = async () => {
    const fields = typed();
    if (fields.toString() === kept || sending) return;
    sending = new AbortController();
    const keepalive = document.visibilityState === "hidden" && fields.toString().length < LAST_MAX;
    try {
      const answer = await fetch(button.formAction, { method: "POST", body: fields, redirect: "manual", headers: { Accept: "application/json" }, signal: sending.signal, keepalive });
      if (answer.status !== 204 && answer.status !== 409) throw new Error("not kept");
      kept = fields.toString();
      // 409: a complaint, a denunciation or a secret paper is never kept.
      if (note) note.textContent = answer.status === 409 ? (note.dataset.never ?? "") : `${note.dataset.kept} ${new Date().toLocaleTimeString(document.documentElement.lang)}`;
    } catch (error) {
      if (note && /** @type {Error} */ (error).name !== "AbortError") note.textContent = note.dataset.lost ?? "";
    } finally {
      sending = null;
    }
  };
  const timer = setInterval(keep, EVERY_MS);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
  // What is sent is no draft any more: a late keeping must not bring it back.
  form.addEventListener("submit", () => {
    clearInterval(timer);
    sending?.abort();
    kept = typed().toString();
  });
});
