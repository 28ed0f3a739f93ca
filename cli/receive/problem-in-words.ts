import * as z from 'zod'

const problemSchema = z.looseObject({
  title: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.looseObject({ pointer: z.string(), detail: z.string() })).default([]),
})

/** By which options of the commands some fields are said. */
const options: Readonly<Record<string, string>> = {
  question: '--ask',
  'hub-practitioner': '--practitioner',
}

/** A field by its names, as whoever typed it knows it. */
const fieldOf = (pointer: string): string =>
  pointer
    .split('/')
    .filter(Boolean)
    .map((name) => options[name] ?? name)
    .join(' ')

/** Why a hub did not answer what was asked, in one sentence: with each field to mend. @see RFC 9457 */
export const problemInWords = ({
  status,
  body,
}: {
  readonly status: number
  readonly body: unknown
}): string => {
  const { data } = problemSchema.safeParse(body)
  if (data === undefined) return `the hub answers ${status}`
  const fields = data.errors.map(({ pointer, detail }) =>
    pointer === '' ? detail : `${fieldOf(pointer)}: ${detail}`,
  )
  const why = fields.length > 0 ? fields.join('; ') : (data.detail ?? '')
  return `the hub answers ${status}: ${data.title}${why === '' ? '' : ` (${why})`}`
}
