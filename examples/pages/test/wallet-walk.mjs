// Every screen of the wallet, one after another, as a person comes to it.
import { dressWallet, onScreen, pasteAsk } from "./support.mjs";

/**
 * Goes through the wallet. `see` is told of each screen by its name.
 * @param {import("playwright-core").Page} page
 * @param {() => Promise<{ text: string, digits: string }>} ask
 * @param {(name: string) => Promise<void>} see
 * @param {{ english?: boolean, night?: boolean }} [how]
 */
export async function walk(page, ask, see, how = {}) {
  const at = async (screen, name) => {
    await page.waitForSelector(screen);
    await see(name);
  };
  const main = () => page.click(".foot .main");
  await dressWallet(page, how);
  await at("#home", "home");
  await page.click(".paper-list [data-kind=health_insurance_card] .fold");
  await page.click(".paper-list dd .button");
  await at("#home", "paper");
  await page.click(".paper-list [data-kind=health_insurance_card] .fold");
  await page.click("#to-settings");
  await at("#settings", "settings");
  await main();
  await page.click("#to-history");
  await at("#history", "history-empty");
  await main();
  await page.click("#answer-question");
  await at("#questions", "questions");
  await page.click("#questions [data-question]");
  await at("#consent .question", "question");
  await page.click(".foot .button:first-child");
  await page.click("#home .stack .button >> nth=0");
  await at("#consent", "consent");
  await page.click("#preset");
  await at("#consent", "consent-chosen");
  await page.click("[data-paper=driving_licence] .unfold");
  await page.click("[data-paper=driving_licence] [data-field=classes] input");
  await at("#consent .fields li", "consent-fields");
  await page.click("[data-paper=driving_licence] .head input");
  await page.click("[data-paper=driving_licence] .head input");
  await page.waitForTimeout(700);
  await main();
  await onScreen(page);
  await at("#code", "code");
  await page.click(".picture");
  await at("#code .large", "code-picture");
  await page.click(".picture");
  await page.click("#animate");
  await at("#code", "code-animated");
  await main();
  await page.click("#home .stack .button >> nth=1");
  await at("#consent .keep", "consent-clinic");
  await page.click("#preset");
  await at("#consent .keep", "consent-clinic-chosen");
  await page.click("#consent .keep .choose");
  await at("#consent .keep .follows", "consent-clinic-declined");
  await page.click(".foot .button:first-child");
  await page.click(".foot .main");
  await at("#scan .eye.off", "scan");
  await page.click(".foot .main");
  await at("#paste", "paste");
  await page.fill("#ask", "DCQ1:AAAA");
  await main();
  await at("#refused", "torn");
  await main();
  const { text, digits } = await ask();
  await pasteAsk(page, text);
  await at("#consent .proof", "asked");
  await page.click("#preset");
  await page.waitForTimeout(700);
  await main();
  await at("#digits", "digits");
  await page.click(`#digits [data-digits="${digits}"]`);
  await onScreen(page);
  await at("#code", "answer");
  await main();
  await pasteAsk(page, (await ask()).text);
  await page.waitForSelector("#consent");
  await page.click(".foot .button:first-child");
  await page.click("#to-history");
  await at("#history li", "history");
  await main();
}
