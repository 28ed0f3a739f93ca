import * as z from 'zod'
import { localIdSchema } from './ids.ts'

/**
 * A work id as it is kept and compared: one person's id is one id, in whatever case, width or dashes a system writes it,
 * with spaces around it or signs in it that nobody sees.
 */
export const foldWorkId = (workId: string): string =>
  workId
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Pd}/gu, '-')
    .trim()
    .toLowerCase()

/** Who within an organisation: a work id, never a name. It stands in the log, so it must hold no personal data. */
export const workIdSchema = z.string().max(200).transform(foldWorkId).pipe(localIdSchema)
