/** Every place at which the pattern (global) matches, overlapping ones too. */
export const placesMatching = (
  pattern: RegExp,
  text: string,
): readonly { readonly from: number; readonly to: number }[] => {
  const places: { readonly from: number; readonly to: number }[] = []
  pattern.lastIndex = 0
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    places.push({ from: found.index, to: found.index + found[0].length })
    pattern.lastIndex = found.index + 1
  }
  return places
}
