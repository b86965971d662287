// One body, two browsers: what has no film is tested in Chromium and in Firefox alike.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { done, dress, everything, headline, inBoth, paste, says, shot, showing, unfold, valuesOn, verifier } from "./support.mjs";

const POLICE = "traffic_police";
let site;
before(async () => { site = await verifier(); });
after(() => { site?.server.close(); });

inBoth("set up by three files, with a fingerprint to compare; TEST on every screen", async ({ opened }) => {
  const { page } = await opened(site.url, POLICE);
  assert.match(await page.textContent(".strip .test"), /TEST/);
  assert.match(await page.title(), /^TEST/);
  for (const [open, screen] of [["#no-code", "#nothing"], ["#type-number", "#typed"], ["#more", "#other"], ["#to-settings", "#settings"]]) {
    await page.click(open);
    await page.waitForSelector(screen);
    assert.match(await page.textContent(".strip .test"), /TEST/);
    await page.click("#back");
    await page.waitForSelector("#scan");
  }
  await page.reload();
  await page.waitForSelector("#scan");
  assert.match(await page.textContent(".strip .test"), /TEST/, "and after the next start");
  await done(page);
});

inBoth("a pasted code: verdict, values, what this vehicle needs", async ({ opened }) => {
  const { page, world } = await opened(site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await says(page, "#say-now", /^ĐẠT/);
  const focused = () => page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent);
  assert.equal(await focused(), "ĐẠT", "the focus is on the verdict");
  assert.ok(await page.isVisible("#needs"));
  await unfold(page);
  assert.ok((await valuesOn(page)).length > 5);
  await done(page);
});

inBoth("next: nothing of the last person is left in the document or kept", async ({ opened }) => {
  const { page, world } = await opened(site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await unfold(page);
  const values = await valuesOn(page);
  assert.ok(values.length > 5);
  await page.keyboard.press("Escape");
  await page.waitForSelector("#scan");
  const kept = await page.evaluate(async () => {
    const db = await new Promise((resolve) => {
      const request = indexedDB.open("doichieu", 1);
      request.onsuccess = () => resolve(request.result);
    });
    const all = await new Promise((resolve) => {
      const request = db.transaction("kept").objectStore("kept").getAll();
      request.onsuccess = () => resolve(request.result);
    });
    return all
      .map((one) => (one instanceof Uint8Array ? new TextDecoder("utf-8").decode(one) : JSON.stringify(one?.bytes ?? one)))
      .join("\n");
  });
  const html = await everything(page);
  for (const value of values) {
    assert.ok(!html.includes(value), `in the document: ${value}`);
    assert.ok(!kept.includes(value), `kept: ${value}`);
  }
  await done(page);
});

inBoth("language: the page's own button turns every word, and the next start speaks it too", async ({ opened, engine }) => {
  const { page } = await opened(site.url, POLICE);
  assert.equal(await page.getAttribute("html", "lang"), "vi");
  assert.match(await page.textContent("#main"), /Không có mã/);
  await dress(page, { english: true });
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.match(await page.textContent("#main"), /No code/);
  assert.doesNotMatch(await page.textContent("#main"), /Không có mã/);
  await shot(page, "both-english");
  await page.reload();
  await page.waitForSelector("#scan");
  assert.equal(await page.getAttribute("html", "lang"), "en", engine);
  await done(page);
});

inBoth("theme: night is dark, and stays over the next start", async ({ opened }) => {
  const { page } = await opened(site.url, POLICE);
  const light = () => page.evaluate(() => {
    const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
    return (red + green + blue) / 3;
  });
  assert.ok(await light() > 200, `${await light()}`);
  await dress(page, { night: true });
  assert.equal(await page.getAttribute("html", "data-theme"), "night");
  assert.ok(await light() < 60, `${await light()}`);
  await shot(page, "both-night");
  await page.reload();
  await page.waitForSelector("#scan");
  assert.equal(await page.getAttribute("html", "data-theme"), "night");
  await done(page);
});
