import type { History } from '../../shared/alerts/history.ts'
import type { Past } from '../../shared/concerns/gathered.ts'

/** The past of a match around which nothing is known. */
export const noPast: Past = { others: [], siblings: [], earlier: [], corrects: undefined }

/** Nothing to tell of what came before. */
export const noHistory: History = { contributing: [], earlier: [], corrects: undefined }
