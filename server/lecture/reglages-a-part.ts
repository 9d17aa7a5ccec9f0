import type { QuestionEchantillon } from '../../web/echantillons.ts'

/** What is set on a page of its own, in words. */
export const A_PART: Readonly<Record<'questions_echantillon', string>> = {
  questions_echantillon: 'Questions des échantillons',
}

export const estAPart = (cle: string): cle is keyof typeof A_PART => Object.hasOwn(A_PART, cle)

/** What such a setting comes to, from its JSON. */
export const direAPart = (valeur: string): string =>
  (JSON.parse(valeur) as readonly QuestionEchantillon[]).map(({ libelle }) => libelle).join(' ; ')
