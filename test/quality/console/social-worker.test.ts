import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eastvale, westmarch } from '../../../infra/stages/local.ts'
import { apiClient } from '../../../local/api-client.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import type { PlainBrowser, Seen } from '../../builders/a-browser.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { type AConsole, aConsole, hiddenIn, wordsOf } from '../../builders/a-console.ts'
import {
  type ADesk,
  abuse,
  aDesk,
  aFamily,
  type Change,
  confirm,
  decide,
  fill,
  referrer,
  take,
} from '../../builders/a-desk.ts'

let console_: AConsole
let nia: PlainBrowser
let tomasz: PlainBrowser

let desk: ADesk
const raised: ADesk['raised'] = (...asked) => desk.raised(...asked)
const alertsOf: ADesk['alertsOf'] = (...asked) => desk.alertsOf(...asked)

beforeAll(async () => {
  console_ = await aConsole()
  desk = aDesk(console_)
  const register = apiClient(console_.served.place, 'westmarch-register')
  const recorded = await register.call('PUT', '/children/C-900', {
    body: aChild({
      status: { code: 'IN_NEED', from: '2026-03-02' },
      allocatedTeam: 'North locality',
    }),
  })
  expect(recorded.status).toBe(200)
  nia = await console_.as('Nia Prothero')
  tomasz = await console_.as('Tomasz Wilk', 1)
})
afterAll(() => console_.stop())

describe('the inbox', () => {
  it('has the most urgent first, in words, and takes one from the list', async () => {
    const grave = await raised({ ...aFamily(), harm: 'H4' })
    await raised({ ...aFamily() })
    const seen = await nia.get('/alerts')
    const levels = [...seen.text.matchAll(/hub-alert--(H\d)/g)].map(([, level = '']) => level)
    expect(levels).toEqual([...levels].toSorted().toReversed())
    expect(wordsOf(seen)).toMatch(/L[A-Z], 11 years Turning Tide/)
    expect(wordsOf(seen)).not.toContain('Linus')
    expect(wordsOf(seen)).toMatch(
      /H4 Immediate danger.*Turning Tide.*Nobody has it \d+ minutes left/,
    )
    const taken = await nia.post(grave.path, { version: '1' })
    expect(wordsOf(taken)).toContain('You have taken this alert')
    const mine = await nia.get('/alerts?show=mine')
    expect(mine.text).toContain(grave.id)
    expect((await tomasz.get('/alerts?show=mine')).text).not.toContain(grave.id)
    expect(wordsOf(await tomasz.get('/alerts?show=others&level=H4'))).toContain('w-0117')
    expect((await tomasz.get('/alerts?show=others&level=H1')).text).not.toContain(grave.id)
  })

  it('opens the most urgent that nobody has, and says where there is none', async () => {
    const { id } = await raised({ ...aFamily(), harm: 'H4' })
    await nia.get('/alerts')
    const opened = await nia.post('/alerts', {})
    expect(opened.url).toMatch(new RegExp(`/alerts/${id}$`))
    const passedBy = await nia.post('/alerts', { after: id })
    expect(passedBy.url).not.toContain(id)
  })

  it('tells who was second that somebody else has it', async () => {
    const { path } = await raised(aFamily())
    await tomasz.get('/alerts')
    await take(nia, path)
    const second = await tomasz.post(path, { version: '1', opened: '2026-01-01T00:00:00Z' })
    expect(second.status).toBe(412)
    expect(wordsOf(second)).toMatch(/This changed while you had it open.*w-0117 took it/)
  })
})

describe('an alert', () => {
  it('says first what to do, then who it is about, and why it is here', async () => {
    const { path } = await raised(abuse)
    const seen = await nia.get(path)
    const words = wordsOf(seen)
    const inOrder = [
      'What to do now',
      'Ring the person at risk only at the safe number',
      'Tell only the adult who is at risk',
      'Take it',
      ' Children ',

      'Who is who',
      'What was said',
      'Why it was shared',
    ].map((text) => words.indexOf(text))
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
    expect(inOrder[0]).toBeGreaterThan(0)
    for (const said of [
      'Child in need since 2 March 2026',
      'North locality',
      `${westmarch}.C-900`,
      'Steve Tallow partner of a parent Odo Quillfeather No',
      'Is said to hurt or frighten others',
      'Fact Tested positive for opiates',
      'No consent is needed, and no refusal stops it',
      'Children Act 2004, s.16LA',
      'They saw it',
    ])
      expect(words).toContain(said)
    expect(seen.text.match(/<title>[^<]*/)?.[0]).not.toMatch(/Odo|Quillfeather/)
    expect(seen.text.match(/hub-picture__line--NO"/g)?.length).toBe(2)
  })

  it('says of each person how it was found, with a picture and the same numbers', async () => {
    const { path } = await raised(abuse)
    const seen = await nia.get(`${path}/match`)
    expect(wordsOf(seen)).toContain(`Marta Quillfeather Sure Your record ${westmarch}.A1001`)
    expect(wordsOf(seen)).toMatch(/Date of birth the same \+\d/)
    expect(wordsOf(seen)).toContain('Steve Tallow Nobody on your register')
    expect(seen.text).toContain('hub-waterfall__bar--for')
    expect(seen.text).not.toContain('Tannery Row')
  })

  it('is sent in 15 kB, with its pictures', async () => {
    const { path } = await raised(abuse)
    for (const page of [path, `${path}/match`, '/alerts']) {
      const seen = await nia.get(page, { 'Accept-Encoding': 'gzip', Accept: '*/*' })
      expect([page, seen.headers.get('content-encoding')]).toEqual([page, 'gzip'])
      expect([page, seen.bytes < 15_000]).toEqual([page, true])
    }
  })

  it.each(['', '/match', '/outcome', '/outcome/SECTION_47', '/feedback', '/telling'])(
    'is not there for another council, nor for whoever answers none: %s',
    async (page) => {
      const { path } = await raised(aFamily())
      for (const name of ['Beatrice Okafor', 'Ines Marlowe', 'Gareth Llewellyn']) {
        const other = await console_.as(name)
        expect((await other.get(`${path}${page}`)).status).toBe(404)
      }
      expect((await nia.get(`/alerts/${newId(new Date())}${page}`)).status).toBe(404)
      expect((await nia.get(`/alerts/${randomUUID()}${page}`)).status).toBe(404)
      expect((await nia.get(`/alerts/nobody${page}`)).status).toBe(404)
    },
  )

  it('for which no council of the hub answers is the partnership lead’s', async () => {
    const { path } = await raised({ ...aFamily(), authority: 'UNKNOWN' }, 'partnership-lead')
    const joan = await console_.as('Joan Whitcombe')
    expect(wordsOf(await joan.get('/alerts'))).toContain('H2 Child in need')
    expect(wordsOf(await take(joan, path))).toContain('You have taken this alert')
    expect((await nia.get(path)).status).toBe(404)
  })

  it('of a conflict of staff is there for leads alone', async () => {
    const { path } = await raised({
      ...aFamily(),
      flags: ['STAFF_CONFLICT'],
      conflict: { who: 'A social worker of the north team', role: 'Social worker' },
    })
    expect((await nia.get(path)).status).toBe(404)
    const manager = await console_.as('Tomasz Wilk', 0)
    const seen = await manager.get(path)
    expect(wordsOf(seen)).toContain('Only leads may see this')
    expect(wordsOf(seen)).toContain('A social worker of the north team')
  })
})

describe('an answer', () => {
  it.each([
    { told: 'abuse', change: abuse },
    { told: 'a secret address', change: { ...abuse, flags: ['DA', 'RESTRICTED_ADDRESS'] } },
    { told: 'nothing of it', change: { harm: 'H3' } },
  ] satisfies { told: string; change: Change }[])(
    'goes from taking to deciding to telling, and the sender reads what was shown before, where $told was sent',
    async ({ change }) => {
      const { path, concernId } = await raised({ ...aFamily(), ...change })
      const ines = await console_.as('Ines Marlowe')
      expect(wordsOf(await ines.get(`/concerns/${concernId}`))).not.toContain('Answer 1')
      expect(wordsOf(await take(nia, path))).toContain('Record a decision')
      const page = `${path}/outcome/SECTION_47`
      const checked = await fill(nia, page, { whyDecided: 'Bruises seen.' })
      expect(wordsOf(checked)).toMatch(/Check before you record it Decision Section 47 enquiry/)
      const decided = await confirm(nia, page, { whyDecided: 'Bruises seen.' })
      expect(wordsOf(decided)).toContain('Your decision is recorded')
      const form = {
        toldFact: 'Seen at 14 Tannery Row, WM1 4AB; he is at 8 Gasworks Road. 01632 960222.',
        toldOpinion: 'I think they are safe tonight.',
        nextStep: 'Please ring 01632 960111 no more.',
      }
      const preview = await fill(nia, `${path}/feedback`, form)
      const sent = await confirm(nia, `${path}/feedback`, form)
      expect(wordsOf(sent)).toContain('The sender can read your answer now')
      const read = await ines.get(`/concerns/${concernId}`)
      expect(wordsOf(read)).toContain('enquiry under section 47')
      const linesOf = ({ text }: Seen): readonly string[] =>
        [...text.matchAll(/<p class="govuk-body hub-lines[^>]*>([\s\S]*?)<\/p>/g)].map(
          ([, line = '']) => line.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' '),
        )
      expect(linesOf(read)).toEqual(linesOf(preview))
      expect(linesOf(read)).toHaveLength(3)
    },
  )

  it('shows before it is sent what is struck out, and says that more may be', async () => {
    const { path } = await raised({ ...abuse, flags: ['DA', 'RESTRICTED_ADDRESS'] })
    await take(nia, path)
    await decide(nia, `${path}/outcome/SECTION_47`, {})
    const seen = await fill(nia, `${path}/feedback`, { toldFact: 'She is at 14 Tannery Row.' })
    expect(seen.text).toContain('<strong class="hub-struck">[protected]</strong>')
    expect(wordsOf(seen)).toContain('More may be struck out')
  })

  it('tells which fields to mend, and keeps what was written', async () => {
    const { path } = await raised(aFamily())
    await take(nia, path)
    const none = await nia.post(`${path}/outcome`, {})
    expect(none.status).toBe(400)
    expect(none.text).toContain('href="#outcome"')
    const short = await decide(nia, `${path}/outcome/NO_FURTHER_ACTION`, {
      whyTurnedAway: 'Nothing.',
    })
    expect(short.status).toBe(400)
    for (const field of ['noFurtherActionReason', 'whyTurnedAway'])
      expect(short.text).toContain(`href="#${field}"`)
    expect(short.text).toContain('>Nothing.</textarea>')
    const day = await decide(nia, `${path}/outcome/STRATEGY_DISCUSSION`, {
      'discussionDay-day': '31',
      'discussionDay-month': '2',
      'discussionDay-year': '2026',
      discussionTime: 'noon',
    })
    expect(day.text).toContain('href="#discussionDay"')
    expect((await nia.get(`${path}/outcome/NOTHING_LIKE_IT`)).status).toBe(404)
  })

  it('that turns a family away needs the earlier alerts opened and read, and where harm was grave two people', async () => {
    const family = { ...abuse, subject: { ...aConcern().subject, addresses: [] } }
    const { path } = await raised(family)
    await take(nia, path)
    const away = `${path}/outcome/NO_FURTHER_ACTION`
    const seen = await nia.get(away)
    const prior = [
      ...seen.text.matchAll(/name="priorItemsRead" type="checkbox" value="([^"]+)"/g),
    ].map(([, id = '']) => id)
    expect(prior.length).toBeGreaterThan(0)
    const form = {
      noFurtherActionReason: 'BELOW_THRESHOLD',
      whyTurnedAway: 'Seen by the school nurse and the health visitor: all is well at home.',
    }
    const unread = await decide(nia, away, form)
    expect(unread.text).toContain('href="#priorItemsRead"')
    for (const id of prior) await nia.get(`/alerts/${id}`)
    const whole = { ...form, priorItemsRead: prior.join(' ') }
    const proposed = await decide(nia, away, whole)
    expect(wordsOf(proposed)).toContain('A second person has to say the same')
    for (const id of prior) await tomasz.get(`/alerts/${id}`)
    const both = await decide(tomasz, away, whole)
    expect(wordsOf(both)).toContain('Your decision is recorded')
    expect(wordsOf(both)).toContain('w-0117 decided, and w-0042 agreed')
  })

  it('passes an alert on to another council, where somebody takes it over', async () => {
    const { path } = await raised(aFamily())
    await take(nia, path)
    const form = {
      otherAuthority: eastvale,
      whyTurnedAway: 'The family moved to Eastvale in September and live there now.',
    }
    const page = `${path}/outcome/OTHER_AUTHORITY`
    const own = await decide(nia, page, { ...form, otherAuthority: westmarch })
    expect(own.text).toContain('href="#otherAuthority"')
    const before = new Set((await alertsOf('eastvale-lead')).map(({ alertId }) => alertId))
    const passed = await decide(nia, page, form)
    expect(wordsOf(passed)).toContain('It was passed on')
    const there = (await alertsOf('eastvale-lead')).find(({ alertId }) => !before.has(alertId))
    const beatrice = await console_.as('Beatrice Okafor')
    await take(beatrice, `/alerts/${there?.alertId}`)
    expect(wordsOf(await nia.get(path))).toContain('The other council took it over')
  })

  it('says that these are not the people', async () => {
    const { path } = await raised({ ...aFamily() })
    await take(nia, path)
    const seen = await decide(nia, `${path}/outcome/NOT_THIS_PERSON`, {
      whyTurnedAway: 'The date of birth is another’s, and she has no children.',
    })
    expect(wordsOf(seen)).toContain('These are not the people')
  })

  it('records that a parent was told, at London’s time, or why not', async () => {
    const { path } = await raised(aFamily())
    const none = await fill(nia, `${path}/telling`, {})
    expect(none.text).toContain('href="#wasTold"')
    const told = await fill(nia, `${path}/telling`, {
      wasTold: 'YES',
      toldWho: 'MOTHER',
      toldBy: 'W-0117',
      'toldDay-day': '3',
      'toldDay-month': '7',
      'toldDay-year': '2026',
      toldTime: '14:30',
    })
    expect(wordsOf(told)).toContain('w-0117 recorded that a parent was told')
    const api = apiClient(console_.served.place, 'westmarch-lead')
    const read = await api.call('GET', path, { headers: { 'Hub-Practitioner': 'W-0042' } })
    expect(read.text).toContain('"toldAt":"2026-07-03T13:30:00.000Z"')
    const not = await fill(nia, `${path}/telling`, { wasTold: 'NO', whyNotTold: 'RISK_TO_CHILD' })
    expect(wordsOf(not)).toContain('It would put the child at risk')
  })

  it('says that the work goes on, or has ended', async () => {
    const { path } = await raised({ ...aFamily() })
    await take(nia, path)
    const early = await nia.get(`${path}/case-status`)
    expect(early.status).toBe(409)
    await decide(nia, `${path}/outcome/ASSESSMENT_S17`, {})
    await decide(nia, `${path}/feedback`, { toldFact: 'We begin an assessment.' })
    const open = await fill(nia, `${path}/case-status`, { caseStatus: 'OPEN' })
    expect(wordsOf(open)).toContain('w-0117 said how the work stands: It goes on')
  })
})

describe('who has looked at an alert', () => {
  it('stands behind a link, by work id, for whoever answers it and nobody else', async () => {
    const { path } = await raised(aFamily())
    const seen = await nia.get(path)
    await tomasz.get(path)
    await tomasz.get(`${path}/match`)
    expect(seen.text).toContain(`${path}/readers`)
    const words = wordsOf(await nia.get(`${path}/readers`))
    expect(words).toMatch(/w-0042 2 1 \d+ 0/)
    expect(words).toMatch(/You \(w-0117\) 1 0/)
    for (const name of ['Beatrice Okafor', 'Ines Marlowe', 'Gareth Llewellyn']) {
      const other = await console_.as(name)
      expect((await other.get(`${path}/readers`)).status).toBe(404)
    }
    expect((await nia.get('/alerts/nobody/readers')).status).toBe(404)
  })
})

describe('an alert that changes hands', () => {
  const hand = (browser: PlainBrowser, path: string, form: Record<string, string>) =>
    fill(browser, `${path}/hand-over`, form)

  it('is handed to a colleague by work id, who has it among theirs from then on', async () => {
    const { path, id } = await raised(aFamily())
    expect((await nia.get(`${path}/hand-over`)).status).toBe(409)
    await take(nia, path)
    for (const form of [
      {},
      { handTo: 'COLLEAGUE' },
      { handTo: 'COLLEAGUE', handToWho: 'Tomasz' },
    ]) {
      const wrong = await hand(nia, path, form)
      expect(wrong.status).toBe(400)
      expect(wrong.text).toContain('href="#handTo"')
    }
    const handed = await hand(nia, path, { handTo: 'COLLEAGUE', handToWho: 'W-0042' })
    expect(wordsOf(handed)).toContain('It is handed over')
    expect(wordsOf(handed)).toContain('w-0117 handed it to w-0042')
    expect((await tomasz.get('/alerts?show=mine')).text).toContain(id)
    expect((await nia.get('/alerts?show=mine')).text).not.toContain(id)
    // It is no longer hers to hand on.
    expect(wordsOf(await nia.get(path))).not.toContain('Hand it over')
    const refused = await hand(nia, path, { handTo: 'COLLEAGUE', handToWho: 'W-0117' })
    expect(refused.status).toBe(409)
    expect(wordsOf(refused)).toContain('w-0042')
  })

  it('is given back to the team, stands first among those that nobody has, and is taken again', async () => {
    const { path, id } = await raised({ ...aFamily(), harm: 'H4' })
    await take(nia, path)
    const given = await hand(nia, path, { handTo: 'TEAM' })
    expect(wordsOf(given)).toContain('Given back: nobody has it')
    const list = await tomasz.get('/alerts?show=nobody')
    expect(list.text).toContain(id)
    const version = hiddenIn(given, 'version')
    const taken = await tomasz.post(path, { version, of: 'team' })
    expect(wordsOf(taken)).toContain('You have taken this alert')
    expect((await tomasz.get('/alerts?show=mine')).text).toContain(id)
    // Its lead hands on what somebody has who is not there.
    const manager = await console_.as('Tomasz Wilk', 0)
    expect(wordsOf(await manager.get(path))).toContain('Hand it over')
  })
})

describe('what moved on', () => {
  it('shows what changed, keeps what was written, and lets it be sent once that was read', async () => {
    const { path } = await raised(aFamily())
    await take(nia, path)
    const form = { whyDecided: 'He is well looked after by his grandmother for now.' }
    const page = `${path}/outcome/EARLY_HELP`
    await fill(nia, page, form)
    await fill(tomasz, `${path}/telling`, { wasTold: 'NO', whyNotTold: 'NOT_REACHED' })
    const late = await confirm(nia, page, form)
    expect(late.status).toBe(412)
    expect(wordsOf(late)).toMatch(/What changed w-0042 recorded that no parent was told/)
    expect(wordsOf(late)).toContain('He is well looked after')
    const again = await nia.post(page, {
      version: hiddenIn(late, 'version'),
      do: 'change',
      ...form,
    })
    expect(again.text).toContain('He is well looked after by his grandmother for now.</textarea>')
    const sent = await nia.post(page, { version: hiddenIn(again, 'version'), ...form, do: 'send' })
    expect(wordsOf(sent)).toContain('Your decision is recorded')
  })

  it('is not answered by anybody who has not seen how it stands now', async () => {
    const { path } = await raised({ harm: 'H3', phoneCallMade: { made: true } })
    await nia.get(path)
    await nia.post(path, { version: hiddenIn(nia.last as Seen, 'version') })
    const seen = await nia.get(path)
    const link = /href="\/console(\/alerts\/[\w-]+\/outcome\?read=(\d+))"/.exec(seen.text)
    const [, to = '', version = ''] = link ?? []
    expect((await nia.get(to)).status).toBe(200)
    for (const page of [to, to.replace('/outcome?', '/outcome/SECTION_47?')]) {
      const stale = await nia.get(page.replace(`read=${version}`, `read=${Number(version) - 1}`))
      expect(stale.status).toBe(412)
      expect(stale.text).not.toContain('name="whyDecided"')
    }
  })

  it('takes nothing that a page of another session sent, nor without its token', async () => {
    const { path } = await raised(aFamily())
    const seen = await nia.get(path)
    const form = { version: hiddenIn(seen, 'version'), _token: 'a.b' }
    expect((await nia.post(path, form)).status).toBe(403)
    const elsewhere = await nia.post(
      path,
      { version: '1' },
      { Origin: 'https://elsewhere.example' },
    )
    expect(elsewhere.status).toBe(403)
    expect(wordsOf(await tomasz.get(path))).toContain('Nobody has it')
  })
})

it('shows the words of people as they were written, and never as part of a page', async () => {
  const nasty = `"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7777 }}`
  const named = { given: nasty.slice(0, 40), family: nasty.slice(0, 40) }
  const { path } = await raised({
    ...abuse,
    subject: { ...abuse.subject, ...aConcern().subject, names: [named] },
    children: [
      {
        name: named,
        dateOfBirth: '2019-02-03',
        relationships: [{ adult: 'subject', relationship: 'MOTHER', livesWithChild: 'YES' }],
      },
    ],
    reason: nasty,
    narrative: [{ kind: 'FACT', text: nasty }],
    protectiveFactors: nasty,
    childView: nasty,
    workerSafety: nasty,
    keepConfidentialFrom: [{ person: nasty, why: nasty }],
    domesticAbuse: {
      childPresent: 'SAW',
      safeContact: {
        number: '01632 960222',
        safeToCall: true,
        times: nasty,
        notSafeToTalkTo: nasty,
      },
    },
    referrer: { ...referrer, name: nasty, role: nasty },
    ownReference: 'TT-1',
  })
  await take(nia, path)
  const form = { whyDecided: nasty.repeat(2) }
  const written = { toldFact: nasty, nextStep: nasty }
  const pages = [
    await nia.get('/alerts'),
    await nia.get(`${path}/match`),
    await fill(nia, `${path}/outcome/SECTION_47`, form),
    await confirm(nia, `${path}/outcome/SECTION_47`, form),
    await fill(nia, `${path}/feedback`, written),
    await nia.post(`${path}/feedback`, { ...written, version: '1', do: 'send' }),
    await nia.get(path),
  ]
  for (const { text, url } of pages) {
    expect([
      url,
      text.includes('<script>alert'),
      text.includes('<img'),
      text.includes('54439'),
    ]).toEqual([url, false, false, false])
  }
})
