/** What agrees with the one sought and is held by others too, by how many who are not related, and what that takes. */
export type Crowd = {
  readonly comparison: 'address' | 'phone' | 'email'
  readonly holders: number
  readonly bits: number
}
