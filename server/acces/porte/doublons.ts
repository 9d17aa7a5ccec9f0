import type { Jour } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { lireDemandes } from '../../../metrics/doublons/demandes.ts'
import { type Doublons, derniereRecherche, lireDoublons } from '../../../metrics/doublons/lire.ts'
import { SEUIL_DOUBLON } from '../../../metrics/doublons/seuil.ts'
import { estTropGrand, type ResumeGroupe } from '../../../web/doublons.ts'
import { COLONNES_GROUPES } from '../../../web/modeles/colonnes-groupes.ts'
import { trier } from '../../../web/modeles/tri.ts'
import { type ChoixGroupes, choisirGroupes, pageDe, retenir } from '../../lecture/choix-groupes.ts'
import {
  avisDuGroupe,
  choisirPaires,
  compterMontres,
  type GroupeDonne,
  type GroupesDonnes,
  pairesDuGroupe,
  resumerGroupes,
  resumerIsolees,
} from '../../lecture/doublons.ts'
import { memoriser } from '../../lecture/memoire.ts'
import { lireQualificationsPaires, qualifierPaires, type Saisie } from '../../state/qualifications.ts'
import type { Lecteur } from '../lecteur.ts'
import { lireContactsDe } from './contacts.ts'
import { lireDemandesCote } from './identites.ts'
import { consignerPassage, exigerGestion, exigerTousLesNumeros, voitLesNoms } from './passage.ts'
import { dansLaTranche, detailDe, type Tranche } from './tranche.ts'

interface Recherche {
  readonly territoire: string
  readonly instantane: Jour
}

const lireAuSeuil = memoriser(({ connection }, { territoire, instantane }: Recherche) =>
  lireDoublons(connection, territoire, instantane, SEUIL_DOUBLON),
)

const lireDemandesDesPaires = memoriser(async (base, recherche: Recherche) => {
  const { paires } = await lireAuSeuil(base, recherche)
  const numeros = [...new Set(paires.flatMap(({ a, b }) => [a, b]))]
  const demandes = await lireDemandes(base.connection, recherche.territoire, numeros)
  return new Map(demandes.map((demande) => [demande.numero_unique, demande]))
})

/** Reads ahead what the page of a territory's duplicates shows. */
export const lireDoublonsDAvance = async (base: Base, territoire: string): Promise<void> => {
  const instantane = await derniereRecherche(base.connection, territoire)
  if (instantane !== null) await lireDemandesDesPaires(base, { territoire, instantane })
}

/** The duplicates of a territory's latest search, at the default threshold; null where none was made. */
const derniers = async (lecteur: Lecteur, territoire: string): Promise<Doublons | null> => {
  exigerTousLesNumeros(lecteur, territoire)
  const instantane = await derniereRecherche(lecteur.base.connection, territoire)
  return instantane === null ? null : lireAuSeuil(lecteur.base, { territoire, instantane })
}

const demandesDe = ({ base }: Lecteur, territoire: string, { instantane }: Doublons) =>
  lireDemandesDesPaires(base, { territoire, instantane })

const resumer = async (lecteur: Lecteur, territoire: string, doublons: Doublons): Promise<ResumeGroupe[]> =>
  resumerGroupes(
    doublons,
    await demandesDe(lecteur, territoire, doublons),
    await lireQualificationsPaires(lecteur.etat, territoire),
  )

/**
 * How many groups of the latest search wait for a verdict: a count, and no number; null where no search was made.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const compterGroupesAQualifier = async (
  lecteur: Lecteur,
  territoire: string,
): Promise<{ readonly instantane: Jour; readonly groupes: number } | null> => {
  const trouves = await derniers(lecteur, territoire)
  if (trouves === null) return null
  const groupes = (await resumer(lecteur, territoire, trouves)).filter(({ verdict }) => verdict === null).length
  return { instantane: trouves.instantane, groupes }
}

/**
 * The groups of a territory that a page asks for, and the pairs that no group holds, or, of a tranche, its groups alone;
 * `instantane` is null where no search was made.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const consulterGroupes = async (
  lecteur: Lecteur,
  territoire: string,
  { page: demandee, tranche, ...choix }: ChoixGroupes & { readonly page?: number; readonly tranche?: Tranche },
  instant: string,
): Promise<GroupesDonnes> => {
  const trouves = await derniers(lecteur, territoire)
  const demandes = trouves === null ? new Map() : await demandesDe(lecteur, territoire, trouves)
  const tous = trouves === null ? [] : await resumer(lecteur, territoire, trouves)
  const { groupes: choisis, comptes, guichets } = choisirGroupes(tous, choix, demandes)
  const { page, montres } = pageDe(choisis, demandee ?? 1)
  const groupes = tranche === undefined ? montres : dansLaTranche(choisis, tranche)
  const isolees = trouves === null || tranche !== undefined ? [] : retenir(resumerIsolees(trouves, demandes), choix)
  const { filtre, cle, guichet } = choix
  await consignerPassage(lecteur, {
    action: 'CONSULTATION',
    instant,
    territoire,
    nombre: compterMontres({ groupes, isolees }),
    detail: {
      liste: 'doublons',
      etat: filtre,
      cle: cle ?? undefined,
      guichet: guichet ?? undefined,
      ...(tranche === undefined ? { page } : detailDe(tranche)),
    },
  })
  return { instantane: trouves?.instantane ?? null, groupes, page, isolees, comptes, guichets }
}

/**
 * One group of a territory; null where there is no such group.
 *
 * @throws AccesRefuse where it is out of the person's reach, before anything is read.
 */
export const consulterGroupe = async (
  lecteur: Lecteur,
  territoire: string,
  rang: number,
  { paire, instant, choix }: { readonly paire: number | null; readonly instant: string; readonly choix: ChoixGroupes },
): Promise<GroupeDonne | null> => {
  const trouves = await derniers(lecteur, territoire)
  const groupe = trouves?.groupes.find((g) => g.groupe === rang)
  if (trouves === null || groupe === undefined) return null
  const paires = choisirPaires(pairesDuGroupe(trouves, rang), paire)
  const numeros = groupe.numeros.filter((n) => paires.some(({ a, b }) => a === n || b === n))
  if (paires.length === 0) return null
  const nominatif = voitLesNoms(lecteur)
  await consignerPassage(lecteur, {
    action: nominatif ? 'CONSULTATION_NOMS' : 'CONSULTATION',
    instant,
    territoire,
    nombre: numeros.length,
    detail: { groupe: rang, numeros },
  })
  const tous = await resumer(lecteur, territoire, trouves)
  const voulus = new Set(choisirGroupes(tous, choix, new Map()).groupes)
  const aVoir = trier(
    tous.filter((g) => voulus.has(g) || g.groupe === rang),
    COLONNES_GROUPES,
    choix.tri ?? null,
  )
  const place = aVoir.findIndex((g) => g.groupe === rang)
  const demandes = await lireDemandesCote(lecteur, territoire, numeros)
  return {
    instantane: trouves.instantane,
    paires,
    demandes,
    avis: avisDuGroupe(await lireQualificationsPaires(lecteur.etat, territoire), paires),
    contacts: await lireContactsDe(lecteur, territoire, numeros),
    choisie: paire,
    precedent: aVoir[place - 1]?.groupe ?? null,
    suivant: aVoir[place + 1]?.groupe ?? null,
  }
}

/**
 * Gives one verdict to every pair of a group, or to one of them, for whom may tell households apart. `vus`: the numbers
 * that the person had before them; where the place holds others since, another search was made, and nothing is said.
 *
 * @throws AccesRefuse where it is out of the person's reach.
 */
export const qualifierGroupe = async (
  lecteur: Lecteur,
  territoire: string,
  { groupe, paire, vus }: { readonly groupe: number; readonly paire: number | null; readonly vus: readonly string[] },
  saisie: Pick<Saisie, 'verdict' | 'motif' | 'le'>,
): Promise<'QUALIFIE' | 'INTROUVABLE' | 'AUTRES'> => {
  exigerGestion(lecteur)
  const trouves = await derniers(lecteur, territoire)
  const numeros = trouves?.groupes.find((g) => g.groupe === groupe)?.numeros ?? []
  if (trouves === null || (paire === null && estTropGrand(numeros))) return 'INTROUVABLE'
  const paires = choisirPaires(pairesDuGroupe(trouves, groupe), paire)
  if (paires.length === 0) return 'INTROUVABLE'
  const concernes = new Set(paires.flatMap(({ a, b }) => [a, b]))
  if (concernes.size !== new Set(vus).size || vus.some((numero) => !concernes.has(numero))) return 'AUTRES'
  await qualifierPaires(lecteur.etat, paires, { ...saisie, territoire, par: lecteur.acces.qui })
  return 'QUALIFIE'
}
