/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/*
 * Opens a report in a browser and clicks through it:
 *
 *   node report.mjs REPORT.html [--maps] [--screenshots DIR]
 *
 * --maps: the report must have maps. CHROMIUM names another browser than /usr/bin/chromium.
 */
import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { maps: { type: "boolean" }, screenshots: { type: "string" } },
});
assert.equal(positionals.length, 1, "usage: node report.mjs REPORT.html [--maps] [--screenshots DIR]");
const url = pathToFileURL(path.resolve(positionals[0])).href;
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
let checks = 0;
function passed(what) {
  checks++;
  console.log("ok: " + what);
}

/* A page whose every request and every complaint is remembered. */
async function open(options, todo) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) requests.push(request.url());
  });
  await page.goto(url);
  await todo(page);
  assert.deepEqual(complaints, [], "the browser complains");
  assert.deepEqual(requests, [url], "the page asks for something");
  await context.close();
}
async function shot(page, name) {
  if (values.screenshots) {
    await page.screenshot({ path: path.join(values.screenshots, name + ".png"), fullPage: true });
  }
}
const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
async function unfold(page) {
  const folded = page.locator("details:not([open]) > summary");
  for (let left = await folded.count(); left > 0; left--) {
    await folded.first().click();
    assert.equal(await folded.count(), left - 1);
  }
}
async function refuseSidewaysScroll(page) {
  const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= view, `the page is ${content} pixels wide in a window of ${view}`);
}

await open({ viewport: WIDE, colorScheme: "light" }, async (page) => {
  assert.equal(await page.locator("h1").count(), 1);
  assert.ok((await page.locator(".headline").first().textContent()).trim().endsWith("."));
  const first = await page.locator(".headline").first().boundingBox();
  assert.ok(first.y + first.height < WIDE.height, "the answer is not on the first screen");
  passed("the answer is on the first screen");

  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  assert.match(policy, /^default-src 'none'/);
  const reached = await page.evaluate(() => fetch("https://example.org/").then(() => true, () => false));
  assert.equal(reached, false);
  passed("the page cannot reach a network");
}).catch((error) => {
  /* The refused fetch is a complaint that is wanted; any other is not. */
  const complaints = error.actual;
  assert.ok(Array.isArray(complaints), error);
  assert.ok(complaints.every((text) => /example\.org|Content Security Policy|Failed to fetch/.test(text)), error);
});

await open({ viewport: WIDE, colorScheme: "light" }, async (page) => {
  for (const table of await page.locator("table").all()) {
    assert.ok(await table.locator("caption").count(), "a table has no caption");
    assert.ok(await table.locator("th[scope]").count(), "a table has no headers");
  }
  for (const picture of await page.locator("figure svg").all()) {
    assert.equal(await picture.getAttribute("role"), "img");
    assert.ok((await picture.locator("title").textContent()).trim(), "a figure has no title");
  }
  const levels = await page.locator("h1, h2, h3, h4").evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
  levels.reduce((before, level) => {
    assert.ok(level <= before + 1, `a heading h${level} after h${before}`);
    return level;
  }, 0);
  passed("tables, figures and headings have names and order");
  for (const link of await page.locator("nav a").all()) {
    assert.equal(await page.locator(await link.getAttribute("href")).count(), 1);
  }
  passed("every link leads somewhere");
  await page.locator("nav a").last().click();
  await unfold(page);
  passed("everything that is folded unfolds");
  await refuseSidewaysScroll(page);
  await shot(page, "wide-light-unfolded");
});

await open({ viewport: WIDE, colorScheme: "light" }, async (page) => {
  const light = await background(page);
  const theme = page.locator("#theme");
  await theme.click();
  assert.equal(await background(page), light);
  await theme.click();
  const dark = await background(page);
  assert.notEqual(dark, light);
  assert.equal(await theme.textContent(), "Theme: dark");
  await theme.click();
  assert.equal(await background(page), light);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.equal(await background(page), dark);
  passed("light and dark, by the system and by choice");
  await shot(page, "wide-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await shot(page, "wide-light");
});

for (const colorScheme of ["light", "dark"]) {
  await open({ viewport: PHONE, colorScheme, isMobile: true, hasTouch: true }, async (page) => {
    await refuseSidewaysScroll(page);
    await unfold(page);
    await refuseSidewaysScroll(page);
    passed("a phone scrolls only down, " + colorScheme);
    await shot(page, "phone-" + colorScheme);
  });
}

await open({ viewport: WIDE, javaScriptEnabled: false }, async (page) => {
  assert.ok(await page.locator(".headline").first().isVisible());
  assert.ok(await page.locator("#results table").first().isVisible());
  assert.equal(await page.locator("#theme").isVisible(), false);
  passed("it can be read without JavaScript");
});

await open({ viewport: WIDE }, async (page) => {
  await page.emulateMedia({ media: "print" });
  assert.ok((await page.pdf({ format: "A4" })).length > 10_000);
  passed("it can be printed");
});

await open({ viewport: WIDE, colorScheme: "light" }, async (page) => {
  const canvases = page.locator(".atlas-map canvas");
  if (!values.maps && (await canvases.count()) === 0) {
    console.log("this report has no maps");
    return;
  }
  const canvas = canvases.first();
  await canvas.scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  const box = await canvas.boundingBox();
  const picture = () => canvas.evaluate((one) => one.toDataURL());
  const tip = page.locator(".atlas-tip");
  assert.equal(await tip.isVisible(), false);
  search: for (let y = 0.1; y < 1; y += 0.05) {
    for (let x = 0.1; x < 1; x += 0.05) {
      await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
      if (await tip.isVisible()) break search;
    }
  }
  assert.ok(await tip.isVisible(), "no point of the map says what it is");
  assert.ok(await tip.locator("dd").count(), "a point has no metadata");
  assert.ok(await tip.locator("canvas").count(), "a point has no picture");
  passed("a point shows its picture and metadata");
  await shot(page, "map-hover");
  await page.mouse.move(5, 5);
  await page.waitForTimeout(100);

  const before = await picture();
  const key = await page.locator(".atlas-key").textContent();
  const fields = await page.locator("#atlas-field option").count();
  assert.ok(fields > 1, "there is one field only");
  await page.selectOption("#atlas-field", String(fields - 1));
  await page.waitForTimeout(100);
  assert.notEqual(await picture(), before, "another field has the same colours");
  assert.notEqual(await page.locator(".atlas-key").textContent(), key);
  passed("another field colours the map");

  const whole = await picture();
  await page.locator(".zoom button").first().click();
  await page.waitForTimeout(100);
  const near = await picture();
  assert.notEqual(near, whole, "the map does not zoom");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 3, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(5, 5);
  await page.waitForTimeout(100);
  assert.notEqual(await picture(), near, "the map does not move");
  await canvas.focus();
  await page.keyboard.press("0");
  await page.waitForTimeout(100);
  assert.equal(await picture(), whole, "the map does not come back");
  passed("the map zooms, moves and comes back, by pointer and keys");
});

await browser.close();
console.log(`${checks} checks of ${positionals[0]} passed`);
