import type { CodeTableau } from '../../metrics/tableaux/registry.ts'
import type { LigneTableau } from '../../metrics/tableaux/reponse.ts'
import type { TableauLu } from '../../web/modeles/tableaux.ts'
import { MASQUE } from '../suppression/afficher.ts'
import { estPetit } from '../suppression/attaquant.ts'
import { croiser, idDe, idTotal } from '../suppression/croiser.ts'
import { couvrir } from '../suppression/derives.ts'
import { masquer } from '../suppression/masquer.ts'
import type { Cellule, Publication } from '../suppression/publication.ts'
import { masquerStandards } from '../suppression/standards.ts'
import type { MatiereDuSemestre } from './matiere.ts'

type Tableaux = ReadonlyMap<CodeTableau, TableauLu>

/** Tables of counts and shares, which add up to totals that are told. */
const EN_PARTS: readonly CodeTableau[] = ['TAB03-01', 'TAB03-13', 'TAB04-02', 'TAB04-03']

const avecLignes = (lu: TableauLu, lignes: readonly LigneTableau[]): TableauLu => ({
  ...lu,
  reponse: { ...lu.reponse, lignes },
})

const masquerLesParts = async (tableaux: Tableaux, seuil: number): Promise<[CodeTableau, TableauLu][]> => {
  const lus = EN_PARTS.flatMap((code) => {
    const lu = tableaux.get(code)
    return lu === undefined || lu.reponse.lignes.length === 0 ? [] : [[code, lu] as const]
  })
  const { lignes } = await masquerStandards(
    lus.map(([, lu]) => lu.reponse),
    { seuil },
  )
  return lus.map(([code, lu], i) => [code, avecLignes(lu, lignes[i] ?? [])])
}

const cleDuPoste = ({ poste, detail }: LigneTableau): string => `${poste} ${detail ?? ''}`

const SIGNES: Readonly<Record<string, number>> = { STOCK_DEBUT: 1, ENTREE: 1, SORTIE: -1, STOCK_FIN: -1 }

/** From one stock to the next: what stands, what comes and what goes hold together. */
const masquerLeStock = async (lu: TableauLu, seuil: number): Promise<TableauLu> => {
  const { lignes } = lu.reponse
  const publication: Publication = {
    cellules: lignes.map((ligne): Cellule => ({ id: cleDuPoste(ligne), valeur: Number(ligne.effectif) })),
    relations: [{ termes: lignes.map((ligne) => [cleDuPoste(ligne), SIGNES[String(ligne.poste)] ?? 0] as const) }],
  }
  const { masquees } = await masquer(publication, { seuil })
  return avecLignes(
    lu,
    couvrir(lignes, masquees, {
      idDe: (ligne, colonne) => (colonne === 'effectif' ? cleDuPoste(ligne) : null),
      derives: {},
    }),
  )
}

const entier = (valeur: unknown): number => (typeof valeur === 'number' ? valeur : 0)

/** The objectives of each EPCI and réservataire: those that meet one and those that do not, of those that are classed. */
const masquerLesObjectifs = async (lu: TableauLu, seuil: number): Promise<TableauLu> => {
  const { lignes } = lu.reponse
  const cleDe = ({ epci, reservataire }: LigneTableau): string => `${epci}\t${reservataire}`
  const publication = croiser(
    [...new Set(lignes.map(({ objectif }) => String(objectif)))].map((objectif) => ({
      sujet: objectif,
      axe: 'conformite',
      lignes: lignes
        .filter((ligne) => ligne.objectif === objectif)
        .map((ligne) => ({
          cle: cleDe(ligne),
          effectifs: {
            conformes: entier(ligne.conformes),
            autres: entier(ligne.classees) - entier(ligne.conformes),
          },
        })),
      ensembles: [(cle: string) => cle.split('\t')[0] ?? '', () => 'territoire'],
    })),
  )
  const { masquees } = await masquer(publication, { seuil })
  const conformes = (ligne: LigneTableau) => idDe(String(ligne.objectif), cleDe(ligne), 'conformite', 'conformes')
  const classees = (ligne: LigneTableau) => idTotal(String(ligne.objectif), cleDe(ligne))
  return avecLignes(
    lu,
    couvrir(lignes, masquees, {
      idDe: (ligne, colonne) =>
        colonne === 'conformes' ? conformes(ligne) : colonne === 'classees' ? classees(ligne) : null,
      derives: { part: (ligne) => [conformes(ligne), classees(ligne)] },
    }),
  )
}

/** Channels add up to the registrations of the semester. */
const masquerLesCanaux = async ({ canaux }: MatiereDuSemestre, seuil: number) => {
  const publication = croiser([
    {
      sujet: 'canaux',
      axe: 'canal',
      lignes: [
        {
          cle: 'semestre',
          effectifs: Object.fromEntries(canaux.map(({ canal, effectif }) => [canal ?? '', entier(effectif)])),
        },
      ],
      ensembles: [],
    },
  ])
  const { masquees } = await masquer(publication, { seuil })
  return canaux.map(({ canal, effectif }) =>
    masquees.has(idDe('canaux', 'semestre', 'canal', canal ?? '')) ? { canal, effectif: null } : { canal, effectif },
  )
}

/** Months of signature are told without a total: a month that is small is hidden, with what is worked out from it. */
const masquerLesSignatures = ({ estimations }: MatiereDuSemestre, seuil: number): MatiereDuSemestre['estimations'] =>
  estimations.map((ligne) =>
    [ligne.enregistrees, ligne.estimees].some((n) => n !== null && estPetit(Math.round(n), seuil))
      ? { ...ligne, enregistrees: null, part_enregistree: null, estimees: null, ic_bas: null, ic_haut: null }
      : ligne,
  )

/**
 * The same without the small counts of households, nor what tells one of them: for a report that leaves the hands of the
 * State and of who keeps the territory. What a guichet did is no count of households.
 */
export const masquerMatiere = async (matiere: MatiereDuSemestre, seuil: number): Promise<MatiereDuSemestre> => {
  const tableaux = new Map(matiere.tableaux)
  for (const [code, lu] of await masquerLesParts(matiere.tableaux, seuil)) tableaux.set(code, lu)
  const stock = matiere.tableaux.get('TAB01-01')
  if (stock !== undefined) tableaux.set('TAB01-01', await masquerLeStock(stock, seuil))
  const objectifs = matiere.tableaux.get('TAB04-07')
  if (objectifs !== undefined) tableaux.set('TAB04-07', await masquerLesObjectifs(objectifs, seuil))
  return {
    ...matiere,
    tableaux,
    canaux: await masquerLesCanaux(matiere, seuil),
    estimations: masquerLesSignatures(matiere, seuil),
    secret: seuil,
  }
}

/** Whether a table hides something: what is summed from its rows is then told no more. */
export const cacheQuelqueChose = ({ reponse }: TableauLu): boolean =>
  reponse.lignes.some((ligne) => Object.values(ligne).includes(MASQUE))

/** Whether a count of households is one that the readers of the report are not told. */
export const estTu = ({ secret }: Pick<MatiereDuSemestre, 'secret'>, n: number | null): boolean =>
  secret !== null && n !== null && estPetit(n, secret)
