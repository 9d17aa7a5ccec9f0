import { formatJourDe } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { type Contexte, peutOuvrir } from '../../contexte.ts'
import type { EchantillonVu, FicheVue } from '../../echantillon-vue.ts'
import { CONSTATS, type QuestionEchantillon } from '../../echantillons.ts'
import { lien } from '../../liens.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { Numero } from '../numero.tsx'
import { ROLES } from '../roles-table.ts'

interface Props {
  readonly contexte: Contexte
  readonly echantillon: EchantillonVu
  /** Numbers by form; « n° purgé » where retention has passed. */
  readonly numeros: ReadonlyMap<number, string>
}

const GUICHET = 'Guichet'
const CONSTAT = 'Constat'
const DEFAUTS = 'Défauts'

const colonnesDe = (numeros: Props['numeros']): readonly Colonne<FicheVue>[] => [
  { cle: 'fiche', libelle: 'Fiche', valeur: ({ rang }) => rang },
  { cle: 'demande', libelle: 'Demande', valeur: ({ id }) => numeros.get(id) ?? null },
  { cle: 'guichet', libelle: GUICHET, valeur: ({ libelle }) => libelle },
  {
    cle: 'constat',
    libelle: CONSTAT,
    valeur: ({ reponse }) => (reponse === null ? null : CONSTATS[reponse.constat]),
  },
  { cle: 'defauts', libelle: DEFAUTS, fortDabord: true, valeur: ({ defaut }) => Number(defaut) },
]

/** The faults of a form, in words. */
const defautsDe = ({ reponse }: FicheVue, questions: readonly QuestionEchantillon[]): string[] =>
  reponse === null
    ? []
    : [
        ...(reponse.champEnMots === '' ? [] : [reponse.champEnMots]),
        ...questions.flatMap(({ code, libelle, defaut }) =>
          reponse.reponses[code] === defaut ? [`${libelle} : ${defaut === 'NON' ? 'non' : 'oui'}`] : [],
        ),
      ]

const Ligne = ({ contexte, echantillon, numeros, fiche }: Props & { readonly fiche: FicheVue }) => {
  const { reponse, rang } = fiche
  const ouvrable = peutOuvrir(contexte, '/echantillons/:id/fiches/:rang')
  const aRemplir = reponse === null && echantillon.actesPossibles.includes('REMPLIR')
  return (
    <tr id={`f${rang}`} {...ROLES.rangee}>
      <th scope="row" {...ROLES.tete}>
        {ouvrable ? (
          <a href={lien(contexte, `/echantillons/${echantillon.id}/fiches/${rang}`)}>
            {aRemplir ? `Remplir la fiche ${rang}` : `Fiche ${rang}`}
          </a>
        ) : (
          `Fiche ${rang}`
        )}
      </th>
      <td {...ROLES.cellule}>
        <Numero numero={numeros.get(fiche.id) ?? ''} />
      </td>
      <td data-l={GUICHET} {...ROLES.cellule}>
        {fiche.libelle}
      </td>
      <td data-l={CONSTAT} {...ROLES.cellule}>
        <span>
          {reponse === null ? 'à remplir' : CONSTATS[reponse.constat]}
          {reponse === null ? null : <span class="sub">{fr(`le ${formatJourDe(reponse.le)}, ${reponse.par}`)}</span>}
        </span>
      </td>
      <td data-l={DEFAUTS} {...ROLES.cellule}>
        <span>
          {reponse === null || !fiche.defaut
            ? '–'
            : defautsDe(fiche, echantillon.questions).map((defaut) => <span class="block">{fr(defaut)}</span>)}
          {reponse === null || reponse.note === '' ? null : <span class="sub">{reponse.note}</span>}
        </span>
      </td>
    </tr>
  )
}

/** The demandes drawn, guichet after guichet, with what was found of each. */
export const ListeFiches = (p: Props) => (
  <Defilement nom="Demandes tirées">
    <table class="data tight dossiers stack-n mes" {...ROLES.table}>
      <caption class="vh">Demandes tirées, par guichet</caption>
      <Entetes contexte={p.contexte} colonnes={colonnesDe(p.numeros)} table="fiches" section="fiches" roles />
      <tbody {...ROLES.groupe}>
        {trierIci(p.contexte, p.echantillon.fiches, colonnesDe(p.numeros), 'fiches').map((fiche) => (
          <Ligne {...p} fiche={fiche} />
        ))}
      </tbody>
    </table>
  </Defilement>
)
