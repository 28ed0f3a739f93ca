import type { Past } from '../../shared/concerns/gathered.ts'

/** The past of a match around which nothing is known. */
export const noPast: Past = { others: [], siblings: [], earlier: [], corrects: undefined }
