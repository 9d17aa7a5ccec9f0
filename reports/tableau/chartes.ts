import type { VersionVue } from '../../web/charte-vue.ts'
import { CHARTES, type CodeCharte, ETATS_CHARTE } from '../../web/chartes.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

/** A charte with the versions of it that the reader sees. */
interface CharteLue {
  readonly code: CodeCharte
  readonly versions: readonly VersionVue[]
  readonly enVigueur: VersionVue | null
}

/** The articles of every version, in rows. */
export const lignesDesChartes = (territoire: string, chartes: readonly CharteLue[]) =>
  chartes.flatMap(({ code, versions, enVigueur }) =>
    versions.flatMap(({ version, etat, valideeLe, articles }) =>
      articles.map(({ titre, texte, indicateurs }, i) => ({
        territoire,
        charte: code,
        version,
        etat,
        en_vigueur: version === enVigueur?.version,
        validee_le: valideeLe,
        article: i + 1,
        titre,
        texte,
        indicateurs,
      })),
    ),
  )

export type LigneDeCharte = ReturnType<typeof lignesDesChartes>[number]

export const COLONNES_CHARTES: readonly ColonneTableau<LigneDeCharte>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'charte', intitule: 'Charte', type: 'texte', montrer: (code) => CHARTES[code as CodeCharte].libelle },
  { nom: 'version', intitule: 'Version', type: 'entier' },
  { nom: 'etat', intitule: 'État', type: 'texte', montrer: (code) => ETATS_CHARTE[code as keyof typeof ETATS_CHARTE] },
  { nom: 'en_vigueur', intitule: 'En vigueur', type: 'booleen' },
  { nom: 'validee_le', intitule: 'Validée le', type: 'jour' },
  { nom: 'article', intitule: 'Article', type: 'entier' },
  { nom: 'titre', intitule: 'Titre', type: 'texte' },
  { nom: 'texte', intitule: 'Texte', type: 'texte' },
  { nom: 'indicateurs', intitule: 'Indicateurs', type: 'json' },
]

export const tableauChartes = (lignes: readonly LigneDeCharte[], provenance: Provenance): Tableau<LigneDeCharte> => ({
  titre: 'Chartes',
  colonnes: COLONNES_CHARTES,
  lignes,
  notes: notesDe(provenance),
})
