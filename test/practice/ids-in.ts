type Rows = readonly Readonly<Record<string, unknown>>[]
type KeptAlert = {
  readonly alertId: string
  readonly concernId: string
  readonly furtherNotices?: readonly { readonly concernId: string }[]
}
type KeptReview = { readonly reviewId: string; readonly concernId: string; readonly state: string }

/** Ids of the alerts that carry a concern, as their own or as a further notice, oldest first. */
export const alertIdsIn = (casework: Rows, concernId: string): string[] =>
  casework
    .flatMap((row) => (row['alert'] as KeptAlert | undefined) ?? [])
    .filter((alert) =>
      [alert, ...(alert.furtherNotices ?? [])].some((one) => one.concernId === concernId),
    )
    .map(({ alertId }) => alertId)
    .toSorted()

/** Ids of the reviews of a concern that are open. */
export const openReviewIdsIn = (casework: Rows, concernId: string): string[] =>
  casework
    .flatMap((row) => (row['review'] as KeptReview | undefined) ?? [])
    .filter((review) => review.concernId === concernId && review.state === 'OPEN')
    .map(({ reviewId }) => reviewId)
    .toSorted()
