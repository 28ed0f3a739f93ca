import { type NameCulture, nameList } from './name-culture.ts'

/** Polish names. Adjectival family names follow the bearer's sex: Kowalski, Kowalska. */
export const polishNames: NameCulture = {
  share: 4,
  barrels: true,
  women: nameList(
    'Anna, Katarzyna, Małgorzata, Agnieszka, Magdalena, Joanna, Monika, Ewa, Karolina, Paulina, Aleksandra, Dorota, Beata',
  ),
  men: nameList(
    'Piotr, Krzysztof, Tomasz, Paweł, Marcin, Michał, Grzegorz, Łukasz, Jakub, Mateusz, Wojciech, Dariusz, Sławomir',
  ),
  families: nameList(
    'Nowak, Kowalski, Wiśniewski, Wójcik, Kamiński, Lewandowski, Zieliński, Szymański, Woźniak, Dąbrowski, Mazur, Pawlak',
  ),
  feminine: (family) => family.replace(/ski$/, 'ska'),
}

/** Romanian names. */
export const romanianNames: NameCulture = {
  share: 3,
  women: nameList(
    'Maria, Elena, Ioana, Andreea, Mihaela, Alina, Gabriela, Simona, Cristina, Florentina, Roxana, Ștefania',
  ),
  men: nameList(
    'Andrei, Ion, Alexandru, Gheorghe, Mihai, Cristian, Florin, Adrian, Marius, Vasile, Ștefan, Costel',
  ),
  families: nameList(
    'Popescu, Ionescu, Popa, Radu, Dumitru, Stan, Constantin, Munteanu, Rusu, Moldovan, Lăcătuș, Țurcanu',
  ),
}

/** Ukrainian names, with the Cyrillic of the passport. */
export const ukrainianNames: NameCulture = {
  share: 3,
  women: nameList(
    `Olena=Олена, Oksana=Оксана, Iryna=Ірина, Natalia=Наталія, Tetiana=Тетяна, Svitlana=Світлана, Kateryna=Катерина,
    Liudmyla=Людмила, Yuliia=Юлія, Halyna=Галина, Anastasiia=Анастасія, Viktoriia=Вікторія`,
  ),
  men: nameList(
    `Oleksandr=Олександр, Serhii=Сергій, Andrii=Андрій, Volodymyr=Володимир, Mykola=Микола, Dmytro=Дмитро, Yurii=Юрій,
    Vasyl=Василь, Ihor=Ігор, Bohdan=Богдан, Taras=Тарас, Maksym=Максим`,
  ),
  families: nameList(
    `Shevchenko=Шевченко, Kovalenko=Коваленко, Bondarenko=Бондаренко, Tkachenko=Ткаченко, Kravchenko=Кравченко,
    Melnyk=Мельник, Boiko=Бойко, Lysenko=Лисенко, Marchenko=Марченко, Rudenko=Руденко, Moroz=Мороз, Savchuk=Савчук`,
  ),
}
