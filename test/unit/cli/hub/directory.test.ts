import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, rehearsed, westmarch } from '../../../../infra/stages/local.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const by = ['--by', 'OP-1']
// One of England that the local stage does not serve.
const newAuthority = 'E09000001'

describe('authority add', () => {
  const line = `authority add ${newAuthority} --name Southweir --key southweir`

  it('serves an authority from today, and says what its queues need', async () => {
    const { json, run, entries } = await hubCommand()
    expect(await json(line, ...by)).toMatchObject({
      authority: { code: newAuthority, name: 'Southweir', key: 'southweir', from: '2026-11-23' },
      note: expect.stringContaining('directory.authorities') as string,
    })
    expect((await run('authority list')).out).toMatch(
      /^E09000001 +southweir +Southweir +queue +served$/m,
    )
    expect(await entries()).toMatchObject([
      {
        action: 'AUTHORITY_ADDED',
        actor: 'operator',
        practitioner: 'op-1',
        subjects: [newAuthority],
        authority: newAuthority,
        codes: { fields: 'code from key name', version: '1' },
      },
    ])
  })

  it('may be for later', async () => {
    const { run } = await hubCommand()
    await run(`${line} --from 2027-04-01`, ...by)
    expect((await run('authority list')).out).toContain('from 2027-04-01')
  })

  it.each([
    [
      'one that is there',
      `authority add ${westmarch} --name A --key another`,
      'in the directory already',
    ],
    [
      'a key of another authority',
      `authority add ${newAuthority} --name A --key westmarch`,
      'somebody else',
    ],
    [
      'a key of an agency',
      `authority add ${newAuthority} --name A --key turning-tide`,
      'somebody else',
    ],
    [
      'a key of the partnership',
      `authority add ${newAuthority} --name A --key partnership`,
      'somebody else',
    ],
    ['no name', `authority add ${newAuthority} --key a`, '--name'],
    [
      'a key in capitals',
      `authority add ${newAuthority} --name A --key Southweir`,
      'small letters',
    ],
    ['a code of Wales', 'authority add W06000001 --name A --key a', 'GSS code'],
    ['a day that is none', `${line} --from 2026-02-30`, 'YYYY-MM-DD'],
    ['one that the stage does not name', `${line} --stage stage.ts`, 'does not name'],
  ])('refuses %s', async (_, words, says) => {
    const { run, entries } = await hubCommand()
    const told = await run(words, ...by)
    expect(told.code).toBe(2)
    expect(told.said).toContain(says)
    expect(await entries()).toEqual([])
  })
})

describe('authority end', () => {
  it('keeps the authority, with its end and who answers from then on', async () => {
    const { run, hub, entries } = await hubCommand()
    const told = await run(
      `authority end ${northmoor} --until 2027-04-01 --replaced-by ${westmarch},${eastvale}`,
      ...by,
    )
    expect(told.out).toContain(`ends 2027-04-01, replaced by ${westmarch}, ${eastvale}`)
    expect(told.out).toContain('stage’s file')
    const row = (await hub.rows('directory')).find(({ sk }) => sk === `AUTHORITY#${northmoor}`)
    expect(row).toMatchObject({
      version: 2,
      authority: { code: northmoor, until: '2027-04-01', replacedBy: [westmarch, eastvale] },
    })
    expect(await entries()).toMatchObject([
      {
        action: 'AUTHORITY_ENDED',
        subjects: [northmoor, westmarch, eastvale],
        codes: { fields: 'replacedBy until', until: '2027-04-01' },
      },
    ])
  })

  it('may be put off until it has come', async () => {
    const { run, hub } = await hubCommand()
    await run(`authority end ${northmoor} --until 2026-12-01 --replaced-by ${westmarch}`, ...by)
    expect((await run(`authority end ${northmoor} --until 2026-12-02`, ...by)).code).toBe(0)
    hub.advance(30 * 24 * 60 * 60 * 1000)
    const late = await run(`authority end ${northmoor} --until 2027-12-01`, ...by)
    expect(late.said).toContain('has not been served since 2026-12-02')
  })

  it('names the clients that act for it', async () => {
    const { run, hub, json } = await hubCommand()
    await hub.register({
      clientId: 'desk',
      role: 'social-worker',
      scopes: ['alerts.read'],
      agency: 'northmoor',
      agencyName: 'Northmoor',
      authority: northmoor,
    })
    const ending = `authority end ${northmoor} --until 2027-04-01`
    expect(await json(ending, ...by)).toMatchObject({ clients: ['desk'] })
    expect((await run(ending, ...by)).out).toContain('to be suspended: desk')
  })

  it.each([
    [
      'an authority that is not there',
      'authority end E06000001 --until 2027-01-01',
      'no authority E06000001',
    ],
    ['a day that is none', `authority end ${westmarch} --until tomorrow`, 'YYYY-MM-DD'],
    [
      'a day that is over',
      `authority end ${westmarch} --until 2026-11-22`,
      '2026-11-23 is the earliest',
    ],
    [
      'a replacement by itself',
      `authority end ${westmarch} --until 2027-01-01 --replaced-by ${westmarch}`,
      'itself',
    ],
    [
      'a replacement where nobody works',
      `authority end ${westmarch} --until 2027-01-01 --replaced-by ${rehearsed}`,
      'the hub rehearses with it',
    ],
    [
      'a replacement that is not there',
      `authority end ${westmarch} --until 2027-01-01 --replaced-by E06000001`,
      'not in the directory',
    ],
  ])('refuses %s', async (_, words, says) => {
    const { run } = await hubCommand()
    const told = await run(words, ...by)
    expect(told.code).toBe(2)
    expect(told.said).toContain(says)
  })

  it('refuses an end before the beginning, and a replacement in a circle', async () => {
    const { run } = await hubCommand()
    await run(`authority add ${newAuthority} --name A --key southweir --from 2027-04-01`, ...by)
    for (const day of ['2027-03-31', '2027-04-01']) {
      const told = await run(`authority end ${newAuthority} --until ${day}`, ...by)
      expect(told.said).toContain('cannot end before')
    }
    const early = await run(
      `authority end ${westmarch} --until 2027-03-31 --replaced-by ${newAuthority}`,
      ...by,
    )
    expect(early.said).toContain('not served on 2027-03-31')
    await run(`authority end ${westmarch} --until 2027-04-01 --replaced-by ${newAuthority}`, ...by)
    const circle = await run(
      `authority end ${newAuthority} --until 2027-06-01 --replaced-by ${westmarch}`,
      ...by,
    )
    expect(circle.said).toContain('not served on 2027-06-01')
  })
})

describe('agency add and end', () => {
  const line = 'agency add first-light --name First_Light --type domestic-abuse'

  it('lets a service in and out, and deletes nothing', async () => {
    const { run, json, entries } = await hubCommand()
    expect((await run(line, ...by)).out).toContain('directory.agencies')
    const ended = 'agency end first-light --until 2027-01-01 --replaced-by safe-harbour-northmoor'
    expect((await run(ended, ...by)).out).toContain('replaced by safe-harbour-northmoor')
    expect(await json('agency list')).toMatchObject({
      agencies: expect.arrayContaining([
        expect.objectContaining({ key: 'first-light', until: '2027-01-01' }),
      ]) as unknown,
    })
    expect((await entries()).map(({ action }) => action).toSorted()).toEqual([
      'AGENCY_ADDED',
      'AGENCY_ENDED',
    ])
  })

  it('takes name and type from the stage’s file, where that names it', async () => {
    const { run, hub } = await hubCommand()
    const key = 'turning-tide'
    const there = await run(`agency add ${key} --stage stage.ts`, ...by)
    expect(there.said).toContain('in the directory already')
    const other = await run(`agency add ${key} --name Other --stage stage.ts`, ...by)
    expect(other.said).toContain('says otherwise of the agency turning-tide: name')
    expect(await hub.rows('directory')).not.toHaveLength(0)
  })

  it.each([
    ['one that is there', 'agency add turning-tide --name A --type other', 'turning-tide'],
    [
      'a key by which no queue can be named',
      `agency add ${'a'.repeat(52)} --name A --type domestic-abuse`,
      '51 signs at most',
    ],
    ['a type that does not exist', 'agency add a --name A --type school', '--type'],
    [
      'a key of an authority',
      'agency add westmarch --name A --type domestic-abuse',
      'somebody else',
    ],
    [
      'a key of the partnership',
      'agency add partnership --name A --type domestic-abuse',
      'somebody else',
    ],
    ['an end of one that is not there', 'agency end nobody --until 2027-01-01', 'no agency nobody'],
    ['one that the stage does not name', `${line} --stage stage.ts`, 'does not name'],
  ])('refuses %s', async (_, words, says) => {
    const { run, entries } = await hubCommand()
    const told = await run(words, ...by)
    expect(told.code).toBe(2)
    expect(told.said).toContain(says)
    expect(await entries()).toEqual([])
  })
})
