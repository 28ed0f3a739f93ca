import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { apiClient } from '../../local/api-client.ts'
import { aChild } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { type Look, lookingFor, pageIn, press, signIn, tick, type, ways } from './at-the-console.ts'
import { browserPath, startBrowser } from './browser.ts'
import { newlyListed } from './newly-listed.ts'
import { place } from './place.ts'

const lead = apiClient(place, 'westmarch-substance-misuse-lead')
const why = 'Seen with a colleague; the child cannot wait for her to agree.'

/** Sends a concern to which nobody agreed, and waits until its lead is asked. */
const asked = async (): Promise<string> => {
  const find = await newlyListed(lead, '/reviews', 'LEAD-7')
  const sender = apiClient(place, 'westmarch-substance-misuse')
  const family = `Ys${randomUUID().replaceAll(/[\d-]/g, '').slice(0, 8)}`
  const { subject } = aConcern()
  const sent = await sender.call('POST', '/concerns', {
    body: aConcern({
      consent: { status: 'REFUSED' },
      subject: { ...subject, names: [{ given: 'Ysolde', family }] },
    }),
    headers: { 'Idempotency-Key': randomUUID(), 'Hub-Practitioner': 'TT-0412' },
  })
  expect(sent.status, sent.text).toBe(202)
  return find(family)
}

const familyOf = (id: string): string => id.replaceAll(/\d/g, 'x')

/** Records a child whose address is hidden. */
const hidden = async (): Promise<string> => {
  const id = `X${randomUUID().slice(0, 8)}`
  const register = apiClient(place, 'westmarch-register')
  const name = { given: 'Merrin', family: familyOf(id) }
  const body = aChild({ name, restricted: { address: true }, adults: [] })
  const put = await register.call('PUT', `/children/${id}`, { body })
  expect(put.status, put.text).toBe(200)
  return id
}

describe.skipIf(browserPath === undefined)('leads, registers and auditors in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())

  const pageOf = async (way: (typeof ways)[number], name: string, role?: string) => {
    const page = await pageIn(browser, way)
    await signIn(page, name)
    if (role !== undefined) {
      await page.getByLabel(role, { exact: true }).check()
      await page.getByRole('button', { name: 'Continue' }).click()
    }
    return page
  }
  const answerQuestion = async (page: Page, id: string, look: Look): Promise<void> => {
    await press(page, 'a:text-is("Questions for you to answer")')
    await page.locator(`a[href$="${id}"]`).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'What was sent' }).waitFor()
    await look(page, 'question')
    await press(page, 'main button')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    expect(await page.title()).toContain('Error: ')
    await look(page)
    await tick(page, 'input[value="SHARE_MINIMAL"]')
    await type(page, '#reason', why)
    await tick(page, '#notRelated')
    await press(page, 'main button')
    await page.getByText('Your answer has been kept and takes effect').waitFor()
  }

  const open = async (page: Page, typed: Record<string, string>): Promise<void> => {
    await press(page, 'a:text-is("Find a record")')
    for (const [field, text] of Object.entries({ ...typed, '#caseReference': 'CASE-14' }))
      await type(page, field, text)
    await tick(page, '#purpose')
    await press(page, 'main button')
  }

  /** By name and date of birth, from the list of who is found. */
  const openByName = async (page: Page, id: string, look: Look): Promise<void> => {
    const born = { '#dateOfBirth-day': '3', '#dateOfBirth-month': '2', '#dateOfBirth-year': '2019' }
    await open(page, { '#given': 'Merrin', '#family': familyOf(id), ...born })
    await page.getByRole('heading', { name: 'Found' }).waitFor()
    await look(page)
    await press(page, `a[href$="${id}"]`)
    await page.getByRole('heading', { name: 'What protects them' }).waitFor()
    await page.goBack()
    await press(page, `a[href$="${id}"]`)
  }

  const askToLift = async (page: Page, look: Look): Promise<void> => {
    await page.getByRole('heading', { name: 'What protects them' }).waitFor()
    await look(page, 'record')
    await press(page, 'a:has-text("Where they live is hidden")')
    await type(page, '#reason', why)
    await look(page)
    await press(page, 'main button')
  }

  const find = async (page: Page, what: string, said: string): Promise<void> => {
    await press(page, 'a:text-is("Ask the audit log")')
    await tick(page, 'input[value="record"]')
    await type(page, '#what', what)
    await press(page, 'main form button')
    await page.getByRole('link', { name: said }).first().waitFor()
  }

  it.each(ways)(
    'answer a question, lift a restriction as two people, and find all of it in the log, by keyboard alone, with $with',
    async (way) => {
      const [reviewId, child] = [await asked(), await hidden()]
      const faults: string[] = []
      const look = lookingFor(faults, way.width)
      const colin = await pageOf(way, 'Colin Stoddart', 'Safeguarding lead of your service')
      await answerQuestion(colin, reviewId, look)

      const first = await pageOf(way, 'Gareth Llewellyn')
      await openByName(first, child, look)
      await askToLift(first, look)
      await first.getByText('It is lifted when a second person asks the same').waitFor()
      const second = await pageOf(way, 'Tomasz Wilk', 'Register manager')
      await open(second, { '#id': child })
      await askToLift(second, async () => {})
      await second.getByText('The restriction is lifted').waitFor()

      const helen = await pageOf(way, 'Helen Ashworth', 'Auditor')
      await find(helen, reviewId, 'Review decided')
      await look(helen, 'audit')
      await helen.goto(`${place.consoleUrl}/`)
      await find(helen, `${westmarch}.${child}`, 'Restriction lifted')
      const lifted = helen.getByRole('link', { name: 'Restriction lifted' }).first()
      await lifted.click()
      await helen.goBack()
      await lifted.click()
      // An entry has its proof once it is sealed.
      await expect
        .poll(
          async () => {
            await helen.reload()
            return helen.getByText('This entry stands in the log.').count()
          },
          { timeout: 30_000 },
        )
        .toBe(1)
      await look(helen, 'entry')
      // What is built beside the function is deployed with it.
      await helen.goto(`${place.consoleUrl}/developers/routes/alerts`)
      await helen.getByRole('heading', { name: 'GET /alerts', exact: true }).waitFor()
      await look(helen, 'developers')
      expect(faults).toEqual([])
      for (const page of [colin, first, second, helen]) await page.context().close()
    },
  )
})
