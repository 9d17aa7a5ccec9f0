import { sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { readIdentites } from '../../ingest/store/identites.ts'
import { type DemandeRapprochee, lireDemandes } from '../../metrics/doublons/demandes.ts'
import type { Groupe } from '../../metrics/doublons/groupes.ts'
import { type Doublons, derniereRecherche, lireDoublons, type Paire } from '../../metrics/doublons/lire.ts'
import type { BilanRegle } from '../../metrics/doublons/rapprocher.ts'
import { SEUIL_DOUBLON } from '../../metrics/doublons/seuil.ts'
import type { Avis, DemandeCote, ResumeGroupe } from '../../web/doublons.ts'
import { exigerTerritoire, type Lecteur } from '../acces/lecteur.ts'
import { direRegle } from '../services/doublons.ts'
import { clePaire, lireQualificationsPaires, type Qualification } from '../state/qualifications.ts'
import { unefois } from './memoire.ts'

/** The duplicates of a territory's latest search, at the default threshold; null where none was made. */
export const doublonsDe = async (lecteur: Lecteur, territoire: string): Promise<Doublons | null> => {
  exigerTerritoire(lecteur, territoire)
  const { base } = lecteur
  const instantane = await derniereRecherche(base.connection, territoire)
  return instantane === null
    ? null
    : unefois(base, `doublons ${territoire} ${instantane}`, () =>
        lireDoublons(base.connection, territoire, instantane, SEUIL_DOUBLON),
      )
}

/** What the search had to cut or bound, in words. */
export const messagesDe = async ({ base }: Lecteur, territoire: string, instantane: Jour): Promise<string[]> => {
  const [ligne] = await runQuery<{ regles: string }>(
    base.connection,
    sql`SELECT regles FROM doublons_recherches WHERE territoire = ${sql.lit(territoire)} AND instantane = ${sql.lit(instantane)}::DATE`,
  )
  const regles = ligne === undefined ? [] : (JSON.parse(ligne.regles) as BilanRegle[])
  return regles.filter(({ blocsCoupes }) => blocsCoupes > 0).map((bilan) => direRegle(bilan).replace(/^doublons, /, ''))
}

export const enAvis = ({ verdict, motif, par, le }: Qualification): Avis => ({
  ...{ verdict, motif, par },
  le: le.slice(0, 16).replace(' ', 'T'),
})

/** The pairs of a group, the most probable first. */
export const pairesDuGroupe = ({ paires }: Doublons, groupe: number): Paire[] =>
  paires.filter((paire) => paire.groupe === groupe).toSorted((x, y) => y.probabilite - x.probabilite)

/** What was said of a group's pairs, each decision once, the latest first. */
export const avisDuGroupe = async (lecteur: Lecteur, territoire: string, paires: readonly Paire[]): Promise<Avis[]> => {
  const qualifications = await lireQualificationsPaires(lecteur.etat, territoire)
  const dites = paires.flatMap(({ a, b }) => qualifications.get(clePaire(a, b)) ?? [])
  const uniques = new Map(dites.map((q) => [`${q.le} ${q.verdict} ${q.par} ${q.motif}`, q]))
  return [...uniques.values()].toSorted((x, y) => (x.le < y.le ? 1 : -1)).map(enAvis)
}

/** The groups of a territory as the list shows them: the verdict that all their pairs share, the guichets, the forcings. */
export const resumerGroupes = async (
  lecteur: Lecteur,
  territoire: string,
  doublons: Doublons,
): Promise<ResumeGroupe[]> => {
  const qualifications = await lireQualificationsPaires(lecteur.etat, territoire)
  const demandes = new Map(
    (
      await unefois(lecteur.base, `demandes des doublons ${territoire} ${doublons.instantane}`, () =>
        lireDemandes(
          lecteur.base.connection,
          territoire,
          doublons.groupes.flatMap(({ numeros }) => numeros),
        ),
      )
    ).map((demande): [string, DemandeRapprochee] => [demande.numero_unique, demande]),
  )
  const parGroupe = new Map<number, Paire[]>()
  for (const paire of doublons.paires) parGroupe.set(paire.groupe, [...(parGroupe.get(paire.groupe) ?? []), paire])
  return doublons.groupes
    .map(({ groupe, numeros }: Groupe): ResumeGroupe => {
      const paires = parGroupe.get(groupe) ?? []
      const meilleure = paires.toSorted((x, y) => y.probabilite - x.probabilite)[0]
      const verdicts = paires.map(({ a, b }) => qualifications.get(clePaire(a, b))?.[0]?.verdict ?? null)
      const [premier = null] = verdicts
      const unanime = premier !== null && verdicts.every((verdict) => verdict === premier)
      const siennes = numeros.flatMap((numero) => demandes.get(numero) ?? [])
      return {
        ...{ groupe, numeros, probabilite: meilleure?.probabilite ?? 0, cle: meilleure?.cle ?? 'CONTACT' },
        guichets: [...new Set(siennes.map((d) => d.guichet_enregistrement ?? '').filter((code) => code !== ''))],
        verdict: unanime ? premier : null,
        augmente: !unanime && verdicts.some((verdict) => verdict !== null),
        forces: siennes.filter(({ forcage_doublon }) => forcage_doublon).length,
      }
    })
    .toSorted((x, y) => y.probabilite - x.probabilite || x.groupe - y.groupe)
}

/** A group's demandes, the oldest first, with their names where `nominatif`. */
export const demandesDuGroupe = async (
  { base }: Lecteur,
  territoire: string,
  numeros: readonly string[],
  nominatif: boolean,
): Promise<DemandeCote[]> => {
  const demandes = await lireDemandes(base.connection, territoire, numeros)
  const identites = nominatif ? await readIdentites(base.connection, base.dossier, territoire, numeros) : []
  const parNumero = new Map(identites.map((identite) => [identite.numero_unique, identite]))
  return demandes.map((demande) => {
    const i = parNumero.get(demande.numero_unique)
    const conjoint = [i?.conjoint_nom_naissance, i?.conjoint_prenom].filter((mot) => mot != null).join(' ')
    return {
      ...demande,
      identite:
        i === undefined
          ? null
          : {
              ...{ nom: i.nom_naissance ?? i.nom, prenom: i.prenom, naissance: i.date_naissance },
              ...{
                conjoint: conjoint || null,
                telephone: i.telephone,
                courriel: i.courriel,
                codePostal: i.code_postal,
              },
            },
    }
  })
}

/** What the latest snapshot's indicators count, and what homonymies and separations took out of them. */
export const disculpesDe = async (
  { base }: Lecteur,
  territoire: string,
  instantane: Jour,
): Promise<Readonly<Record<string, number>>> => {
  const lignes = await runQuery<{ marque: string; n: number }>(
    base.connection,
    sql`SELECT marque, count(*) AS n FROM marques WHERE territoire = ${sql.lit(territoire)} AND instantane = ${sql.lit(instantane)}::DATE GROUP BY marque`,
  )
  return Object.fromEntries(lignes.map(({ marque, n }) => [marque, n]))
}
