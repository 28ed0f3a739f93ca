import * as z from 'zod'

/** A component of the API's description by this name. */
const header = (id: string) => ({ header: { id } })

/** What the headers of an answer tell, each said once. One that is not on every such answer is optional. */
export const answerHeaders = {
  ETag: z
    .string()
    .regex(/^"\d{1,9}"$/)
    .meta({
      ...header('ETag'),
      description: 'The version of the record: send it back as If-Match with what you change',
      example: '"3"',
    }),
  Allow: z.string().meta({
    ...header('Allow'),
    description: 'What the path takes instead',
    example: 'GET, POST',
  }),
  Location: z.string().meta({
    ...header('Location'),
    description: 'Where it stands, or where to ask instead: an address beneath this one',
  }),
  'Retry-After': z
    .string()
    .regex(/^\d{1,5}$/)
    .meta({ ...header('Retry-After'), description: 'In so many seconds', example: '2' }),
  'WWW-Authenticate': z
    .string()
    .optional()
    .meta({
      ...header('WWW-Authenticate'),
      description: 'RFC 6750 §3',
      example: 'Bearer error="invalid_token"',
    }),
  'Idempotency-Replayed': z
    .literal('true')
    .optional()
    .meta({
      ...header('Idempotency-Replayed'),
      description: 'There where this key was taken before: the answer is that of the first time',
    }),
  Pragma: z.literal('no-cache').meta({ ...header('Pragma'), description: 'RFC 6749 §5.1' }),
  'Cache-Control': z.string().meta({
    ...header('Cache-Control'),
    description: 'The same for everybody: keep it for a while',
    example: 'max-age=300',
  }),
} as const satisfies Record<string, z.ZodType>

export type AnswerHeader = keyof typeof answerHeaders

/** On every answer. */
export const everyAnswerHeaders = z.object({
  'X-Request-ID': z
    .string()
    .max(200)
    .meta({
      ...header('X-Request-ID'),
      description: 'By which the hub’s log finds this call: yours, where you sent one',
    }),
})

/** What the answers of a counted route tell of the client's day. */
export const limitHeaders = z.object({
  'RateLimit-Policy': z.string().meta({
    ...header('RateLimit-Policy'),
    description: 'How many a client may do in a day, as `"reads";q=10000;w=86400`',
  }),
  RateLimit: z
    .string()
    .optional()
    .meta({
      ...header('RateLimit'),
      description:
        'How many it may still do, and for how many seconds that holds, as `"reads";r=9998;t=3600`; not there where nothing is left and yet what is graver, or waits for somebody, goes on',
    }),
})

/** On every answer of a call that will go. */
export const goingHeaders = z.object({
  Deprecation: z
    .string()
    .regex(/^@\d{1,12}$/)
    .meta({
      ...header('Deprecation'),
      description: 'Since when it is said that this call will go, in seconds (RFC 9745)',
      example: '@1795824000',
    }),
  Sunset: z.string().meta({
    ...header('Sunset'),
    description: 'When it goes, at least twelve months later (RFC 8594)',
    example: 'Mon, 29 Nov 2027 00:00:00 GMT',
  }),
})
