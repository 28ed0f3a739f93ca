import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, southfen } from '../../../../infra/stages/local.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const by = ['--by', 'OP-1']
const first = ['--role', 'Safeguarding lead', '--telephone', '01632 960101']

describe('the mail domains of an agency', () => {
  it('are set whole, shown, and audited by the name of the field', async () => {
    const { run, entries } = await hubCommand()
    const key = 'eastvale-learning-disability'
    expect((await run(`agency show ${key}`)).out).toContain('no referrer’s address is checked')
    await run(`agency mail ${key} --domains`, 'eastvale.example, secure-mail.example', ...by)
    expect((await run(`agency show ${key}`)).out).toContain(
      'mail domains: eastvale.example, secure-mail.example',
    )
    await run(`agency mail ${key} --none`, ...by)
    expect((await run(`agency show ${key}`)).out).toContain('mail domains: none')
    const told = await entries()
    expect(told).toMatchObject([
      { action: 'AGENCY_MAIL_DOMAINS_SET', codes: { fields: 'mailDomains', version: '2' } },
      { action: 'AGENCY_MAIL_DOMAINS_SET', codes: { fields: 'mailDomains', version: '3' } },
    ])
    expect(JSON.stringify(told)).not.toContain('.example')
  })

  it.each([
    ['turning-tide --domains *.example', '--domains: a domain in small letters'],
    ['turning-tide --domains xn--turning-4ve.example', 'xn--'],
    ['turning-tide --domains a.example,a.example', 'stands twice'],
    ['turning-tide', 'give --domains'],
    ['turning-tide --domains a.example --none', 'give --domains'],
    ['turning-tide --domains ,', 'name one at least'],
    ['nobody-here --none', 'there is no agency'],
    ['rehearsal --domains hub.example', 'nobody writes to rehearsal'],
  ])('are refused: %s', async (words, says) => {
    const { run, entries } = await hubCommand()
    const told = await run(`agency mail ${words}`, ...by)
    expect([told.code, await entries()]).toEqual([2, []])
    expect(told.said).toContain(says)
  })
})

describe('a safeguarding lead', () => {
  it.each([
    ['agency', 'safe-harbour-northmoor', 'AGENCY_LEAD_SET'],
    ['authority', eastvale, 'AUTHORITY_LEAD_SET'],
  ] as const)('of an %s is set by day, by night, or not at night', async (which, id, action) => {
    const { run, entries } = await hubCommand()
    const shown = async () => (await run(`${which} show ${id}`)).out
    expect(await shown()).toContain(`lead: nobody is here; set one by ${which} lead`)
    await run(`${which} lead ${id}`, ...first, '--hours', '9 to 5', ...by)
    await run(`${which} lead ${id}`, ...first, '--out-of-hours', ...by)
    expect(await shown()).toContain('lead, office hours: 01632 960101 (Safeguarding lead, 9 to 5)')
    expect(await shown()).toContain('lead, out of hours: 01632 960101 (Safeguarding lead)')
    await run(`${which} lead ${id} --without-cover`, ...by)
    expect(await shown()).toContain('lead, out of hours: nobody stands in')
    const told = await entries()
    expect(told).toMatchObject(
      ['officeHours', 'outOfHours', 'outOfHours'].map((fields) => ({ action, codes: { fields } })),
    )
    expect(JSON.stringify(told)).not.toContain('960101')
  })

  it.each([
    ['--telephone 01632960101', 'give --role and --telephone'],
    ['--role Lead --telephone ask-for-Jo', 'a telephone number'],
    ['--without-cover --role Lead', 'nothing else is said with it'],
  ])('is refused with %s', async (words, says) => {
    const { run, entries } = await hubCommand()
    const told = await run(`agency lead turning-tide ${words}`, ...by)
    expect([told.code, await entries()]).toEqual([2, []])
    expect(told.said).toContain(says)
  })
})

describe('an authority’s pace', () => {
  it('is agreed, shown, ended, and audited by the name of the field', async () => {
    const { run, entries } = await hubCommand()
    const agree = ['--acknowledge', 'H2=4h, H4=0.5h', '--decide', 'H2=0d', ...by]
    await run(`authority pace ${northmoor} --from 2027-01-01 --strategy-discussion H3=0d`, ...agree)
    expect((await run(`authority show ${northmoor}`)).out).toContain(
      'agreed from 2027-01-01: H2 acknowledge 4 h, H2 decide 0 working days, H3 strategyDiscussion 0 working days, H4 acknowledge 0.5 h',
    )
    await run(`authority pace ${northmoor} --end 2028-01-01`, ...by)
    await run(`authority pace ${northmoor} --from 2028-01-01 --acknowledge H1=1d`, ...by)
    expect((await run(`authority show ${northmoor}`)).out).toContain(
      'agreed from 2027-01-01 until 2028-01-01: H2',
    )
    await run(`authority pace ${northmoor} --end 2027-01-01`, ...by)
    expect((await run(`authority show ${northmoor}`)).out).not.toContain('agreed from')
    expect(await entries()).toMatchObject(
      [2, 3, 4, 5].map((version) => ({
        action: 'AUTHORITY_PACE_SET',
        codes: { fields: 'pace', version: String(version) },
      })),
    )
  })

  it.each([
    [`${northmoor} --acknowledge H3=5h`, 'never lengthened'],
    [`${northmoor} --acknowledge H3=4h`, 'not sooner than the policy has it: H3 acknowledge'],
    [`${northmoor} --acknowledge H3=0d`, 'H3 acknowledge'],
    [`${northmoor} --decide H2=4h`, 'take working days'],
    [`${northmoor} --decide H0=0d`, '--decide: levels and times'],
    [`${northmoor} --acknowledge H2=4`, '--acknowledge: levels and times'],
    [`${northmoor} --acknowledge H2=4h,H2=3h`, 'H2 stands twice'],
    [`${northmoor} --acknowledge H2=0h`, '--from, --until or a time'],
    [`${northmoor} --acknowledge H2=4h --from tomorrow`, '--from, --until or a time'],
    [`${northmoor} --acknowledge H2=4h --from 2027-02-01 --until 2027-01-01`, 'its end'],
    [northmoor, 'give one at least'],
    [`${northmoor} --end 2027-01-01`, 'nothing is agreed from 2027-01-01 on'],
    [`${northmoor} --end 2020-01-01`, 'is over'],
    [`${northmoor} --end 2027-01-01 --acknowledge H2=4h`, '--end: says alone'],
    [`${southfen} --acknowledge H2=2h`, 'another is in force'],
    ['E09000001 --acknowledge H2=2h', 'there is no authority'],
  ])('is refused: %s', async (words, says) => {
    const { run, entries } = await hubCommand()
    const told = await run(`authority pace ${words}`, ...by)
    expect([told.code, await entries()]).toEqual([2, []])
    expect(told.said).toContain(says)
  })
})

it('mail domains, leads and pace stay when something else changes', async () => {
  const { run } = await hubCommand()
  await run(`authority deliver ${southfen} --mode poll`, ...by)
  await run(`authority contact ${southfen} --role Duty --telephone 01632960101`, ...by)
  expect((await run(`authority show ${southfen}`)).out).toContain('H3 acknowledge 2 h')
  await run('agency end turning-tide --until 2027-04-01', ...by)
  const { out } = await run('agency show turning-tide')
  expect(out).toContain('turning-tide.example')
  expect(out).toContain('lead, out of hours: 01632 960822 (Manager on call)')
})
