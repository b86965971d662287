// What `open` says in a terminal: colours only where a person looks on, a line of progress, an address as a code for a phone.
import encodeQR from "qr";

/**
 * Colours in a terminal, none where it is piped, or where somebody asked for none (no-color.org).
 * @type {(stream: { isTTY?: boolean }, env?: NodeJS.ProcessEnv) => boolean}
 */
export const coloured = (stream, env = process.env) => stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";

/** Ways to write to a stream: bold, dim, a warning. Without colours each is the text itself. */
export function style(on) {
  const as = (code) => (text) => (on ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: as(1), quiet: as(2), warn: as(33), good: as(32) };
}

/** Says what is under way, and when it is done how long it took. In a terminal it is one line. */
export async function progress(stream, say, work) {
  const begun = Date.now();
  const live = Boolean(stream.isTTY);
  stream.write(live ? `  ${say} … ` : `  ${say} …\n`);
  const done = await work();
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  if (live) stream.write(`${seconds} s\n`);
  return done;
}

/** An address as a code: dark on light whatever the terminal's colours are, where it has any. */
export function codeOf(address, colours) {
  const rows = encodeQR(address, "raw", { ecc: "low", border: 2 });
  const lines = [];
  for (let y = 0; y < rows.length; y += 2) {
    const line = rows[y].map((upper, x) => {
      const lower = rows[y + 1]?.[x] ?? false;
      // A block is light: most terminals are dark.
      return upper ? (lower ? " " : "▄") : lower ? "▀" : "█";
    });
    lines.push(colours ? `\u001b[97;40m${line.join("")}\u001b[0m` : line.join(""));
  }
  return lines.join("\n");
}
