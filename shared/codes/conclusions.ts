/** What a review or the clock makes of a decision: anything but a further review. The most comes first. */
export const conclusions = ['SHARE', 'SHARE_MINIMAL', 'HOLD'] as const
export type Conclusion = (typeof conclusions)[number]
