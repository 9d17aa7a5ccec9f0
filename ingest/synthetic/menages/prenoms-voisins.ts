import type { Alea } from '../alea.ts'

/** Spellings of one first name, as registers of several alphabets and languages write it. */
const TRANSCRIPTIONS: readonly (readonly string[])[] = [
  ['Mohamed', 'Mohammed', 'Mohammad'],
  ['Ahmed', 'Ahmad'],
  ['Youssef', 'Youcef', 'Yousef'],
  ['Youssouf', 'Yusuf'],
  ['Mustapha', 'Moustapha', 'Mostafa'],
  ['Abdelkader', 'Abdelqader'],
  ['Rachid', 'Rashid'],
  ['Hassan', 'Hassane'],
  ['Khadija', 'Khadidja'],
  ['Aïcha', 'Aïsha'],
  ['Souleymane', 'Soulaymane', 'Suleyman'],
  ['Ousmane', 'Osman'],
  ['Fatoumata', 'Fatumata'],
  ['Gevorg', 'Kévork'],
  ['Hovhannès', 'Ohannès'],
  ['Sergueï', 'Sergey'],
  ['Natalia', 'Nataliya'],
]

/** Second words of compound first names, by their first. */
const COMPOSES: Readonly<Record<string, readonly string[]>> = {
  Marie: ['Christine', 'Thérèse', 'Laure', 'Claire', 'Hélène', 'Pierre'],
  Jean: ['Pierre', 'Claude', 'Luc', 'Marc', 'Philippe', 'Louis', 'Baptiste'],
  Anne: ['Sophie', 'Laure', 'Marie'],
}

const ecritures = (prenom: string): readonly string[] =>
  TRANSCRIPTIONS.find((noms) => noms.includes(prenom))?.filter((nom) => nom !== prenom) ?? []

export const seTranscrit = (prenom: string): boolean => ecritures(prenom).length > 0

/** The same first name as another register writes it. */
export const transcrire = (prenom: string, alea: Alea): string => {
  const autres = ecritures(prenom)
  return autres[alea.entier(autres.length)] ?? prenom
}

export const estCompose = (prenom: string): boolean => prenom.includes('-')

/** « J.-P. », or « Jean » alone, for Jean-Pierre. */
export const abregerPrenom = (prenom: string, alea: Alea): string => {
  const mots = prenom.split('-')
  return alea.nombre() < 0.5 ? mots.map((mot) => `${mot.slice(0, 1)}.`).join('-') : (mots[0] ?? prenom)
}

const secondsMots = (prenom: string): readonly string[] => {
  const [premier = '', second] = prenom.split('-')
  return second === undefined ? [] : (COMPOSES[premier] ?? []).filter((mot) => mot !== second)
}

export const aUnVoisin = (prenom: string): boolean => secondsMots(prenom).length > 0

/** Marie-Claire for Marie-Laure: one word in common, and another person. */
export const voisinCompose = (prenom: string, alea: Alea): string => {
  const seconds = secondsMots(prenom)
  const second = seconds[alea.entier(seconds.length)]
  return second === undefined ? prenom : `${prenom.split('-')[0]}-${second}`
}
