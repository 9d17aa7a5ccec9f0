import { formatJour } from '../../../ingest/socle/francais/format.ts'
import type { LigneIndicateur, Niveau } from '../../../metrics/resultat.ts'
import type { FicheIndicateur } from '../../../web/fiche-indicateur.ts'
import { phraseDuTableau, type TableauLu } from '../../../web/modeles/tableaux.ts'
import type { Bloc, CelluleDeTable } from '../../document.ts'
import type { ChampASaisir } from '../../rapport.ts'
import { MASQUE, noteDuSecret } from '../../suppression/afficher.ts'
import { dit, entier, phrase, sousTitre, tableStandard } from '../blocs.ts'
import { cacheQuelqueChose, estTu } from '../masquer-matiere.ts'
import type { MatiereDuSemestre } from '../matiere.ts'

/** What was typed of a field, with who and when; nothing where nobody did. */
export const saisi = ({ saisies }: MatiereDuSemestre, { code, libelle }: ChampASaisir): Bloc[] => {
  const saisie = saisies.get(code)
  if (saisie === undefined) return []
  return [
    sousTitre(libelle),
    ...saisie.texte.split(/\n{2,}/).map(phrase),
    phrase(`Saisi par ${saisie.par} le ${formatJour(saisie.le)}.`),
  ]
}

/** « Source : instantané du 31/12/2026. » */
export const source = ({ instantanes }: MatiereDuSemestre): string => {
  const dernier = instantanes.at(-1)
  return dernier === undefined ? '' : `Source : instantané du ${formatJour(dernier.date)}.`
}

/** « Source : instantanés du 31/07/2026 au 31/12/2026. » */
export const sources = (matiere: MatiereDuSemestre): string => {
  const [premier, dernier] = [matiere.instantanes[0], matiere.instantanes.at(-1)]
  return premier === undefined || dernier === undefined || premier === dernier
    ? source(matiere)
    : `Source : instantanés du ${formatJour(premier.date)} au ${formatJour(dernier.date)}.`
}

/** The indicators of quality that are shown first, in their order. */
export const principaux = ({ fiches }: MatiereDuSemestre): readonly FicheIndicateur[] =>
  fiches.filter(({ principal }) => principal)

export const trouver = (lignes: readonly LigneIndicateur[], niveau: Niveau, entite: string, code: string) =>
  lignes.find((ligne) => ligne.niveau === niveau && ligne.entite === entite && ligne.indicateur === code)

/** A count of households: hidden where it is small and the report is not the State's. */
export const compte = (matiere: MatiereDuSemestre, n: number | null): CelluleDeTable =>
  estTu(matiere, n) ? dit(MASQUE) : entier(n)

/** What the marks of a table mean; nothing where nothing is hidden. */
export const secret = ({ secret: seuil }: MatiereDuSemestre): string => (seuil === null ? '' : noteDuSecret(seuil))

/** A standard table after its sentence; of one that hides something, no sum is told. */
export const standardOuMasque = (
  matiere: MatiereDuSemestre,
  lu: TableauLu,
  note: string,
  coupe: Parameters<typeof tableStandard>[2] = {},
): Bloc[] =>
  cacheQuelqueChose(lu)
    ? [tableStandard(lu, `${note} ${secret(matiere)}`, coupe)]
    : [phrase(phraseDuTableau(lu)), tableStandard(lu, note, coupe)]
