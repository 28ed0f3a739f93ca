import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { KeyFact } from '../facts.ts'

const isPublic = (text: string): boolean => {
  try {
    return text.includes('PUBLIC KEY') && createPublicKey(text).type === 'public'
  } catch {
    return false
  }
}

const kindOf = (text: string): KeyFact => {
  try {
    const { asymmetricKeyDetails } = createPrivateKey(text)
    return asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'good' : 'other-kind'
  } catch {
    return isPublic(text) ? 'public' : 'no-key'
  }
}

/** Whether a file is a key with which a client can sign; the key itself is given only where it is. */
export const gatherKey = async (
  path: string,
): Promise<{ readonly key: KeyFact; readonly pem?: string }> => {
  try {
    const pem = await readFile(path, 'utf8')
    const key = kindOf(pem)
    return key === 'good' ? { key, pem } : { key }
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return { key: isMissing ? 'missing' : 'unreadable' }
  }
}
