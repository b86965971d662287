import { Bundle, EncounterSeed, Inspector, Memory, Post, Roots, Scan, init } from "doichieu";
import type { Seen } from "doichieu";
import { useEffect, useRef, useState } from "react";

const file = async (name: string): Promise<ArrayBuffer> => (await fetch(`./world/${name}`)).arrayBuffer();

/** One post, outside of any component: engine, lists and mandate live as long as the page. */
const desk = (async () => {
  await init();
  const memory = new Memory();
  const bundle = Bundle.open(await file("clinic/bundle.dcb"), Roots.dangerousTest(await file("clinic/roots.dcr")), memory);
  return { memory, inspector: new Inspector(bundle, Post.open(await file("clinic/post.dcl"), bundle)) };
})();

interface Row {
  readonly label: string;
  readonly says: string;
}

/** Rows for the screen: what may stand there openly. */
const rows = (seen: Seen): Row[] => {
  if (seen.kind === "unreadable") return [];
  return seen.papers.flatMap((paper) => {
    if (paper.proof !== "proven") return [];
    const shown = paper.release.at();
    if (shown.kind !== "shown") return [];
    return shown.entries().filter((entry) => entry.display === "open").map((entry) => ({ label: entry.label.vi, says: entry.text.vi }));
  });
};

export const App = () => {
  const report = useRef<Seen>(null);
  const [headline, setHeadline] = useState("…");
  const [shown, setShown] = useState<readonly Row[]>([]);
  const [told, setTold] = useState("");

  // A component that goes takes its values with it.
  useEffect(() => () => {
    const seen = report.current;
    if (seen && seen.kind !== "unreadable") seen.papers.forEach((paper) => paper.proof === "proven" && paper.release.end());
  }, []);

  const scan = async () => {
    const { inspector, memory } = await desk;
    const seed = new EncounterSeed(crypto.getRandomValues(new Uint8Array(32)));
    const code = await (await fetch("./world/clinic/scan.txt")).text();
    const seen = inspector.inspect(Scan.qr(code), inspector.unprompted("clinic_admission", seed), memory);
    report.current = seen;
    setHeadline(seen.headline.vi);
    setShown(rows(seen));
  };

  // The mistake of many: a report handed to another window.
  const post = () => {
    try {
      window.postMessage(report.current);
      setTold("!");
    } catch (error) {
      setTold(String(error));
    }
  };

  return (
    <main>
      <button id="scan" onClick={() => void scan()}>Quét</button>
      <button id="post" onClick={post}>postMessage</button>
      <h1>{headline}</h1>
      <dl>{shown.map(({ label, says }) => <div key={label}><dt>{label}</dt><dd>{says}</dd></div>)}</dl>
      <p id="told">{told}</p>
    </main>
  );
};
