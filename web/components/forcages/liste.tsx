import { formatJour, formatJourDe, formatJours } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { VERDICTS } from '../../../metrics/doublons/verdicts.ts'
import type { DemandeForcee } from '../../../metrics/forcages/lire.ts'
import { SIGNAUX } from '../../../metrics/forcages/signaux.ts'
import type { Contexte } from '../../contexte.ts'
import type { Avis } from '../../doublons.ts'
import { lien } from '../../liens.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { direCode } from '../../mots-codes.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { Numero } from '../numero.tsx'
import { ROLES } from '../roles-table.ts'

/** A forced demande, with what was said of it, the latest first. */
export type DemandeAQualifier = DemandeForcee & { readonly avis: readonly Avis[] }

interface DecisionProps {
  readonly contexte: Contexte
  readonly numero: string
  readonly avis: readonly Avis[]
}

/** The form by which a person decides, opened when it is wanted. */
const Decision = (p: DecisionProps) => (
  <details class="why">
    <summary>
      {p.avis.length === 0 ? 'Qualifier' : 'Changer'}
      <span class="vh">{` la qualification de ${p.numero}`}</span>
    </summary>
    <FormulaireDecision {...p} />
  </details>
)

const FormulaireDecision = ({ contexte, numero, avis }: DecisionProps) => (
  <form method="post" action={lien(contexte, '/forcages')} class="inline">
    <input type="hidden" name="numero" value={numero} />
    <label class="vh" for={`v-${numero}`}>{`Qualification de ${numero}`}</label>
    <select id={`v-${numero}`} name="verdict" required>
      {avis.length === 0 ? <option value="">À choisir</option> : null}
      {Object.entries(VERDICTS).map(([code, libelle]) => (
        <option value={code} selected={avis[0]?.verdict === code}>
          {libelle}
        </option>
      ))}
    </select>
    <label class="vh" for={`m-${numero}`}>{`Motif pour ${numero}`}</label>
    <input class="input" id={`m-${numero}`} name="motif" maxlength={500} placeholder="Motif" />
    <button class="btn" type="submit">
      Qualifier
    </button>
  </form>
)

const direAvis = ({ verdict, le, par }: Avis): string => fr(`${VERDICTS[verdict]}, le ${formatJourDe(le)}, par ${par}`)

const AvisRendus = ({ avis: [dernier, ...anciens] }: Pick<DemandeAQualifier, 'avis'>) =>
  dernier === undefined ? null : (
    <>
      <span class="sub">{direAvis(dernier)}</span>
      {anciens.length > 0 ? (
        <details>
          <summary>{compte(anciens.length, 'avis plus ancien', 'avis plus anciens')}</summary>
          {anciens.map((avis) => (
            <span class="sub">{direAvis(avis)}</span>
          ))}
        </details>
      ) : null}
    </>
  )

/** What became of the two demandes, the forced one and the one that the alert showed. */
export const direSuite = ({ jours_de_cloture, active, signaux, numero_unique_rapproche }: DemandeForcee): string => {
  if (jours_de_cloture !== null) return `close après ${formatJours(jours_de_cloture)}`
  if (signaux.includes('PAIRE_ACTIVE')) return 'les deux demeurent'
  if (!active) return 'demande forcée close, sans date'
  return numero_unique_rapproche === null ? '' : 'radiée ou absente, sans date'
}

interface RangeeProps extends Pick<ListeAQualifierProps, 'contexte' | 'peutQualifier'> {
  readonly d: DemandeAQualifier
}

const INTITULES = ['Demande', 'Enregistrée', 'Demande montrée par l’alerte', 'Signaux', 'Qualification'] as const

const Rangee = ({ contexte, d, peutQualifier }: RangeeProps) => (
  <tr {...ROLES.rangee}>
    <th scope="row" {...ROLES.tete}>
      <Numero numero={d.numero_unique} />
      <span class="sub">
        {d.injustifiee
          ? 'paraît injustifiée'
          : d.motif_forcage === null
            ? 'sans motif'
            : direCode('motif_forcage', d.motif_forcage)}
      </span>
    </th>
    <td data-l={INTITULES[1]} {...ROLES.cellule}>
      <span>
        {formatJour(d.date_enregistrement)}
        <span class="sub">{d.guichet}</span>
      </span>
    </td>
    <td data-l={INTITULES[2]} {...ROLES.cellule}>
      <span>
        {d.numero_unique_rapproche === null ? 'non dite' : <Numero numero={d.numero_unique_rapproche} />}
        <span class="sub">{direSuite(d)}</span>
      </span>
    </td>
    <td data-l={INTITULES[3]} {...ROLES.cellule}>
      <span>{d.signaux.length === 0 ? '–' : d.signaux.map((s) => <span class="block">{fr(SIGNAUX[s])}</span>)}</span>
    </td>
    <td data-l={INTITULES[4]} {...ROLES.cellule}>
      <span>
        <AvisRendus avis={d.avis} />
        {peutQualifier ? <Decision contexte={contexte} numero={d.numero_unique} avis={d.avis} /> : null}
      </span>
    </td>
  </tr>
)

export interface ListeAQualifierProps {
  readonly contexte: Contexte
  /** The latest first. */
  readonly demandes: readonly DemandeAQualifier[]
  readonly peutQualifier: boolean
}

const COLONNES: readonly Colonne<DemandeAQualifier>[] = [
  { cle: 'demande', libelle: INTITULES[0], valeur: ({ numero_unique }) => numero_unique },
  { cle: 'le', libelle: INTITULES[1], fortDabord: true, valeur: ({ date_enregistrement }) => date_enregistrement },
  { cle: 'autre', libelle: INTITULES[2], valeur: ({ numero_unique_rapproche }) => numero_unique_rapproche },
  { cle: 'signaux', libelle: INTITULES[3], valeur: ({ signaux }) => -signaux.length },
  {
    cle: 'qualification',
    libelle: INTITULES[4],
    valeur: ({ avis: [dernier] }) => (dernier === undefined ? null : VERDICTS[dernier.verdict]),
  },
]

/** The month's forced demandes, each with what hints at a mistake and what a person said of it. */
export const ListeAQualifier = ({ contexte, demandes, peutQualifier }: ListeAQualifierProps) =>
  demandes.length === 0 ? (
    <p class="empty">Aucune demande n’a été forcée ce mois-ci.</p>
  ) : (
    <Defilement nom="Demandes forcées">
      <table class="data tight dossiers" {...ROLES.table}>
        <caption class="vh">Demandes forcées du mois</caption>
        <Entetes contexte={contexte} colonnes={COLONNES} table="demandes" section="demandes" roles />
        <tbody {...ROLES.groupe}>
          {trierIci(contexte, demandes, COLONNES, 'demandes').map((d) => (
            <Rangee contexte={contexte} d={d} peutQualifier={peutQualifier} />
          ))}
        </tbody>
      </table>
    </Defilement>
  )
