import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { isSignedByKey, openCheckpoint } from '../../../../shared/audit/checkpoint.ts'
import { aChild } from '../../../builders/a-child.ts'
import { callsOf } from '../../../builders/hub-calls.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const shownSchema = z.object({
  signs: z.string(),
  keys: z.array(z.object({ keyId: z.string(), verifier: z.string() })),
})

/** A hub with a sealed log, and what its newest checkpoint says. */
const sealed = async () => {
  const command = await hubCommand()
  const { hub, json } = command
  let children = 0
  const newest = async (): Promise<string> => {
    const rows = await hub.rows('auditLog')
    const notes = rows.filter(({ sk }) => String(sk).startsWith('CHECKPOINT#'))
    const [last] = notes.toSorted((a, b) => (String(a['sk']) < String(b['sk']) ? 1 : -1))
    return String(last?.['note'])
  }
  const somethingHappens = async (): Promise<void> => {
    children += 1
    await callsOf(hub).putChild(`C${children}`, aChild())
  }
  const seal = async (): Promise<string> => {
    await hub.seal()
    return newest()
  }
  await somethingHappens()
  await seal()
  const [first, second] = await hub.logKeys()
  if (first === undefined || second === undefined) throw new Error('the log has two keys')
  const by = (note: string): string[] =>
    [first, second].flatMap((publicKey, at) =>
      isSignedByKey(note, { origin: hub.logOrigin, publicKey })
        ? [['first', 'second'][at] ?? '']
        : [],
    )
  const show = async () => shownSchema.parse(await json('checkpoint-key show'))
  return { ...command, first, second, by, show, seal, somethingHappens }
}

describe('the key that signs checkpoints', () => {
  it('is the first until another is chosen, and shown as verifiers take it', async () => {
    const { hub, first, show, seal, by } = await sealed()
    const { signs, keys } = await show()
    expect(signs).toBe(keys[0]?.keyId)
    for (const { verifier } of keys) {
      const [name, , key] = verifier.split('+', 3)
      expect(name).toBe(hub.logOrigin)
      expect(key).not.toBe('')
    }
    const [, , ...rest] = keys[0]?.verifier.split('+') ?? []
    expect(Buffer.from(rest.join('+'), 'base64')).toEqual(Buffer.concat([Uint8Array.of(1), first]))
    expect(by(await seal())).toEqual(['first'])
  })

  it('signs after the key before it has signed that it was chosen, under the same origin and without a deployment', async () => {
    const { hub, run, second, show, seal, by, somethingHappens, entries } = await sealed()
    const [, other] = (await show()).keys
    await run(`checkpoint-key use ${other?.keyId} --by W-9`)
    const change = await seal()
    expect(by(change)).toEqual(['first'])
    const actions = (await entries()).map(({ action }) => action)
    expect(actions).toContain('CHECKPOINT_KEY_CHOSEN')
    await somethingHappens()
    const after = await seal()
    expect(by(after)).toEqual(['second'])
    const opened = openCheckpoint(after, { origin: hub.logOrigin, publicKey: second })
    expect(opened?.origin).toBe(hub.logOrigin)
    expect((await show()).signs).toBe(other?.keyId)
  })

  it('is the one before, as long as the choice is not sealed, however often it goes back and forth', async () => {
    const { run, show, seal, by, somethingHappens } = await sealed()
    const [one, other] = (await show()).keys
    for (const [key, signer, next] of [
      [other, 'first', 'second'],
      [one, 'second', 'first'],
      [other, 'first', 'second'],
    ] as const) {
      await run(`checkpoint-key use ${key?.keyId} --by W-9`)
      expect(by(await seal())).toEqual([signer])
      await somethingHappens()
      expect(by(await seal())).toEqual([next])
    }
  })

  it('signs at once where the key before it can sign no more', async () => {
    const { run, show, seal, by } = await sealed()
    const [, other] = (await show()).keys
    await run(`checkpoint-key use ${other?.keyId} --at-once --by W-9`)
    expect(by(await seal())).toEqual(['second'])
  })

  it('is none that the log does not have, and not the one that signs already', async () => {
    const { run, show } = await sealed()
    const { signs } = await show()
    expect((await run('checkpoint-key use 00000000 --by W-9')).said).toContain('the log has no key')
    expect((await run(`checkpoint-key use ${signs} --by W-9`)).said).toContain('already')
    expect((await run(`checkpoint-key use ${signs}`)).code).toBe(2)
  })
})
