// What a page keeps of itself on this device: settings, a log. A browser may refuse; the page then works and forgets.

/**
 * @template T
 * @param {string} name
 * @param {T} otherwise
 * @returns {T}
 */
export function kept(name, otherwise) {
  try { return JSON.parse(localStorage.getItem(name) ?? "null") ?? otherwise; } catch { return otherwise; }
}

/**
 * Whether it was kept. Nothing (`undefined`) takes away what was.
 * @param {string} name
 * @param {unknown} value
 */
export function keep(name, value) {
  try {
    if (value === undefined) localStorage.removeItem(name); else localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch { return false; }
}
