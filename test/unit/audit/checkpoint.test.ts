import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  checkpointText,
  isSignedBy,
  noteKeyId,
  openCheckpoint,
  signedNote,
  textOfNote,
  verifierKey,
} from '../../../shared/audit/checkpoint.ts'
import { rootOf } from '../../../shared/audit/merkle.ts'
import { rawPublicKey } from '../casework/in-memory-audit-log.ts'

// The example of c2sp.org/tlog-checkpoint, and the key of the Go test for golang.org/x/mod/sumdb/note.
const root = Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64')
const example =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'

const origin = 'hub.example/log'
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const log = { origin, publicKey: rawPublicKey(publicKey) }
const text = checkpointText({ origin, size: 7, root })
const lineBy = (keyName: string, over: string) => ({
  keyName,
  keyId: noteKeyId(keyName, log.publicKey),
  signature: sign(null, Buffer.from(over), privateKey),
})
const note = signedNote(text, lineBy(origin, text))

describe('a checkpoint', () => {
  it('reads as the example of the specification', () => {
    const size = 20_852_163
    expect(checkpointText({ origin: 'example.com/behind-the-sofa', size, root })).toBe(example)
  })

  it('names its key as golang.org/x/mod/sumdb/note does', () => {
    // PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW: key name, id, 0x01 and key.
    const key = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1)
    expect(noteKeyId('PeterNeumann', key).toString('hex')).toBe('c74f20a3')
  })

  it('has the text and the signature of the note that golang.org/x/mod/sumdb/note is tested with', () => {
    const text =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    const line =
      'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM='
    const signature = Buffer.from(line, 'base64').subarray(4)
    const key = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1)
    const keyId = noteKeyId('PeterNeumann', key)
    const note = signedNote(text, { keyName: 'PeterNeumann', keyId, signature })
    expect(note).toBe(`${text}\n— PeterNeumann ${line}\n`)
    expect(textOfNote(note)).toBe(text)
    expect(isSignedBy(key, text, signature)).toBe(true)
    expect(isSignedBy(key, `${text} `, signature)).toBe(false)
    expect(verifierKey('PeterNeumann', key)).toBe(
      'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    )
  })

  it('of the specification’s own example is laid out as ours are', () => {
    const line =
      'Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8='
    const bytes = Buffer.from(line, 'base64')
    const keyName = 'example.com/behind-the-sofa'
    const parts = { keyName, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) }
    expect(signedNote(example, parts)).toBe(`${example}\n— ${keyName} ${line}\n`)
    expect(parts.signature).toHaveLength(64)
  })

  it('opens with the key that signed it', () => {
    expect(openCheckpoint(note, log)).toEqual({ origin, size: 7, root })
    expect(textOfNote(note)).toBe(text)
  })

  it('opens with a witness beside it', () => {
    expect(openCheckpoint(`${note}— witness.example AAAAAAAA\n`, log)?.size).toBe(7)
  })

  it('opens with a line by another key of its name beside it', () => {
    expect(openCheckpoint(`${note}— ${origin} AAAAAAAA\n`, log)?.size).toBe(7)
  })

  it('of another log does not open, though this log’s key signed it under its own name', () => {
    const other = checkpointText({ origin: 'other.example/log', size: 7, root })
    expect(openCheckpoint(signedNote(other, lineBy(origin, other)), log)).toBeUndefined()
  })

  it.each([
    ['another size', note.replace('\n7\n', '\n8\n')],
    ['another origin', note.replaceAll(origin, 'other.example/log')],
    ['a size with a leading zero', note.replace('\n7\n', '\n07\n')],
    ['no signature', `${text}\n`],
    ['no empty line', text],
    ['nothing', ''],
    ['only a signature by an unknown key', note.replace(`— ${origin} `, '— witness.example ')],
    [
      'a second signature by the same key that is wrong',
      signedNote(text, lineBy(origin, text)).concat(
        note.split('\n\n')[1]?.replace(/.{8}=*\n$/, 'AAAAAA==\n') ?? '',
      ),
    ],
    ['a signature over another text', signedNote(text, lineBy(origin, 'other'))],
  ])('does not open with %s', (_, other) => {
    expect(openCheckpoint(other, log)).toBeUndefined()
  })

  it.each([`a line before\n${text}`, `${text}a line after\n`, `${text}\n${text}`])(
    'does not open where more is signed than a checkpoint: %j',
    (more) => {
      expect(openCheckpoint(signedNote(more, lineBy(origin, more)), log)).toBeUndefined()
    },
  )

  it.each([
    ['something before it', note.replace('— ', 'x— ')],
    ['something after it', note.replace(/\n$/, ' x\n')],
  ])('does not open by a line of signature that has %s', (_, other) => {
    expect(openCheckpoint(other, log)).toBeUndefined()
  })

  it('does not open with another key', () => {
    const other = rawPublicKey(generateKeyPairSync('ed25519').publicKey)
    expect(openCheckpoint(note, { origin, publicKey: other })).toBeUndefined()
  })

  it('can say that the log is empty', () => {
    const empty = checkpointText({ origin, size: 0, root: rootOf([]) })
    expect(openCheckpoint(signedNote(empty, lineBy(origin, empty)), log)?.size).toBe(0)
  })
})
