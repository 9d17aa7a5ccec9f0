import { champDe } from '../../reports/lettres/champs.ts'
import { CODES_MODELES, type CodeModele, modeleDe, partiesDe } from '../../reports/lettres/modeles.ts'
import { PARTIES, type Parties } from '../../reports/lettres/parties.ts'
import type { ChampOffert, ModeleVu, PartieVue, VersionVue } from '../../web/modeles-de-lettres.ts'
import { minuteDe } from '../horloge.ts'
import type { VersionDeModele } from '../state/modeles.ts'

type Nommer = (qui: string) => string

const ORIGINE: VersionVue = { rang: 0, motif: '', par: '', le: '' }

/** The versions of a template, the latest first, then the software's own. */
export const versionsVues = (
  versions: readonly VersionDeModele[],
  code: CodeModele,
  nommer: Nommer,
): readonly VersionVue[] => [
  ...versions
    .filter(({ modele }) => modele === code)
    .map(({ motif, par, le }, i) => ({ rang: i + 1, motif, par: nommer(par), le: minuteDe(le) }))
    .toReversed(),
  ORIGINE,
]

export const modeleVu = (versions: readonly VersionDeModele[], code: CodeModele, nommer: Nommer): ModeleVu => {
  const { nom, usage } = modeleDe(code)
  const [derniere = ORIGINE] = versionsVues(versions, code, nommer)
  return { code: code.toLowerCase(), nom, usage, derniere: derniere.rang === 0 ? null : derniere }
}

export const modelesVus = (versions: readonly VersionDeModele[], nommer: Nommer): readonly ModeleVu[] =>
  CODES_MODELES.map((code) => modeleVu(versions, code, nommer))

/** The texts of a version of a template; undefined where there is none such. */
export const partiesDeVersion = (
  versions: readonly VersionDeModele[],
  code: CodeModele,
  rang: number,
): Parties | undefined =>
  rang === 0 ? modeleDe(code).defaut : versions.filter(({ modele }) => modele === code)[rang - 1]?.parties

export const partiesVues = (code: CodeModele, parties: Parties): readonly PartieVue[] =>
  partiesDe(code).map((partie) => ({ partie, ...PARTIES[partie], texte: parties[partie] ?? '' }))

export const champsOfferts = (code: CodeModele): readonly ChampOffert[] =>
  modeleDe(code).champs.map((nom) => {
    const { libelle, bloc = false, facultatif = false } = champDe(nom)
    return { nom, libelle, bloc, facultatif }
  })
