import { randomBytes } from 'node:crypto'

/** 256 bits that nobody can guess, as text for a URL. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
