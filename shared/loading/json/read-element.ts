import * as z from 'zod'
import { strictJson } from '../../kernel/strict-json.ts'
import type { Origin, Read } from '../fact.ts'
import { unfitFields } from '../noting.ts'
import { dfeChildSchema, factsOfDfe } from './dfe.ts'
import { factsOfFhir, fhirResourceSchema } from './fhir.ts'

/** What the file of rows to mend says beside is passed over. */
const ownSchema = z.strictObject({
  id: z.string().min(1),
  child: z.unknown(),
  hub_codes: z.unknown().optional(),
  hub_what_to_do: z.unknown().optional(),
  hub_fields: z.unknown().optional(),
})
const entrySchema = z.object({ resource: z.object({ resourceType: z.string() }).loose() })
/** An entry of a transaction that asks for a deletion: it has no resource. */
const deletionSchema = z.object({
  request: z.object({ method: z.literal('DELETE'), url: z.string() }),
})

const flaw = (
  origin: Origin,
  code: 'ROW_UNREADABLE' | 'FITS_NO_CONTRACT',
  error?: z.ZodError,
): Read => ({
  of: 'flaw',
  code,
  origin,
  ...(error !== undefined && {
    fields: unfitFields(error),
  }),
})

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const ofDeletion = (url: string, origin: Origin): Read[] => {
  const [, id] = /(?:^|\/)Patient\/([^/?]+)$/.exec(url) ?? []
  return id === undefined ? [] : [{ of: 'purge', id, origin }]
}

const ofFhir = (entry: object, origin: Origin): Read[] => {
  const deletion = deletionSchema.safeParse(entry)
  if (deletion.success) return ofDeletion(deletion.data.request.url, origin)
  const { success, data } = entrySchema.safeParse(entry)
  // An entry of another kind of resource says nothing that the register holds.
  if (
    !success ||
    !['Patient', 'RelatedPerson', 'EpisodeOfCare'].includes(data.resource.resourceType)
  )
    return []
  const read = fhirResourceSchema.safeParse(data.resource)
  return read.success
    ? factsOfFhir(read.data, origin)
    : [flaw(origin, 'FITS_NO_CONTRACT', read.error)]
}

const ofDfe = (child: object, origin: Origin): Read[] => {
  const read = dfeChildSchema.safeParse(child)
  return read.success
    ? factsOfDfe(read.data, origin)
    : [flaw(origin, 'FITS_NO_CONTRACT', read.error)]
}

const ofOwn = (line: object, origin: Origin): Read[] => {
  const read = ownSchema.safeParse(line)
  return read.success
    ? [{ of: 'whole', id: read.data.id, child: read.data.child, origin }]
    : [flaw(origin, 'FITS_NO_CONTRACT', read.error)]
}

/** What one object of a file tells: a child of the hub's own, of the DfE's payload, or a resource of FHIR. */
export const readElement = (text: string, origin: Origin): Read[] => {
  const read = strictJson(text)
  if (read.kind === 'refused' || !isObject(read.value)) return [flaw(origin, 'ROW_UNREADABLE')]
  const { value } = read
  if ('la_child_id' in value) return ofDfe(value, origin)
  if ('resourceType' in value) return ofFhir({ resource: value }, origin)
  if ('resource' in value || 'fullUrl' in value || 'request' in value) return ofFhir(value, origin)
  return ofOwn(value, origin)
}
