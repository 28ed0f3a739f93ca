import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { KMSClient } from '@aws-sdk/client-kms'
import {
  GetObjectCommand,
  GetObjectRetentionCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { bundleVerifier } from '../../cli/verify/bundle-verifier.ts'
import { verifierKey } from '../../shared/audit/checkpoint.ts'
import { logCopyOf } from '../../shared/audit/log-copy.ts'
import { verifySealed } from '../../shared/audit/verify-sealed.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import { readLogKey } from '../../shared/aws/kms/log-key.ts'
import { place } from './place.ts'

const s3 = new S3Client({ forcePathStyle: true })
const Bucket = place.sealedLog

const namesIn = async (): Promise<readonly string[]> => {
  const names: string[] = []
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket }))
    names.push(...Contents.map(({ Key = '' }) => Key))
  return names.filter((name) => !name.startsWith('probe/'))
}

const textOf = async (Key: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
  return [Key, (await Body?.transformToString()) ?? ''] as const
}

/** What stands there, once something is signed and nothing that was listed is still on its way to be. */
const settled = async (origin: string, publicKey: Buffer) => {
  for (let tries = 0; tries < 60; tries += 1) {
    // Checkpoints first: what is signed between two listings has its bundle before its checkpoint.
    const checkpoints = (await namesIn()).filter((name) =>
      name.startsWith(`${origin}/checkpoints/`),
    )
    const bundles = (await namesIn()).filter((name) => name.startsWith(`${origin}/bundles/`))
    const found = await Promise.all([...bundles, ...checkpoints].map(textOf))
    const objects = new Map(found.map(([name, text]) => [name.slice(origin.length + 1), text]))
    const { sealed } = logCopyOf([], objects)
    const { findings, leaves } = verifySealed(sealed, {
      origin,
      publicKeys: [publicKey],
      notes: [],
    })
    const isWaiting = findings.every(({ what }) => what === 'NOT_SIGNED')
    if (leaves.length > 0 && findings.length === 0)
      return { findings, leaves, checkpoints, objects }
    if (!isWaiting) return { findings, leaves, checkpoints, objects }
    await setTimeout(2_000)
  }
  throw new Error('nothing was signed within two minutes')
}

/** What the verifier says that stands alone, of a folder that holds nothing else. */
const verified = async (objects: ReadonlyMap<string, string>, key: string): Promise<unknown> => {
  const folder = await mkdtemp(join(tmpdir(), 'sealed-log-'))
  try {
    await mkdir(join(folder, 'log', 'bundles'), { recursive: true })
    await mkdir(join(folder, 'log', 'checkpoints'))
    await writeFile(join(folder, 'hub-verify.mjs'), await bundleVerifier())
    for (const [name, text] of objects) await writeFile(join(folder, 'log', name), text)
    const words = ['hub-verify.mjs', 'log', '--key', key, '--json']
    return JSON.parse(
      spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', env: {} }).stdout,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('the sealed log of the stage', () => {
  it('verifies by its public key alone, and is held for ten years', async () => {
    const publicKey = await readLogKey(kmsKeys(new KMSClient({})), place.checkpointKey)
    const origin = place.logOrigin
    const { findings, leaves, checkpoints, objects } = await settled(origin, publicKey)
    expect(findings).toEqual([])
    expect(await verified(objects, verifierKey(origin, publicKey))).toMatchObject({
      verdict: 'holds',
    })
    expect(leaves.length).toBeGreaterThan(0)
    const { Retention } = await s3.send(
      new GetObjectRetentionCommand({ Bucket, Key: checkpoints[0] ?? '' }),
    )
    expect(Retention?.Mode).toBe('COMPLIANCE')
    const years = (Retention?.RetainUntilDate?.getTime() ?? 0) - Date.now()
    expect(years / (365.25 * 24 * 3_600_000)).toBeGreaterThan(9.9)
  }, 180_000)
})
