// Opens the pages on this computer to try them out: `./open`. Beside them it writes the files that the verifier page is set up with.
import { networkInterfaces } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { keep, nextStart, recall, userFolder } from "./place.mjs";
import { listen } from "./serve.mjs";
import { signMandates, tools, writeSetUp } from "./set-up.mjs";
import { codeOf, coloured, progress, style } from "./terminal.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const SET_UP = join(HERE, "dist", "set-up");

const USAGE = `
  examples/pages/open                mở trang kiểm tra và ví demo trên máy này · opens verifier page and demo wallet on this computer
    --lan                            điện thoại cùng mạng mở được ví · a phone on the same network can open the wallet
    --sign FILE                      ký quyền kiểm tra cho nửa công khai của khóa điểm, rồi thôi
                                     · signs mandates for the public half of a post's key, and ends
    --new-root                       vẽ khóa gốc mới; trang phải thiết lập lại · draws a new root; the page must be set up again
    --keep FOLDER                    thư mục nhớ ngày vẽ khóa gốc, mặc định · where the root's day is kept, by default
                                     ${userFolder()}
    --files FOLDER                   thư mục ghi tệp thiết lập, mặc định · where set-up files are written, by default
                                     ${relative(process.cwd(), SET_UP)}
    --ports A,B                      cổng của trang kiểm tra và của ví · ports of verifier page and wallet
`;

const OPTIONS = /** @type {const} */ ({
  lan: { type: "boolean", default: false },
  sign: { type: "string" },
  "new-root": { type: "boolean", default: false },
  keep: { type: "string" },
  files: { type: "string" },
  ports: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
});

const colours = coloured(process.stdout);
const as = style(colours);
const say = (text = "") => process.stdout.write(`${text}\n`);
const clock = () => Math.floor(Date.now() / 1000);

/** @type {(text: string, code?: number) => never} */
function fail(text, code = 1) {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}

function options() {
  try {
    const { values } = parseArgs({ options: OPTIONS });
    if (values.help) { say(USAGE); process.exit(0); }
    const { keep: folder = userFolder(), files = SET_UP } = values;
    return { ...values, folder: String(folder), files: String(files), wanted: values.ports === undefined ? null : ports(values.ports) };
  } catch (error) {
    fail(`${error.message}\n${USAGE}`, 2);
  }
}

function ports(text) {
  const [verifier, wallet, ...more] = text.split(",").map(Number);
  const good = (port) => Number.isInteger(port) && port > 0 && port < 65_536;
  if (more.length > 0 || !good(verifier) || !good(wallet) || verifier === wallet) throw new Error(`--ports ${text}`);
  return { verifier, wallet };
}

/** The address of this computer in its own network, if it has one: the first that is no loopback. */
const lanAddress = () =>
  Object.values(networkInterfaces()).flat().find((of) => of.family === "IPv4" && !of.internal)?.address;

/** Serves a page; where its port is taken, on another one. */
async function stand(page, port, host) {
  const folder = await progress(process.stdout, `Dựng ${page} · building ${page}`, () => build(page));
  const server = await listen(folder, port, host);
  return { server, port: /** @type {import("node:net").AddressInfo} */ (server.address()).port };
}

async function sign(of, kept) {
  const made = await signMandates(await tools(), of.files, { file: of.sign, drawn: kept.drawn, now: clock() });
  say(`\n  Khóa ${as.bold(made.name)}: quyền kiểm tra đã ký · key ${made.name}: mandates signed`);
  for (const path of made.written) say(`    ${path}`);
  say("  So mã khóa này với mã trên trang. · Compare this key name with the one on the page.\n");
}

const day = (seconds) => new Date(seconds * 1000).toLocaleString("en-CA", { dateStyle: "short", timeStyle: "short", hour12: false });

function tellSetUp(set, folder, first) {
  say(`
  ${as.bold("1. Thiết lập trang kiểm tra · set the verifier page up")}, bằng tệp trong · with the files in
       ${folder}
       1-root.dcr · 2-lists.dcb · 3-mandate-traffic_police.dcl
       (${set.roles.join(", ")})
     Mã đối chiếu của khóa gốc · root check code ${first ? "" : as.quiet("(như lần trước · as last time)")}
       ${set.fingerprint}
     Dùng được đến · good until ${day(set.until)}. Sau đó chạy lại lệnh này: khóa gốc vẫn vậy, tệp mới.
       · Then run this again: the same root, newer files (list set ${set.lists}).`);
}

function tellCodes() {
  say(`
  ${as.bold("2. Một mình, một máy · one person, one computer")}: hai cửa sổ cạnh nhau · two windows side by side
       Ví: chọn cho ai xem, đồng ý, hiện mã. Trang kiểm tra: đưa máy ảnh vào mã, hoặc chụp màn hình rồi kéo ảnh vào, hoặc dán.
       · Wallet: pick whom to show, agree, show the code. Verifier page: camera, a screenshot dropped on it, or paste.
       Mã sống 60 giây và được tạo mới khi còn hiện; mã của hôm qua không dùng được hôm nay.
       · A code lives for 60 seconds and is made anew while it is shown; yesterday's codes do not count today.

  ${as.bold("3. Mã yêu cầu · request codes")} cần khóa của điểm · need the post's key
       Bấm “Tạo khóa của điểm” khi thiết lập, lưu tệp .pem, rồi · press it while setting up, save the .pem file, then
       examples/pages/open --sign FILE.pem
`);
}

function tellLan(address, port) {
  const url = `http://${address}:${port}/`;
  say(`
  ${as.bold("Ví trên điện thoại cùng mạng · the wallet on a phone of the same network")}    ${as.bold(url)}

${codeOf(url, colours)}

  ${as.warn("Không có https")}: ở đó trình duyệt không cho dùng máy ảnh và không giữ trang để mở khi mất mạng.
    Mã hiện ra vẫn quét được; mã yêu cầu thì dán, không quét. Ai cùng mạng đều mở được ví demo này.
  ${as.warn("No https")}: there the browser gives no camera, and keeps no page for when the network is gone.
    Codes it shows can be scanned; a request code is pasted, not scanned. Anybody on this network can open this demo wallet.
  Trang kiểm tra vẫn chỉ mở trên máy này · the verifier page stays on this computer alone.`);
}

/** Ends both servers, also where a browser holds its connections open. */
async function stopped(servers) {
  await Promise.all(servers.map((server) => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); })));
  say(`\n  Đã dừng · stopped`);
}

async function main() {
  const of = options();
  const known = await recall(of.folder).catch((error) => { if (of["new-root"]) return null; throw error; });
  const before = of["new-root"] ? null : known;
  const kept = { ...nextStart(before, clock()), ...(known && { ports: known.ports }) };
  if (of.sign !== undefined) {
    if (!before) await keep(of.folder, kept);
    return sign(of, before ?? kept);
  }
  const address = of.lan ? lanAddress() : undefined;
  if (of.lan && !address) fail("Máy này không ở trong mạng nào. · This computer is in no network.");

  const invented = "TEST: mọi người, khóa và giấy tờ đều hư cấu · every person, key and paper is invented";
  say(`\n  ${as.bold("đối chiếu · doichieu")}    ${as.warn(invented)}\n`);
  const wanted = of.wanted ?? kept.ports;
  const made = await progress(process.stdout, "Bộ kiểm tra và bộ demo · engine and demo kit", tools);
  const set = await writeSetUp(made, of.files, { ...kept, now: clock() });
  const verifier = await stand("verifier", wanted.verifier, "127.0.0.1");
  const wallet = await stand("wallet", wanted.wallet, of.lan ? "0.0.0.0" : "127.0.0.1");
  const stop = () => stopped([verifier.server, wallet.server]).then(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  // The ports of the first start: what a browser keeps goes by them.
  const stood = { verifier: verifier.port, wallet: wallet.port };
  await keep(of.folder, { ...kept, ports: known ? kept.ports : stood });

  say(`
  Trang kiểm tra · verifier page    ${as.bold(`http://localhost:${verifier.port}/`)}
  Ví demo · demo wallet             ${as.bold(`http://localhost:${wallet.port}/`)}`);
  for (const page of /** @type {const} */ (["verifier", "wallet"])) {
    if (stood[page] !== wanted[page]) {
      say(`  ${as.warn(`Cổng ${wanted[page]} đang bận · port ${wanted[page]} is taken`)}: ${page} → ${stood[page]}`
        + (page === "verifier" && before ? ". Trình duyệt giữ thiết lập theo cổng · the browser keeps its set-up by port" : ""));
    }
  }
  tellSetUp(set, of.files, !before);
  if (address) tellLan(address, wallet.port);
  tellCodes();
  say("  Ctrl+C");
}

await main().catch((error) => fail(`${error.message}`));
