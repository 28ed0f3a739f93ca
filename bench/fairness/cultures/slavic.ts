import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

/** Ukrainian, Bulgarian, Slovak; some papers carry a patronymic. */
export const slavic: Culture = {
  name: 'Ukrainian, Bulgarian, Slovak',
  given: {
    F: frequencies(`Olena, Oksana, Iryna, Natalia, Tetiana, Svitlana, Kateryna, Liudmyla, Yuliia, Halyna, Anastasiia, Viktoriia, Ivana, Desislava, Vesela, Petya, Elena, Maria, Anna, Zuzana, Jana,
      Lenka, Martina, Gergana, Mariya`),
    M: frequencies(`Oleksandr 6, Serhii, Andrii, Volodymyr, Mykola, Dmytro, Yurii, Vasyl, Ihor, Bohdan, Taras, Maksym, Ivan, Georgi 4, Dimitar, Nikolay, Petar, Stefan, Martin, Peter, Jozef, Milan, Marek,
      Plamen, Todor`),
  },
  after: {
    F: {
      share: 0.25,
      names: frequencies(
        'Ivanivna, Mykolaivna, Petrivna, Vasylivna, Serhiivna, Ivanova, Georgieva, Dimitrova, Petrova',
      ),
    },
    M: {
      share: 0.25,
      names: frequencies(
        'Ivanovych, Mykolaiovych, Petrovych, Vasylovych, Serhiiovych, Ivanov, Georgiev, Dimitrov, Petrov',
      ),
    },
  },
  families:
    frequencies(`Ivanov 4, Petrov 3, Dimitrov 3, Georgiev 3, Horvath 3, Kovac 2, Novak 2, Shevchenko, Kovalenko, Bondarenko, Tkachenko, Kravchenko, Melnyk, Boiko, Lysenko, Marchenko, Rudenko, Moroz, Savchuk, Nikolov, Todorov, Angelov,
    Hristov, Stoyanov, Polishchuk, Koval, Balog, Tokar, Zelenskyi, Kovalskyi, Bilyi`),
  feminine: (family) =>
    family
      .replace(/([oe])v$/, '$1va')
      .replace(/skyi$/, 'ska')
      .replace(/(h|[cgk]|vak|kar)$/, '$1ova'),
  lineage: 'family',
  takesNameShare: 0.8,
  sharedWordShare: 0,
  firstOfJanuaryShare: 0,
  sharedHouseShare: 0.2,
  spellings:
    groupsOf(`oleksandr aleksandr alexander sasha / serhii sergiy sergei serhiy / andrii andriy andrei andrey / volodymyr vladimir volodya / mykola nikolai nikolay / dmytro dmitry dmitri dima / yurii yuri yuriy / vasyl vasily vasyl / ihor igor /
    bohdan bogdan / maksym maxim maksim / yuliia yulia julia / iryna irina / olena elena yelena / oksana oxana / natalia nataliya natasha / kateryna katerina ekaterina / anastasiia anastasia nastya / viktoriia viktoria victoria / svitlana svetlana /
    tetiana tatiana tetyana tanya / halyna galina / liudmyla lyudmila ludmila / georgi georgy / dimitar dimitur / nikolay nikolai / petar petur / ivan vanya / shevchenko szewczenko / melnyk melnik / boiko boyko / savchuk savcuk /
    ivanova ivanov / petrova petrov / hristov christov khristov / kovac kovacs / zelenskyi zelensky / kovalskyi kovalsky kowalski`),
  slips: [
    { share: 36, slip: slip.respelt },
    { share: 20, slip: slip.familyOfOtherSex },
    { share: 16, slip: slip.calledOnly },
    { share: 10, slip: slip.otherFamily },
    { share: 10, slip: slip.exchanged },
    { share: 4, slip: slip.inOneField },
    { share: 4, slip: slip.givenTakenForFamily },
  ],
}
