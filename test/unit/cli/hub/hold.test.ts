import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../../infra/stages/local.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const child = `${westmarch}.C000001`
const by = ['--by', 'OP-1']
const line = `hold place --record ${child} --reason INQUIRY --asked-by inquiry-7`

const placed = async (command: Awaited<ReturnType<typeof hubCommand>>): Promise<string> => {
  const { hold } = (await command.json(line, ...by)) as { hold: { holdId: string } }
  return hold.holdId
}

describe('hold place', () => {
  it('keeps what is about a record, and says so under the record', async () => {
    const command = await hubCommand()
    const holdId = await placed(command)
    expect(await command.entries()).toMatchObject([
      {
        action: 'HOLD_PLACED',
        actor: 'operator',
        practitioner: 'op-1',
        subjects: ['legal-hold', holdId, child],
        codes: { hold: holdId, record: child, reason: 'INQUIRY', askedBy: 'inquiry-7' },
      },
    ])
    expect(await command.json('hold list')).toMatchObject({
      holds: [{ holdId, record: child, standing: 'holds', placedBy: 'op-1' }],
    })
  })

  it.each([
    ['nothing', 'hold place --reason COURT --asked-by a', '--record, --from or --to'],
    ['a name', line.replace(child, 'Odo'), '--record'],
    ['a reason that is none', line.replace('INQUIRY', 'SPITE'), '--reason'],
    ['an end before its beginning', `${line} --from 2026-02-01 --to 2026-01-01`, '--to is before'],
    ['a day that is none', `${line} --from 2026-02-31`, '--from'],
    ['an end that is past', `${line} --until 2026-11-22`, '--until is past'],
    ['nobody’s asking', line.replace(' --asked-by inquiry-7', ''), '--asked-by'],
    ['a person’s name who asked', line.replace('inquiry-7', 'Odo.Quillfeather'), '--asked-by'],
  ])('refuses %s', async (_, words, says) => {
    const { run, entries } = await hubCommand()
    const told = await run(words, ...by)
    expect(told.code).toBe(2)
    expect(told.said).toContain(says)
    expect(await entries()).toEqual([])
  })
})

describe('hold lift', () => {
  it('is for another person than who placed it, once', async () => {
    const command = await hubCommand()
    const holdId = await placed(command)
    const same = await command.run(`hold lift ${holdId}`, '--by', 'op-1')
    expect([same.code, same.said]).toEqual([2, expect.stringContaining('another person')])
    await command.json(`hold lift ${holdId}`, '--by', 'op-2')
    const entries = await command.entries()
    expect(entries.find(({ action }) => action === 'HOLD_LIFTED')).toMatchObject({
      practitioner: 'op-2',
      subjects: ['legal-hold', holdId, child],
      codes: { hold: holdId },
    })
    const again = await command.run(`hold lift ${holdId}`, '--by', 'op-3')
    expect(again.said).toContain('already')
    const { out } = await command.run('hold list')
    expect(out).toContain('lifted 2026-11-23')
  })

  it('refuses a hold that there is not', async () => {
    const { run } = await hubCommand()
    expect((await run('hold lift nothing', ...by)).said).toContain('there is no hold')
  })
})
