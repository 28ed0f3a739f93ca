import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../../infra/stages/local.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const by = ['--by', 'OP-1']
const between = `--agency safe-harbour-northmoor --authority ${westmarch}`
const line = `agreement record ${between} --from 2026-01-01 --until 2027-12-31`

describe('agreement record', () => {
  it('records an agreement that counts as looked at today', async () => {
    const { json, entries } = await hubCommand()
    expect(await json(`${line} --commissioned`, ...by)).toEqual({
      agreement: {
        agency: 'safe-harbour-northmoor',
        authority: westmarch,
        version: 1,
        purposes: ['safeguarding', 'welfare'],
        isCommissioned: true,
        from: '2026-01-01',
        until: '2027-12-31',
        reviewedOn: '2026-11-23',
      },
    })
    expect(await entries()).toMatchObject([
      {
        action: 'AGREEMENT_RECORDED',
        practitioner: 'op-1',
        subjects: ['safe-harbour-northmoor'],
        authority: westmarch,
        codes: { version: '1', revoked: 'false' },
      },
    ])
  })

  it('renews one, a version on, with the names of what changed', async () => {
    const { run, entries } = await hubCommand()
    await run(line, ...by)
    await run(line.replace('2027', '2028'), ...by)
    const renewed = (await entries()).find(({ codes }) => codes?.['version'] === '2')
    expect(renewed?.codes).toEqual({ fields: 'until version', revoked: 'false', version: '2' })
  })

  it.each([
    ['an unknown agency', line.replace('safe-harbour-northmoor', 'nobody'), 'no agency nobody'],
    ['an unknown authority', line.replace(westmarch, 'E06000001'), 'no authority E06000001'],
    ['an end before its beginning', line.replace('2027-12', '2025-12'), '--until is before --from'],
    ['a day that is none', line.replace('2027-12-31', '2027-12-32'), '--from, --until'],
    ['a purpose that does not exist', `${line} --purposes marketing`, '--purposes'],
    ['no purpose', `${line} --purposes ,`, '--purposes'],
    ['nobody’s doing', line, '--by'],
  ])('refuses %s', async (name, words, says) => {
    const { run, entries } = await hubCommand()
    const told = await run(words, ...(name === 'nobody’s doing' ? [] : by))
    expect(told.code).toBe(2)
    expect(told.said).toContain(says)
    expect(await entries()).toEqual([])
  })

  it('refuses one with an authority that has ended', async () => {
    const { run } = await hubCommand()
    await run(`authority end ${northmoor} --until 2026-11-23`, ...by)
    const told = await run(line.replace(westmarch, northmoor), ...by)
    expect(told.said).toContain('has not been served since 2026-11-23')
  })
})

describe('agreement revoke and list', () => {
  it('ends one from today, once', async () => {
    const { run, json } = await hubCommand()
    await run(line, ...by)
    expect((await run(`agreement revoke ${between}`, ...by)).code).toBe(0)
    expect((await run(`agreement revoke ${between}`, ...by)).said).toContain(
      'revoked on 2026-11-23',
    )
    expect(await json('agreement list --agency safe-harbour-northmoor')).toMatchObject({
      agreements: [{ authority: westmarch, standing: 'revoked' }],
    })
  })

  it('refuses to end what is not there', async () => {
    const { run } = await hubCommand()
    expect((await run(`agreement revoke ${between}`, ...by)).said).toContain('no agreement')
  })

  it('lists those of one side', async () => {
    const { run } = await hubCommand()
    const { out } = await run(`agreement list --agency turning-tide --authority ${westmarch}`)
    expect(out.trimEnd().split('\n')).toHaveLength(1)
    expect(out).toContain(`turning-tide  ${westmarch}`)
    expect(out).toContain('in-force  safeguarding, welfare, other')
  })
})
