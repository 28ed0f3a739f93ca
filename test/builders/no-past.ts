import type { PastOfConcern } from '../../shared/alerts/content/past-of-concern.ts'
import type { Past } from '../../shared/assessing/gathered.ts'

/** The past of a match around which nothing is known. */
export const noPast: Past = { others: [], siblings: [], earlier: [], corrects: undefined }

/** Nothing to tell of what came before. */
export const noPastOfConcern: PastOfConcern = { contributing: [], earlier: [], corrects: undefined }
