import { createHmac } from 'node:crypto'
import {
  GenerateMacCommand,
  KMSClient,
  KMSInvalidMacException,
  VerifyMacCommand,
} from '@aws-sdk/client-kms'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { cursorsOf } from '../../../shared/aws/kms/cursor.ts'
import { kmsKeys } from '../../../shared/aws/kms/kms-keys.ts'

const kms = mockClient(KMSClient)
const mac = (message: Uint8Array | undefined): Buffer =>
  createHmac('sha256', 'secret')
    .update(message ?? '')
    .digest()

/** KMS as it is documented: codes of 1 to 6,144 bytes over messages of at most 4,096, anything else is no request. */
beforeEach(() => {
  kms.reset()
  const checked = (size: number, most: number): void => {
    if (size < 1 || size > most)
      throw Object.assign(new Error('size'), { name: 'ValidationException' })
  }
  kms.on(GenerateMacCommand).callsFake(({ Message }: { Message: Uint8Array }) => {
    checked(Message.length, 4096)
    return { Mac: mac(Message) }
  })
  kms
    .on(VerifyMacCommand)
    .callsFake(({ Message, Mac }: { Message: Uint8Array; Mac: Uint8Array }) => {
      checked(Message.length, 4096)
      checked(Mac.length, 6144)
      if (!mac(Message).equals(Mac))
        throw new KMSInvalidMacException({ message: 'a', $metadata: {} })
      return { MacValid: true }
    })
})

const cursors = cursorsOf(kmsKeys(new KMSClient({ region: 'eu-west-2' })), 'key')

describe('a cursor', () => {
  it.each([{}, { pk: 'a', sk: 'b' }, { day: '2026-11-23', after: { pk: 'é', n: 7 } }])(
    'opens where it was sealed: %j',
    async (position) => {
      expect(await cursors.open(await cursors.seal(position, 'a question'), 'a question')).toEqual(
        position,
      )
    },
  )

  it('may stand in an address as it is', async () => {
    expect(await cursors.seal({ pk: '??>>~~' }, 'a')).toMatch(/^[\w.-]+$/)
  })

  it.each([
    ['another question', (cursor: string) => [cursor, 'another question']],
    ['a question that begins alike', (cursor: string) => [cursor, 'a questio']],
    ['a changed place', (cursor: string) => [`A${cursor}`, 'a question']],
    ['a changed code', (cursor: string) => [cursor.replace(/\.../, '.__'), 'a question']],
    ['half a code', (cursor: string) => [cursor.slice(0, -20), 'a question']],
    ['no code', (cursor: string) => [cursor.slice(0, cursor.indexOf('.') + 1), 'a question']],
    [
      'a code of no letters',
      (cursor: string) => [`${cursor.slice(0, cursor.indexOf('.'))}.!!`, 'a question'],
    ],
    ['a third part', (cursor: string) => [`${cursor}.a`, 'a question']],
    ['nothing', () => ['', 'a question']],
  ] as const)('is refused with %s', async (_, change) => {
    const [cursor = '', context = ''] = change(await cursors.seal({ pk: 'a' }, 'a question'))
    await expect(cursors.open(cursor, context)).rejects.toMatchObject({
      code: 'request-invalid',
      faults: [{ pointer: '/cursor' }],
    })
  })

  it('is made for the longest place and question that a route takes', async () => {
    const [position, context] = [{ pk: 'a'.repeat(1400) }, 'b'.repeat(2500)]
    expect(await cursors.open(await cursors.seal(position, context), context)).toEqual(position)
  })

  it('is not refused when KMS is away: that is no fault of the caller', async () => {
    kms
      .on(VerifyMacCommand)
      .rejects(Object.assign(new Error('a'), { name: 'KMSInternalException' }))
    const cursor = await cursors.seal({ pk: 'a' }, 'a')
    await expect(cursors.open(cursor, 'a')).rejects.toMatchObject({ code: 'key-unavailable' })
  })
})
