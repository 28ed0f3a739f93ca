import * as z from 'zod'

/** The most other adults and children that one concern names. */
export const mostOtherAdults = 8
export const mostChildren = 12

/** What is expected of a reference to an adult. */
export const namedAdult =
  'an adult who is named in this concern: subject, or otherAdults/ and a place in that list'

/** An adult of a concern: its subject, or another by place in `otherAdults`. */
export const adultRefSchema = z
  .enum(
    [
      'subject',
      'otherAdults/0',
      'otherAdults/1',
      'otherAdults/2',
      'otherAdults/3',
      'otherAdults/4',
      'otherAdults/5',
      'otherAdults/6',
      'otherAdults/7',
    ],
    { error: namedAdult },
  )
  .meta({ description: 'subject, or otherAdults/ and its place in that list, from 0' })
export type AdultRef = z.infer<typeof adultRefSchema>

/** A child of a concern by place in `children`, or the pregnancy of the subject where none of those is the unborn one. */
export const childRefSchema = z.enum([
  'children/0',
  'children/1',
  'children/2',
  'children/3',
  'children/4',
  'children/5',
  'children/6',
  'children/7',
  'children/8',
  'children/9',
  'children/10',
  'children/11',
  'unborn',
])
export type ChildRef = z.infer<typeof childRefSchema>

/** Who in a concern is meant. */
export const personRefSchema = z.enum([...adultRefSchema.options, ...childRefSchema.options])
export type PersonRef = z.infer<typeof personRefSchema>

/** The reference to the adult at this place in `otherAdults`. */
export const adultRefAt = (at: number): AdultRef => adultRefSchema.parse(`otherAdults/${at}`)

/** The reference to the child at this place in `children`. */
export const childRefAt = (at: number): ChildRef => childRefSchema.parse(`children/${at}`)
