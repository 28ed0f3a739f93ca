import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A browser of this machine; HUB_BROWSER names one that must be there. */
export const browserPath = process.env['HUB_BROWSER'] ?? usual.find((path) => existsSync(path))

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(browserPath !== undefined && { executablePath: browserPath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const found = `(() => { ${axe}; return globalThis.axe
  .run(document, { runOnly: ${JSON.stringify(rules)} })
  .then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) =>
    id + ' ' + nodes.map(({ html }) => html).join(' ')))) })()`

/** A page as it stands, in a window where axe can run and nothing of its own does. */
const asItStands = async (page: Page): Promise<Page> => {
  const browser = page.context().browser()
  if (browser === null) throw new Error('the page has no browser')
  // A page that is still on its way would be read in half.
  await page.waitForLoadState()
  const viewport = page.viewportSize()
  const context = await browser.newContext({ viewport })
  const body = (await page.content()).replaceAll(/<script[\s\S]*?<\/script>/g, '')
  const copy = await context.newPage()
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html', body }))
  await copy.goto(page.url())
  return copy
}

/** What axe finds wrong with a page, a line each: WCAG 2.2 AA, and what it calls best practice. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const copy = await asItStands(page)
  // By the browser's own tools: no policy of the page is loosened for it.
  const session = await copy.context().newCDPSession(copy)
  const { result } = await session.send('Runtime.evaluate', {
    expression: found,
    awaitPromise: true,
    returnByValue: true,
  })
  await copy.context().close()
  return JSON.parse(String(result.value)) as readonly string[]
}
