import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { lookingFor, pageIn, press, signIn, tick, type, ways } from './at-the-console.ts'
import { browserPath, faultsOf, startBrowser } from './browser.ts'

type Part = {
  readonly link: string
  readonly typed?: Readonly<Record<string, string>>
  readonly ticked?: readonly string[]
  readonly chosen?: Readonly<Record<string, string>>
}

/** A concern as a worker writes it, a page at a time, in the order of the list. */
const parts: readonly Part[] = [
  { link: 'What is the adult called?', typed: { given: 'Jessamy', family: 'Thornwick' } },
  {
    link: 'What tells them from others?',
    typed: { 'dateOfBirth-day': '8', 'dateOfBirth-month': '3', 'dateOfBirth-year': '1998' },
  },
  {
    link: 'What are they to the children?',
    chosen: { relationshipToChild: 'MOTHER' },
    ticked: ['[name=contactLevel][value=RESIDENT]'],
  },
  {
    link: 'Add a child',
    typed: { given: 'Odile', family: 'Thornwick', ageYears: '3' },
    chosen: { 'is-subject': 'MOTHER' },
    ticked: ['[name=lives-subject][value=YES]'],
  },
  { link: 'How worried are you?', ticked: ['[name=harm][value=H2]', '[name=rung][value=NO]'] },
  { link: 'What is it about?', ticked: ['[name=factors][value="2B"]'] },
  {
    link: 'What has happened?',
    typed: { reason: 'Missed three appointments.', fact: 'Not seen since the third.' },
  },
  { link: 'Where are the children?', chosen: { authority: westmarch } },
  {
    link: 'Does the adult agree?',
    ticked: ['[name=consentStatus][value=GIVEN]', '[name=parentAware][value=YES]'],
  },
  {
    link: 'How can you be reached?',
    typed: {
      yourName: 'Fergus Abernethy',
      yourRole: 'Community psychiatric nurse',
      yourEmail: 'fergus.abernethy@westmarch-trust.example',
      yourPhone: '01632 960961',
    },
  },
]

const write = async (page: Page, { link, typed = {}, ticked = [], chosen = {} }: Part) => {
  await press(page, `a:text-is("${link}")`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  for (const [field, text] of Object.entries(typed)) await type(page, `#${field}`, text)
  for (const [field, value] of Object.entries(chosen))
    await page.locator(`select[name="${field}"]`).selectOption(value)
  for (const field of ticked) await tick(page, field)
  await press(page, 'main button')
  await page.getByRole('heading', { name: 'Tell us what you are worried about' }).waitFor()
}

describe.skipIf(browserPath === undefined)('a referrer in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())

  it.each(ways)(
    'writes a whole concern, checks and sends it, by keyboard, with $with',
    async (way) => {
      const page = await pageIn(browser, way)
      const faults: string[] = []
      const look = lookingFor(faults, way.width)
      // Nobody else writes a concern meanwhile as the same person: what they have begun is one.
      await signIn(page, 'Fergus Abernethy')
      await look(page, 'referrer-home')
      await press(page, 'a:has-text("Tell children")')
      await tick(page, '[name=danger][value=NO]')
      await press(page, 'main button')
      for (const part of parts) await write(page, part)
      await look(page, 'referrer-tasks')
      await press(page, 'a:text-is("Check and send")')
      await page.getByRole('heading', { name: 'Check before you send' }).waitFor()
      await look(page, 'referrer-check')
      await press(page, 'main button:text-is("Send it")')
      await page.getByRole('heading', { name: 'It has been sent' }).waitFor()
      await look(page, 'referrer-sent')
      expect(faults).toEqual([])
      await page.context().close()
    },
  )

  it('is warned before their session ends, and stays with one press and with what they typed', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.clock.install()
    await signIn(page, 'Ines Marlowe')
    await press(page, 'a:has-text("Tell children")')
    await tick(page, '[name=danger][value=YES]')
    await press(page, 'main button')
    await page.getByRole('heading', { name: 'A child is in danger now' }).waitFor()
    await type(page, '#fact', 'Alone in the cot')
    await page.clock.fastForward('11:00')
    await page.getByRole('heading', { name: 'You will be signed out soon' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('You are still signed in.').waitFor({ state: 'attached' })
    expect(await page.locator('#fact').inputValue()).toBe('Alone in the cot')
    await context.close()
  })
})
