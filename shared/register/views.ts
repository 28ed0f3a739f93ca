import * as z from 'zod'
import {
  type ChildLink,
  type StoredAdult,
  type StoredChild,
  storedAdultSchema,
  storedChildSchema,
} from './stored.ts'

/** A child's record as its own register reads it: all but what it is found by. */
export const childViewSchema = storedChildSchema
  .omit({ keys: true, adultEvidence: true, isCanary: true, loaded: true })
  .meta({ id: 'ChildRecord' })
export type ChildView = z.infer<typeof childViewSchema>

export const childViewOf = ({
  keys: _k,
  adultEvidence: _e,
  isCanary: _c,
  loaded: _l,
  ...view
}: StoredChild): ChildView => view

/** An adult's record as its own register reads it; a child who was adopted away is not among the children. */
export const adultViewSchema = storedAdultSchema
  .omit({ keys: true, children: true, isCanary: true })
  .extend({
    children: z.array(
      storedAdultSchema.shape.children.element.pick({
        childId: true,
        relationship: true,
        endedOn: true,
      }),
    ),
  })
  .meta({ id: 'AdultRecord' })
export type AdultView = z.infer<typeof adultViewSchema>

const linkViewOf = ({ childId, relationship, endedOn }: ChildLink) => ({
  childId,
  relationship,
  ...(endedOn !== undefined && { endedOn }),
})

export const adultViewOf = ({
  keys: _k,
  isCanary: _c,
  children,
  ...view
}: StoredAdult): AdultView => ({
  ...view,
  children: children.filter(({ isAdoptedAway }) => isAdoptedAway !== true).map(linkViewOf),
})
