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

type Dress = { readonly headers: Record<string, string>; readonly body: Buffer }
const dresses = new Map<string, Dress>()

/** A window of its own keeps nothing from the last: what pages are dressed in is fetched once for all of them. */
const dressed = async (copy: Page): Promise<void> => {
  await copy.route('**/*.css', async (route) => {
    const dress = dresses.get(route.request().url())
    await (dress === undefined ? route.continue() : route.fulfill(dress))
  })
  copy.on('requestfinished', async (request) => {
    if (request.resourceType() !== 'stylesheet' || dresses.has(request.url())) return
    const response = await request.response()
    const body = await response?.body().catch(() => undefined)
    if (response?.ok() && body) dresses.set(request.url(), { headers: response.headers(), body })
  })
}

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
  await dressed(copy)
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html', body }))
  await copy.goto(page.url())
  return copy
}

/** What axe finds wrong with a page, a line each: WCAG 2.2 AA, and what it calls best practice. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const copy = await asItStands(page)
  const faults = await faultsIn(copy)
  await copy.context().close()
  return faults
}

/** The same of a page in which nothing runs. */
export const faultsIn = async (page: Page): Promise<readonly string[]> => {
  // By the browser's own tools: no policy of the page is loosened for it.
  const session = await page.context().newCDPSession(page)
  const { result } = await session.send('Runtime.evaluate', {
    expression: found,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  return JSON.parse(String(result.value)) as readonly string[]
}

/** What axe does not look for: a line each. A page is read and reached by Tab from top to bottom, and links that say the same lead to the same place. */
const unseen = `(() => {
  const faults = []
  const seen = (one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })
  const reached = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(seen)
  for (const one of reached) if (one.tabIndex > 0) faults.push('reached out of order: ' + one.outerHTML)
  let above
  for (const one of reached.filter((one) => !one.closest('.govuk-skip-link'))) {
    const { top, bottom } = one.getBoundingClientRect()
    if (above !== undefined && bottom < above - 1) faults.push('reached after what stands below it: ' + one.outerHTML)
    above = top
  }
  const leads = new Map()
  for (const link of document.querySelectorAll('main a[href]')) {
    const text = (link.textContent ?? '').replace(/\\s+/g, ' ').trim()
    if (text === '' || /^(here|click here|more|read more)$/i.test(text)) faults.push('a link that says nothing: ' + link.outerHTML)
    if (leads.has(text) && leads.get(text) !== link.href) faults.push('says the same and leads elsewhere: ' + link.outerHTML)
    leads.set(text, link.href)
  }
  if (!/ – .+/.test(document.title)) faults.push('a title that does not say which page it is: ' + document.title)
  if (document.querySelector('.govuk-error-message') && !document.querySelector('.govuk-error-summary')) faults.push('errors without a list of them')
  for (const link of document.querySelectorAll('.govuk-error-summary a[href^="#"]')) {
    if (document.getElementById(link.getAttribute('href').slice(1)) === null) faults.push('an error that leads nowhere: ' + link.outerHTML)
  }
  if (document.documentElement.scrollWidth > window.innerWidth) faults.push('wider than its window: ' + document.documentElement.scrollWidth)
  return JSON.stringify(faults)
})()`

/** Order, meaning of links, titles, errors and width, as far as a program can tell. */
export const beyondAxe = async (page: Page): Promise<readonly string[]> => {
  await page.waitForLoadState()
  return JSON.parse(String(await page.evaluate(unseen))) as readonly string[]
}
