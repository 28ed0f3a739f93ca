import { KMSClient, ReEncryptCommand } from '@aws-sdk/client-kms'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { rewrapBy } from '../../../../cli/recovery/live-recovery.ts'

const kms = mockClient(KMSClient)
beforeEach(() => void kms.reset())
const rewrap = rewrapBy(new KMSClient({ region: 'eu-west-2' }))
const by = { from: 'former', to: 'own', context: { purpose: 'match-index', version: 'v1' } }

describe('a secret that goes from one key of KMS to another', () => {
  it('is named by both keys, and keeps its context', async () => {
    kms.on(ReEncryptCommand).resolves({ CiphertextBlob: Buffer.from('anew') })
    expect(await rewrap(Buffer.from('wrapped'), by)).toEqual(Buffer.from('anew'))
    expect(kms.commandCalls(ReEncryptCommand)[0]?.args[0].input).toEqual({
      CiphertextBlob: Buffer.from('wrapped'),
      SourceKeyId: 'former',
      SourceEncryptionContext: by.context,
      DestinationKeyId: 'own',
      DestinationEncryptionContext: by.context,
    })
  })

  it('is missed when KMS gives none', async () => {
    kms.on(ReEncryptCommand).resolves({})
    await expect(rewrap(Buffer.from('wrapped'), by)).rejects.toThrow('KMS gave no')
  })
})
