/** A child as the register or a concern names it. Every part may be missing; an unborn child has only an expected date. */
export type ChildEvidence = {
  readonly given?: string | undefined
  readonly family?: string | undefined
  readonly dateOfBirth?: string | undefined
  readonly expectedDateOfDelivery?: string | undefined
}
