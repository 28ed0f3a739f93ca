import { describe, expect, it } from 'vitest'
import { eastvale } from '../../../../infra/stages/local.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const by = ['--by', 'OP-1']
const day = ['--role', 'Front door', '--telephone', '01632 960101', '--hours', '9 to 5, Mon to Fri']
const night = ['--role', 'Emergency duty team', '--telephone', '+44 1632 960102', '--out-of-hours']

describe('whom to telephone at an authority', () => {
  it('is set for the day and for the night, and shown to whoever is woken', async () => {
    const { run, entries } = await hubCommand()
    expect((await run(`authority show ${eastvale}`)).out).toContain('no number is here')
    await run(`authority contact ${eastvale}`, ...day, ...by)
    await run(`authority contact ${eastvale}`, ...night, ...by)
    const { out } = await run(`authority show ${eastvale}`)
    expect(out).toContain('told by queue')
    expect(out).toContain('office hours: 01632 960101 (Front door, 9 to 5, Mon to Fri)')
    expect(out).toContain('out of hours: +44 1632 960102 (Emergency duty team)')
    expect(await entries()).toMatchObject([
      { action: 'AUTHORITY_CONTACT_SET', codes: { fields: 'officeHours', version: '2' } },
      { action: 'AUTHORITY_CONTACT_SET', codes: { fields: 'outOfHours', version: '3' } },
    ])
    expect(JSON.stringify(await entries())).not.toContain('960101')
  })

  it('stays when the authority is told in another way, or ends', async () => {
    const { run } = await hubCommand()
    await run(`authority contact ${eastvale}`, ...day, ...by)
    await run(`authority deliver ${eastvale} --mode poll`, ...by)
    await run(`authority end ${eastvale} --until 2027-04-01`, ...by)
    expect((await run(`authority show ${eastvale}`)).out).toContain('01632 960101')
  })

  it.each([
    ['what is no number', `${eastvale} --role Duty --telephone ask-for-Jo`, 'a telephone number'],
    ['one that is not there', 'E09000001 --role Duty --telephone 01632960101', 'no authority'],
    ['no role', `${eastvale} --telephone 01632960101`, '--role'],
  ])('refuses %s', async (_, words, says) => {
    const { run, entries } = await hubCommand()
    const told = await run(`authority contact ${words}`, ...by)
    expect([told.code, await entries()]).toEqual([2, []])
    expect(told.said).toContain(says)
  })
})
