import { formatJour } from '../../ingest/socle/francais/format.ts'
import { enJour, type Jour, jourDeLInstant } from '../../ingest/socle/jour.ts'
import { VERDICTS } from '../../metrics/doublons/verdicts.ts'
import { INDICATEURS } from '../../metrics/registry.ts'
import { ACTES_DEMARCHE, type ActeDemarche, type CodeSorte } from '../../web/demarches/mots.ts'
import { SORTES } from '../../web/demarches/registre.ts'
import {
  CONFORMITE,
  CONSTATS,
  CONSTATS_CIVILITE,
  type QuestionEchantillon,
  REPONSES,
  type Reponse,
} from '../../web/echantillons.ts'
import type { BaseEtat } from './etat.ts'
import { taireLesAutres } from './taire-les-autres.ts'

/** Something that a person wrote of one demande: what, on which day, and what it says. Neither agent nor other demande is in it. */
export interface EcritCopie {
  readonly sujet: string
  readonly jour: Jour
  readonly dits: readonly (readonly [libelle: string, valeur: string])[]
}

type Lire = (etat: BaseEtat, numero: string) => Promise<EcritCopie[]>

const dire = (mots: Readonly<Record<string, string>>, code: string): string => mots[code] ?? code
const siDit = (libelle: string, valeur: string): [string, string][] => (valeur === '' ? [] : [[libelle, valeur]])

const ACTES_DE_CORRECTION = {
  FAIT: 'Dite corrigée par le guichet',
  SANS_REPONSE: 'Ménage dit sans réponse',
  ANNULE: 'Annulé',
} as const
const ISSUES = { CONFIRMEE: 'Confirmé par un état', A_REPRENDRE: 'Encore à corriger' } as const

const lireCorrections: Lire = async (etat, numero) => {
  const lignes = await etat
    .selectFrom('corrections_declarees')
    .select(['indicateur', 'acte', 'issue', 'le'])
    .where('numero_unique', '=', numero)
    .orderBy('id')
    .execute()
  return lignes.map(({ indicateur, acte, issue, le }) => ({
    sujet: `Correction : ${INDICATEURS.find(({ code }) => code === indicateur)?.libelle ?? indicateur}`,
    jour: jourDeLInstant(le),
    dits: [
      ['Ce qui a été dit', dire(ACTES_DE_CORRECTION, acte)],
      ...(issue === null ? [] : [['Suite', dire(ISSUES, issue)] as const]),
    ],
  }))
}

const lireCivilites: Lire = async (etat, numero) => {
  const lignes = await etat
    .selectFrom('civilites_mouvements')
    .leftJoin('civilites_constats', 'civilites_constats.mouvement', 'civilites_mouvements.id')
    .select(['releve_le', 'constat', 'note', 'civilites_constats.le'])
    .where('numero_unique', '=', numero)
    .orderBy('civilites_mouvements.id')
    .orderBy('civilites_constats.id')
    .execute()
  return lignes.map(({ releve_le, constat, note, le }) => ({
    sujet: 'Nom ou prénom changé entre deux états',
    jour: le === null ? enJour(releve_le) : jourDeLInstant(le),
    dits: [
      ['Relevé le', formatJour(enJour(releve_le))],
      ...(constat === null ? [] : [['Vérification', dire(CONSTATS_CIVILITE, constat)] as const]),
      ...siDit('Note', note ?? ''),
    ],
  }))
}

const lireTirages: Lire = async (etat, numero) => {
  const lignes = await etat
    .selectFrom('echantillons_fiches')
    .innerJoin('echantillons', 'echantillons.id', 'echantillons_fiches.echantillon')
    .leftJoin('echantillons_reponses', 'echantillons_reponses.fiche', 'echantillons_fiches.id')
    .select(['instantane', 'questions', 'constat', 'champ', 'reponses', 'note', 'le'])
    .where('numero_unique', '=', numero)
    .orderBy('echantillons_fiches.id')
    .orderBy('echantillons_reponses.id')
    .execute()
  return lignes.map(({ instantane, questions, constat, champ, reponses, note, le }) => {
    const dites = JSON.parse(reponses ?? '{}') as Readonly<Record<string, Reponse>>
    return {
      sujet: 'Demande tirée au sort pour une relecture avec ses pièces',
      jour: le === null ? enJour(instantane) : jourDeLInstant(le),
      dits: [
        ['Tirée de l’état du', formatJour(enJour(instantane))],
        ...(constat === null ? [] : [[CONFORMITE.libelle, dire(CONSTATS, constat)] as const]),
        ...siDit('Champ en cause', champ ?? ''),
        ...(JSON.parse(questions) as readonly QuestionEchantillon[]).flatMap(({ code, libelle }) =>
          dites[code] === undefined ? [] : [[libelle, REPONSES[dites[code]]] as const],
        ),
        ...siDit('Note', note ?? ''),
      ],
    }
  })
}

const lirePaires: Lire = async (etat, numero) => {
  const lignes = await etat
    .selectFrom('qualifications_paires')
    .select(['verdict', 'motif', 'le'])
    .where((eb) => eb.or([eb('a', '=', numero), eb('b', '=', numero)]))
    .orderBy('id')
    .execute()
  return lignes.map(({ verdict, motif, le }) => ({
    sujet: 'Rapprochement avec une autre demande, jugé par une personne',
    jour: jourDeLInstant(le),
    dits: [['Avis', dire(VERDICTS, verdict)], ...siDit('Motif', motif)],
  }))
}

const lireForcages: Lire = async (etat, numero) => {
  const lignes = await etat
    .selectFrom('qualifications_forcages')
    .select(['verdict', 'motif', 'le'])
    .where('numero_unique', '=', numero)
    .orderBy('id')
    .execute()
  return lignes.map(({ verdict, motif, le }) => ({
    sujet: 'Enregistrement malgré une alerte de doublon, jugé par une personne',
    jour: jourDeLInstant(le),
    dits: [['Avis', dire(VERDICTS, verdict)], ...siDit('Motif', motif)],
  }))
}

/** Of a suspicion of embezzlement, which is about an agent, nothing is told: GDPR, art. 15(4). */
const TUE: CodeSorte = 'DETOURNEMENT'

const lireDemarches: Lire = async (etat, numero) => {
  const lignes = await etat
    .selectFrom('demarches')
    .innerJoin('demarches_actes', 'demarches_actes.demarche', 'demarches.id')
    .select(['sorte', 'numeros', 'faits', 'acte', 'texte', 'numero', 'le'])
    .where('sorte', '!=', TUE)
    .where('demarche', 'in', (eb) =>
      eb
        .selectFrom('demarches_actes as actes')
        .innerJoin('demarches as celles', 'celles.id', 'actes.demarche')
        .select('actes.demarche')
        .where((ou) => ou.or([ou('actes.numero', '=', numero), ou('celles.numeros', 'like', `%${numero}%`)])),
    )
    .orderBy('demarches_actes.id')
    .execute()
  return lignes.map(({ sorte, numeros, faits, acte, texte, numero: donne, le }) => {
    const { libelle, champs } = SORTES[sorte as CodeSorte]
    const dits = JSON.parse(faits) as Readonly<Record<string, string>>
    const autres = (JSON.parse(numeros) as readonly string[]).filter((un) => un !== numero).length
    return {
      sujet: `Démarche d’un service : ${libelle}`,
      jour: jourDeLInstant(le),
      dits: [
        ['Étape', ACTES_DEMARCHE[acte as ActeDemarche]],
        ...(acte !== 'DEPOSER'
          ? []
          : champs.flatMap((champ) => {
              const dit = dits[champ.nom] ?? ''
              return siDit(champ.libelle, champ.sorte === 'CODE' ? dire(champ.choix, dit) : dit)
            })),
        ...(acte === 'DEPOSER' && autres > 0 ? siDit('Autres demandes nommées', String(autres)) : []),
        ...siDit('Texte', texte),
        ...siDit('Numéro donné depuis', donne ?? ''),
      ],
    }
  })
}

/** Where the application keeps what was written of a demande, and how it is read. */
const ECRITS: readonly (readonly [lieux: readonly string[], lire: Lire])[] = [
  [['corrections_declarees.numero_unique'], lireCorrections],
  [['civilites_mouvements.numero_unique', 'civilites_constats.note'], lireCivilites],
  [['echantillons_fiches.numero_unique', 'echantillons_reponses.note', 'echantillons.questions'], lireTirages],
  [['qualifications_paires.a', 'qualifications_paires.b', 'qualifications_paires.motif'], lirePaires],
  [['qualifications_forcages.numero_unique', 'qualifications_forcages.motif'], lireForcages],
  [['demarches.numeros', 'demarches.faits', 'demarches_actes.texte', 'demarches_actes.numero'], lireDemarches],
]

export const LIEUX_COPIES: readonly string[] = ECRITS.flatMap(([lieux]) => lieux)

/** All that persons wrote of a demande, the oldest first, without the number of any other. */
export const lireEcrits = async (etat: BaseEtat, numero: string): Promise<EcritCopie[]> => {
  const lus: EcritCopie[] = []
  for (const [, lire] of ECRITS) lus.push(...(await lire(etat, numero)))
  return lus
    .map(({ dits, ...ecrit }) => ({
      ...ecrit,
      dits: dits.map(([libelle, valeur]) => [libelle, taireLesAutres(valeur, numero)] as const),
    }))
    .toSorted((a, b) => a.jour.localeCompare(b.jour))
}
