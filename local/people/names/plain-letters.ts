const undecomposed: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  đ: 'd',
  Đ: 'D',
}

/** As somebody types a name who has no keys for its marks: Łukasz, Lukasz. */
export const plainLetters = (text: string): string =>
  // Almost all names have no marks, and the test for that is far quicker.
  /^[\u0020-\u007e]*$/.test(text)
    ? text
    : text
        .replace(/[łŁıđĐ]/g, (letter) => undecomposed[letter] ?? letter)
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
