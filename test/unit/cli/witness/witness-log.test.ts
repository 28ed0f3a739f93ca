import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { InputError } from '../../../../cli/evaluate/input-error.ts'
import { type WitnessDeps, witnessLog } from '../../../../cli/witness/witness-log.ts'
import {
  checkpointText,
  noteKeyId,
  openByAny,
  signedNote,
} from '../../../../shared/audit/checkpoint.ts'
import { cosign, cosignedAt, witnessKey } from '../../../../shared/audit/cosignature.ts'
import { put } from '../../../../shared/aws/dynamodb/actions.ts'
import { anApiEvent } from '../../../builders/an-api-event.ts'
import { drugService } from '../../../builders/clients.ts'
import { allRows, callsOf, deskOf } from '../../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../../fakes/in-memory-hub.ts'

const witness = { name: 'witness.example/w1', key: generateKeyPairSync('ed25519').privateKey }
const oneDay = 24 * 60 * 60 * 1000

/** A hub with something sealed, and somebody outside who has begun to keep what it signs. */
const watched = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  const kept: string[] = []
  const evidence: string[] = []
  let refused: { readonly path: string; readonly status: number } | undefined
  let answered: ((path: string, body: unknown) => unknown) | undefined
  const get = async (path: string) => {
    const [, query = ''] = path.split('?')
    const { status, body } = await hub.call(
      'audit',
      anApiEvent(path.startsWith('/audit/consistency') ? 'proveConsistency' : 'readCheckpoint', {
        token: await hub.tokenFor(drugService),
        headers: deskOf(drugService),
        query: Object.fromEntries(new URLSearchParams(query)),
      }),
    )
    if (refused !== undefined && path.startsWith(refused.path)) {
      if (refused.status === 0) throw new InputError('the connection broke')
      return { status: refused.status, body: {} }
    }
    return { status, body: answered === undefined ? body : answered(path, body) }
  }
  const see = async (by = witness) => {
    const deps: WitnessDeps = {
      api: { get },
      kept: {
        all: async () => kept,
        add: async (name, note) => void (name.startsWith('evidence') ? evidence : kept).push(note),
      },
      keys: { origin: hub.logOrigin, publicKeys: await hub.logKeys() },
      witness: by,
      now: hub.now(),
    }
    return witnessLog(deps)
  }
  let children = 0
  const grow = async (): Promise<void> => {
    children += 1
    await calls.putChild(`C${children}`)
    await hub.seal()
  }
  await grow()
  return {
    hub,
    kept,
    evidence,
    see,
    grow,
    /** From now on the hub, or somebody before it, answers otherwise. */
    answer: (other: typeof answered): void => {
      answered = other
    },
    /** From now on it answers this path with this status; 0: the connection breaks. */
    refuse: (path: string, status: number): void => {
      refused = { path, status }
    },
  }
}

describe('a witness', () => {
  let at: Awaited<ReturnType<typeof watched>>
  beforeEach(async () => {
    at = await watched()
  })

  it('signs and keeps what goes on from the last that it kept', async () => {
    const { see, grow, kept, hub } = at
    expect(await see()).toMatchObject({ kind: 'kept', missed: [] })
    await grow()
    expect(await see()).toMatchObject({ kind: 'kept' })
    expect(kept.map((note) => cosignedAt(note, witness))).toEqual([hub.now(), hub.now()])
    const keys = { origin: hub.logOrigin, publicKeys: await hub.logKeys() }
    const sizes = kept.map((note) => openByAny(note, keys)?.size ?? 0)
    expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0)
  })

  it('says on which days it saw none', async () => {
    const { see, grow, hub } = at
    await see()
    hub.advance(3 * oneDay)
    await grow()
    const first = hub.now().getTime() - 3 * oneDay
    const missed = [1, 2].map((day) => new Date(first + day * oneDay).toISOString().slice(0, 10))
    expect(await see()).toMatchObject({ missed })
  })

  it('signs nothing that the log’s key did not', async () => {
    at.answer((_, body) => ({
      checkpoint: String(Reflect.get(Object(body), 'checkpoint')).replace('\n', 'x\n'),
    }))
    expect(await at.see()).toMatchObject({ kind: 'not-signed' })
    expect(at.kept).toEqual([])
  })

  it('keeps both, and signs nothing, where the log was shortened', async () => {
    const { see, grow, answer, evidence, kept } = at
    await see()
    const old = kept[0] ?? ''
    await grow()
    await see()
    answer((_, body) => ({ ...Object(body), checkpoint: old.slice(0, old.indexOf('— witness')) }))
    expect(await see()).toMatchObject({ kind: 'shortened', evidence: [kept[1], evidence[0]] })
    expect([kept.length, evidence.length]).toEqual([2, 1])
  })

  it('keeps both where whoever has the key signed another root of the same size', async () => {
    const origin = 'log.example/audit'
    const { privateKey } = generateKeyPairSync('ed25519')
    const publicKey = Buffer.from(
      createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '',
      'base64url',
    )
    const signedOver = (root: string): string => {
      const text = checkpointText({ origin, size: 3, root: Buffer.alloc(32, root) })
      const signature = sign(null, Buffer.from(text), privateKey)
      return signedNote(text, { keyName: origin, keyId: noteKeyId(origin, publicKey), signature })
    }
    const now = new Date('2026-11-26T10:00:00Z')
    const kept = [cosign(signedOver('a'), witness, now)]
    const added: string[] = []
    const result = await witnessLog({
      api: { get: async () => ({ status: 200, body: { checkpoint: signedOver('b') } }) },
      kept: { all: async () => kept, add: async (_, note) => void added.push(note) },
      keys: { origin, publicKeys: [publicKey] },
      witness,
      now,
    })
    expect(result).toEqual({ kind: 'forked', evidence: [kept[0], signedOver('b')] })
    expect(added).toEqual([signedOver('b')])
  })

  it('signs nothing where the proof does not show that it goes on', async () => {
    const { see, grow, answer, kept } = at
    await see()
    await grow()
    await grow()
    answer((path, body) =>
      path.startsWith('/audit/consistency') ? { ...Object(body), proof: [] } : body,
    )
    expect(await see()).toMatchObject({ kind: 'not-consistent' })
    expect(kept).toHaveLength(1)
  })

  it('keeps both, and signs nothing, where the rows do not make the root that the hub signed', async () => {
    const { hub, see, grow, kept, evidence } = at
    await see()
    await grow()
    const batch = (await allRows(hub, 'auditLog')).findLast(({ leaves }) => Array.isArray(leaves))
    const leaves = z.array(z.looseObject({})).parse(batch?.['leaves'])
    const [first, ...others] = leaves
    const altered = [{ ...first, leafHash: Buffer.alloc(32, 7) }, ...others]
    const key = z.looseObject({ pk: z.string(), sk: z.string() }).parse(batch)
    await hub.store.transact([put(hub.tables.auditLog, { ...key, leaves: altered })])
    expect(await see()).toMatchObject({
      kind: 'not-consistent',
      evidence: [kept[0], evidence[0]],
    })
    expect([kept.length, evidence.length]).toEqual([1, 1])
  })

  it.each([403, 429, 500, 503])(
    'keeps the note as evidence where the hub answers %s in place of a proof',
    async (status) => {
      const { see, grow, kept, evidence, refuse } = at
      await see()
      await grow()
      refuse('/audit/consistency', status)
      expect(await see()).toMatchObject({
        kind: 'not-consistent',
        evidence: [kept[0], evidence[0]],
      })
      expect([kept.length, evidence.length]).toEqual([1, 1])
    },
  )

  it('keeps the note and says that it was not proved where the connection breaks, and goes on from the one before', async () => {
    const { see, grow, kept, evidence, refuse } = at
    await see()
    await grow()
    refuse('/audit/consistency', 0)
    expect(await see()).toMatchObject({ kind: 'not-answered', evidence: [kept[0], evidence[0]] })
    expect([kept.length, evidence.length]).toEqual([1, 1])
    refuse('/nowhere', 500)
    expect(await see()).toMatchObject({ kind: 'kept' })
  })

  it('goes on from what it kept under another name and with another key', async () => {
    const { see, grow, answer, kept, hub } = at
    await see()
    const old = kept[0] ?? ''
    hub.advance(2 * oneDay)
    await grow()
    const { privateKey: key } = generateKeyPairSync('ed25519')
    const other = { name: 'witness.example/w2', key }
    const day = new Date(hub.now().getTime() - oneDay).toISOString().slice(0, 10)
    expect(await see(other)).toMatchObject({ kind: 'kept', missed: [day] })
    answer((_, body) => ({ ...Object(body), checkpoint: old.slice(0, old.indexOf('— witness')) }))
    const third = { name: 'witness.example/w3', key }
    expect(await see(third)).toMatchObject({ kind: 'shortened' })
  })

  it('keeps nothing where the hub gives no checkpoint', async () => {
    at.refuse('/audit/checkpoint', 503)
    await expect(at.see()).rejects.toThrow(InputError)
    expect([at.kept, at.evidence]).toEqual([[], []])
  })

  it('is no more believed where the hub does not answer', async () => {
    at.answer(() => ({}))
    await expect(at.see()).rejects.toThrow()
    expect(at.kept).toEqual([])
  })
})

describe('a cosignature', () => {
  const note =
    'log.example\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n— log.example AAAA\n'
  const now = new Date('2026-11-26T10:00:00Z')

  it('is as C2SP has it: key id, eight bytes of seconds, and a signature over both and the text', () => {
    const line = cosign(note, witness, now).slice(note.length)
    const bytes = Buffer.from(line.replace(/^— \S+ /, '').trim(), 'base64')
    const seconds = now.getTime() / 1000
    expect(bytes.length).toBe(76)
    expect(bytes.readBigUInt64BE(4)).toBe(BigInt(seconds))
    const signed = `cosignature/v1\ntime ${seconds}\nlog.example\n3\n${'A'.repeat(43)}=\n`
    const publicKey = createPublicKey(witness.key)
    expect(verify(null, Buffer.from(signed), publicKey, bytes.subarray(12))).toBe(true)
    expect(witnessKey(witness.name, witness.key)).toContain(
      `+${bytes.subarray(0, 4).toString('hex')}+`,
    )
  })

  it('is of this witness, this time and this text alone', () => {
    const cosigned = cosign(note, witness, now)
    expect(cosignedAt(cosigned, witness)).toEqual(now)
    expect(cosignedAt(cosigned, { ...witness, name: 'witness.example/w2' })).toBeUndefined()
    const { privateKey: key } = generateKeyPairSync('ed25519')
    expect(cosignedAt(cosigned, { ...witness, key })).toBeUndefined()
    expect(cosignedAt(cosigned.replace('\n3\n', '\n4\n'), witness)).toBeUndefined()
  })
})
