import { formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import { accord, compte, dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { drawDefauts } from '../../charts/defauts.ts'
import type { Atelier } from '../../charts/dessin.ts'
import type { Contexte } from '../../contexte.ts'
import type { EchantillonVu } from '../../echantillon-vue.ts'
import { POPULATIONS, STRATES } from '../../echantillons.ts'
import {
  type Decompte,
  direResultat,
  type ResultatQuestion,
  type ResultatStrate,
  titreDesResultats,
} from '../../modeles/resultats-echantillon.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement, Section } from '../blocs.tsx'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { Entetes } from '../entetes.tsx'
import { ROLES } from '../roles-table.ts'

const LARGEUR = 1100

const surTant = ({ defauts, verifiees }: Decompte): string => `${formatNombre(defauts)} sur ${formatNombre(verifiees)}`

const bornes = (intervalle: ResultatQuestion['intervalle']): string[] =>
  intervalle === null ? ['–', '–'] : [formatPart(intervalle.bas), formatPart(intervalle.haut)]

interface Props {
  readonly contexte: Contexte
  readonly echantillon: EchantillonVu
  readonly resultats: readonly ResultatQuestion[]
  readonly atelier: Atelier
}

const noteDe = ({ etat }: EchantillonVu, resultats: readonly ResultatQuestion[]): string => {
  const muettes = resultats[0]?.strates.filter(({ verifiees }) => verifiees === 0).length ?? 0
  return fr(
    [
      ...(etat === 'CLOS' ? [] : ['Relecture en cours : ces résultats changeront.']),
      resultats.some(({ ponderee }) => ponderee)
        ? 'Les strates ne sont pas vérifiées à leur poids : chacune le retrouve dans la part de l’ensemble, et l’intervalle en tient compte.'
        : 'Chaque demande vérifiée en représente autant : l’intervalle est celui d’un tirage simple.',
      ...(muettes === 0
        ? []
        : [
            `${compte(muettes, 'strate n’a', 'strates n’ont')} rien de vérifié : le résultat ne dit rien d’${accord(muettes, 'elle', 'elles')}.`,
          ]),
    ].join(' '),
  )
}

/** Every question: the share of faults as a dot, its interval as a line, the same in a table. */
export const GraphiqueDefauts = ({ contexte, echantillon, resultats, atelier }: Props) => {
  const lignes = resultats.map((resultat) => ({
    nom: resultat.libelle,
    part: resultat.part,
    intervalle: resultat.intervalle,
    texte: surTant(resultat),
  }))
  const titre = fr(titreDesResultats(resultats))
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={fr(
        `Part de défauts et intervalle exact à 95 %, ${formatNombre(echantillon.remplies)} sur ${formatNombre(echantillon.fiches.length)} ${dansPhrase(POPULATIONS[echantillon.population])} relues`,
      )}
      dessin={drawDefauts(atelier, lignes, titre, LARGEUR)}
      note={noteDe(echantillon, resultats)}
      source={fr(`Échantillon ${echantillon.reference}, fiches remplies sur pièces`)}
      jumeau={{
        legende: 'Défauts par question',
        entetes: ['Question', 'Défauts', 'Vérifiées', 'Non vérifiables', 'Part', 'Intervalle, bas', 'Intervalle, haut'],
        lignes: resultats.map((r) => [
          fr(r.libelle),
          formatNombre(r.defauts),
          formatNombre(r.verifiees),
          formatNombre(r.nonVerifiables),
          formatPart(r.part),
          ...bornes(r.intervalle),
        ]),
        tri: { contexte, table: 'questions' },
      }}
    />
  )
}

const CHOIX = 'question'

/** The question whose strata are shown: the one asked for, or the one with the most faults. */
const questionMontree = (contexte: Contexte, resultats: readonly ResultatQuestion[]): ResultatQuestion | undefined =>
  resultats.find(({ code }) => code === contexte.requete[CHOIX]) ??
  resultats.toSorted((a, b) => (b.part ?? -1) - (a.part ?? -1))[0]

const COLONNES = (intitule: string): readonly Colonne<ResultatStrate>[] => [
  { cle: 'strate', libelle: intitule, valeur: ({ libelle }) => libelle },
  { cle: 'effectif', libelle: 'Demandes', nombre: true, valeur: ({ effectif }) => effectif },
  { cle: 'verifiees', libelle: 'Vérifiées', nombre: true, valeur: ({ verifiees }) => verifiees },
  { cle: 'defauts', libelle: 'Défauts', nombre: true, valeur: ({ defauts }) => defauts },
  {
    cle: 'resultat',
    libelle: 'Ce que cela permet de dire',
    fortDabord: true,
    valeur: ({ intervalle }) => intervalle?.haut ?? null,
  },
]

interface Effectifs {
  readonly effectif: number
  readonly verifiees: number
  readonly defauts: number
}

/** What was found among the demandes of a stratum, or of the whole. */
const Rangee = ({
  nom,
  resultat,
}: {
  readonly nom: string
  readonly resultat: Parameters<typeof direResultat>[0] & Effectifs
}) => (
  <tr {...ROLES.rangee}>
    <th scope="row" {...ROLES.tete}>
      {nom}
    </th>
    <td class="num" data-l="Demandes" {...ROLES.cellule}>
      {formatNombre(resultat.effectif)}
    </td>
    <td class="num" data-l="Vérifiées" {...ROLES.cellule}>
      {formatNombre(resultat.verifiees)}
    </td>
    <td class="num" data-l="Défauts" {...ROLES.cellule}>
      {formatNombre(resultat.defauts)}
    </td>
    <td data-l="Ce que cela permet de dire" {...ROLES.cellule}>
      {fr(direResultat(resultat))}
    </td>
  </tr>
)

/** A question stratum by stratum, with the form that chooses which. */
export const ResultatsParStrate = ({ contexte, echantillon, resultats }: Omit<Props, 'atelier'>) => {
  const montree = questionMontree(contexte, resultats)
  if (montree === undefined) return null
  const sorte = STRATES[echantillon.strate]
  const colonnes = COLONNES(sorte)
  const effectif = montree.strates.reduce((n, strate) => n + strate.effectif, 0)
  const lues = montree.strates.filter(({ verifiees, nonVerifiables }) => verifiees + nonVerifiables > 0)
  return (
    <Section
      id="par-strate"
      titre={fr(`Par ${sorte.toLocaleLowerCase('fr')} : ${dansPhrase(montree.libelle)}`)}
      precision={fr('Peu de demandes dans une strate : l’intervalle est large')}
    >
      <form class="filters" method="get" action={contexte.chemin} aria-label="Question montrée">
        {contexte.territoire === null ? null : <input type="hidden" name="territoire" value={contexte.territoire} />}
        <div class="field">
          <label for="question">Question</label>
          <select id="question" name={CHOIX}>
            {resultats.map(({ code, libelle }) => (
              <option value={code} selected={code === montree.code}>
                {fr(libelle)}
              </option>
            ))}
          </select>
        </div>
        <button class="btn" type="submit">
          Afficher
        </button>
      </form>
      <Defilement nom="Résultats par strate">
        <table class="data tight dossiers" {...ROLES.table}>
          <Entetes contexte={contexte} colonnes={colonnes} table="parstrate" section="par-strate" roles />
          <tbody {...ROLES.groupe}>
            {trierIci(contexte, lues, colonnes, 'parstrate').map((strate) => (
              <Rangee nom={strate.libelle} resultat={strate} />
            ))}
          </tbody>
          <tfoot {...ROLES.groupe}>
            <Rangee nom="Territoire" resultat={{ ...montree, effectif }} />
          </tfoot>
        </table>
      </Defilement>
    </Section>
  )
}
