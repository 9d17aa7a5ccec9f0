import { z } from 'zod'
import { estMois } from '../../ingest/socle/jour.ts'
import type { PopulationTiree } from '../../metrics/echantillons/tirer.ts'
import type { Repartition } from '../../metrics/stats/allocation.ts'
import {
  FICHE_VIDE,
  LONGUEUR_DE_LA_NOTE,
  type SaisieFiche,
} from '../../web/components/echantillons/formulaire-fiche.tsx'
import type { TirageSaisi } from '../../web/components/echantillons/formulaire-tirage.tsx'
import { LONGUEUR_DU_MOTIF } from '../../web/components/echantillons/suite.tsx'
import {
  CONSTATS,
  type Constat,
  POPULATIONS,
  type QuestionEchantillon,
  REPARTITIONS,
  REPONSES,
  type Reponse,
  type SorteDeStrate,
  STRATES,
} from '../../web/echantillons.ts'
import { CHAMPS_VERIFIES } from '../lecture/echantillons.ts'
import { epurerNombre } from '../lecture/nombre-saisi.ts'
import type { NouvelleReponse } from '../state/echantillons.ts'
import { lireChamps, requisSansNumero, texte, texteSansNumero } from './formulaire.ts'

/** More than that, nobody reads with the pieces beside. */
const TAILLE_MAX = 1000

const unDe = <C extends string>(codes: Readonly<Record<C, string>>, reproche: string) =>
  z.enum(Object.keys(codes) as [C, ...C[]], reproche)

const nombre = (quoi: string, bas: number, haut: number) =>
  z.coerce
    .number(`${quoi} est un nombre entier, de ${bas} à ${haut}.`)
    .int(`${quoi} est un nombre entier, de ${bas} à ${haut}.`)
    .min(bas, `${quoi} est un nombre entier, de ${bas} à ${haut}.`)
    .max(haut, `${quoi} est un nombre entier, de ${bas} à ${haut}.`)

export const schemaTirage = z.object({
  mois: texte(7).refine(estMois, 'Le mois s’écrit AAAA-MM.'),
  population: unDe<PopulationTiree>(POPULATIONS, 'Cette population n’existe pas.'),
  strate: unDe<SorteDeStrate>(STRATES, 'Cette sorte de strate n’existe pas.'),
  repartition: unDe<Repartition>(REPARTITIONS, 'Cette répartition n’existe pas.'),
  minimum: nombre('Le minimum par strate', 0, TAILLE_MAX),
  taille: nombre('Le nombre de demandes', 1, TAILLE_MAX),
  graine: requisSansNumero('La graine du tirage', 60),
})

/** What a draw begins with: thirty active demandes by guichet, as they weigh, from a seed that the server proposes. */
export const tirageSaisi = (
  lu: Readonly<Record<string, string | undefined>>,
  { mois, graine }: { readonly mois: string; readonly graine: string },
): TirageSaisi => ({
  mois: lu.mois ?? mois,
  population: lu.population ?? 'ACTIVES',
  strate: lu.strate ?? 'CATEGORIE',
  repartition: lu.repartition ?? 'PROPORTIONNELLE',
  minimum: lu.minimum || '0',
  taille: lu.taille ?? '30',
  graine: lu.graine ?? graine,
  attendue: lu.attendue ?? '',
})

/** A share typed in per cent, as a fraction; null where nothing is typed, or nothing that is one. */
export const lireAttendue = (saisie: string): number | null => {
  const lue = Number(epurerNombre(saisie, /%$/))
  return saisie.trim() === '' || !Number.isFinite(lue) || lue < 0 || lue > 100 ? null : lue / 100
}

const schemaFiche = z.object({
  constat: unDe<Constat>(CONSTATS, 'Dire si l’enregistrement est conforme aux pièces, ou s’il ne se vérifie pas.'),
  champ: texte(60)
    .default('')
    .refine((champ) => champ === '' || CHAMPS_VERIFIES.some(([code]) => code === champ), 'Ce champ n’existe pas.'),
  note: texteSansNumero(LONGUEUR_DE_LA_NOTE).default(''),
})

const estReponse = (saisie: unknown): saisie is Reponse => Object.hasOwn(REPONSES, String(saisie))

/** What a form of a demande says, or what is missing in it as a sentence. */
export const lireFiche = (
  champs: Readonly<Record<string, unknown>>,
  questions: readonly QuestionEchantillon[],
): { readonly reponse: Omit<NouvelleReponse, 'par' | 'le'> } | { readonly reproche: string } => {
  const lu = lireChamps(schemaFiche, champs)
  if ('reproche' in lu) return lu
  const { constat, champ, note } = lu.champs
  if (constat === 'NON_CONFORME' && champ === '')
    return { reproche: 'Un enregistrement non conforme dit quel champ ne l’est pas.' }
  const reponses: Record<string, Reponse> = {}
  for (const { code, libelle } of questions) {
    const reponse = champs[`q_${code}`]
    if (!estReponse(reponse)) return { reproche: `Il manque une réponse : ${libelle}.` }
    reponses[code] = reponse
  }
  return { reponse: { constat, champ: constat === 'NON_CONFORME' ? champ : '', reponses, note } }
}

/** What was typed of a form, to be given back. */
export const ficheSaisie = (champs: Readonly<Record<string, unknown>>): SaisieFiche => ({
  ...FICHE_VIDE,
  constat: String(champs.constat ?? ''),
  champ: String(champs.champ ?? ''),
  note: String(champs.note ?? ''),
  reponses: Object.fromEntries(
    Object.entries(champs).flatMap(([nom, valeur]) => (nom.startsWith('q_') ? [[nom.slice(2), String(valeur)]] : [])),
  ),
})

export const schemaActeEchantillon = z.object({
  acte: z.enum(['CLORE', 'ROUVRIR'], 'Cet acte n’existe pas.'),
  texte: texteSansNumero(LONGUEUR_DU_MOTIF).default(''),
})
