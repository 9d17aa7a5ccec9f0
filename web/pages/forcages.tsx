import { formatJour, formatJours, formatMois, formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import { VERDICTS } from '../../metrics/doublons/verdicts.ts'
import type { DemandeForcee, ForcagesGuichet } from '../../metrics/forcages/lire.ts'
import { SIGNAUX } from '../../metrics/forcages/signaux.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { avecEtatPropre } from '../affichee.ts'
import { openAtelier } from '../charts/dessin.ts'
import { Defilement, Section } from '../components/blocs.tsx'
import { Pastille } from '../components/etat.tsx'
import { GraphiqueComparaison } from '../components/graphique-comparaison.tsx'
import { Tendance } from '../components/graphiques-repartition.tsx'
import { MessageFait } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { type Avis, decouperNumero } from '../doublons.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { Historique } from '../historique.ts'
import { lien, lienGuichet } from '../liens.ts'
import { chooseCategorie, listCompares } from '../modeles/comparaison.ts'

export interface ForcagesProps {
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  readonly guichets: readonly Guichet[]
  /** The share of forced registrations in the month shown, and over the twelve months that end with it. */
  readonly lignesDuMois: readonly LigneIndicateur[]
  readonly lignesDeLAnnee: readonly LigneIndicateur[]
  readonly historique: Historique
  readonly seuil: number | null
  readonly forcages: readonly ForcagesGuichet[]
  /** The forced demandes of the month, with what a person said of each, the latest first. */
  readonly demandes: readonly (DemandeForcee & { readonly avis: readonly Avis[] })[]
  /** Unjustified forcings of the month, and those left once homonymies and separations are taken away. */
  readonly injustifies: number
  readonly retenus: number
  readonly peutQualifier: boolean
  readonly exports: readonly LienExport[]
  readonly fait: boolean
}

const TableGuichets = ({ contexte, forcages }: ForcagesProps) => (
  <Defilement nom="Forçages par guichet">
    <table class="data tight">
      <caption class="vh">Forçages par guichet</caption>
      <thead>
        <tr>
          <th scope="col">Guichet</th>
          <th scope="col" class="num">
            Enregistrements
          </th>
          <th scope="col" class="num">
            Forcés
          </th>
          <th scope="col" class="num">
            Part
          </th>
          <th scope="col" class="num">
            Injustifiés
          </th>
          <th scope="col" class="num">
            Clôture
          </th>
          <th scope="col" class="num">
            Avec motif
          </th>
          <th scope="col">État</th>
        </tr>
      </thead>
      <tbody>
        {forcages
          .filter(({ forces, injustifies }) => (forces ?? 0) + (injustifies ?? 0) > 0)
          .map((f) => (
            <tr>
              <th scope="row">
                <a href={lienGuichet(contexte, f.guichet)}>{f.libelle}</a>
              </th>
              <td class="num">{formatNombre(f.enregistrements)}</td>
              <td class="num">{formatNombre(f.forces)}</td>
              <td class="num">{formatPart(f.part)}</td>
              <td class="num">{formatNombre(f.injustifies)}</td>
              <td class="num">{formatJours(f.delai_cloture)}</td>
              <td class="num">{formatPart(f.part_motivee, 0)}</td>
              <td>{f.statut_affiche ? <Pastille statut={f.statut_affiche} /> : 'non jugé'}</td>
            </tr>
          ))}
      </tbody>
    </table>
  </Defilement>
)

const Decision = ({ contexte, numero, avis }: { contexte: Contexte; numero: string; avis: readonly Avis[] }) => (
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

const ListeAQualifier = ({ contexte, demandes, peutQualifier }: ForcagesProps) =>
  demandes.length === 0 ? (
    <p class="empty">Aucune demande n’a été forcée ce mois-ci.</p>
  ) : (
    <Defilement nom="Demandes forcées">
      <table class="data tight">
        <caption class="vh">Demandes forcées du mois</caption>
        <thead>
          <tr>
            <th scope="col">Demande</th>
            <th scope="col">Enregistrée</th>
            <th scope="col">Demande montrée par l’alerte</th>
            <th scope="col">Signaux</th>
            <th scope="col">Qualification</th>
          </tr>
        </thead>
        <tbody>
          {demandes.map((d) => (
            <tr>
              <th scope="row">
                <span class="nd">{decouperNumero(d.numero_unique)}</span>
                <span class="sub">
                  {d.injustifiee ? 'paraît injustifiée' : (d.motif_forcage?.toLowerCase() ?? 'sans motif')}
                </span>
              </th>
              <td>
                {formatJour(d.date_enregistrement)}
                <span class="sub">{d.guichet}</span>
              </td>
              <td>
                {d.numero_unique_rapproche === null ? (
                  'non dite'
                ) : (
                  <span class="nd">{decouperNumero(d.numero_unique_rapproche)}</span>
                )}
                <span class="sub">
                  {d.jours_de_cloture === null
                    ? d.active
                      ? 'les deux demeurent'
                      : ''
                    : `close après ${formatJours(d.jours_de_cloture)}`}
                </span>
              </td>
              <td>
                {d.signaux.length === 0 ? '–' : d.signaux.map((s) => <span class="block">{fr(SIGNAUX[s])}</span>)}
              </td>
              <td>
                {d.avis[0] ? (
                  <span class="sub">
                    {fr(
                      `${VERDICTS[d.avis[0].verdict]}, le ${formatJour(d.avis[0].le.slice(0, 10))}, par ${d.avis[0].par}`,
                    )}
                  </span>
                ) : null}
                {d.avis.length > 1 ? (
                  <details>
                    <summary>{compte(d.avis.length - 1, 'avis plus ancien', 'avis plus anciens')}</summary>
                    {d.avis.slice(1).map((a) => (
                      <span class="sub">
                        {fr(`${VERDICTS[a.verdict]}, le ${formatJour(a.le.slice(0, 10))}, par ${a.par}`)}
                      </span>
                    ))}
                  </details>
                ) : null}
                {peutQualifier ? <Decision contexte={contexte} numero={d.numero_unique} avis={d.avis} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Defilement>
  )

/** Forcing of the duplicate alert: by guichet, among peers, in time, and demande by demande. */
export const Forcages = async (p: ForcagesProps) => {
  const { contexte, fiche, guichets, historique, seuil, injustifies, retenus } = p
  const atelier = await openAtelier()
  const surDouzeMois = contexte.requete.sur !== '1'
  const compares = listCompares(fiche, avecEtatPropre(surDouzeMois ? p.lignesDeLAnnee : p.lignesDuMois), guichets)
  const categorie = chooseCategorie(compares, contexte.requete.categorie)
  const commun = { atelier, contexte, fiche, compares, surDouzeMois, seuil }
  const tendance = Tendance({ ...commun, historique })
  const forces = p.forcages.reduce((n, f) => n + (f.forces ?? 0), 0)
  return (
    <Page contexte={contexte} titre="Forçages">
      <Tete titre="Forçages de l’alerte de doublon" exports={p.exports}>
        {fr(
          `${compte(forces, 'demande forcée', 'demandes forcées')} en ${contexte.mois ? formatMois(contexte.mois) : ''}. ${compte(injustifies, 'forçage paraît injustifié', 'forçages paraissent injustifiés')} ; ${formatNombre(retenus)} une fois ôtées les homonymies et les séparations reconnues.`,
        )}
      </Tete>
      {p.fait ? <MessageFait>La qualification est enregistrée.</MessageFait> : null}
      <div class="grid">
        <div class="g8">
          {categorie ? <GraphiqueComparaison {...commun} categorie={categorie} /> : (tendance ?? null)}
        </div>
        <div class="g4">{categorie ? tendance : null}</div>
      </div>
      <Section id="guichets" titre="Par guichet" precision="Une demande enregistrée la première n’est jamais reprochée">
        <TableGuichets {...p} />
      </Section>
      <Section
        id="demandes"
        titre="Demandes à qualifier"
        precision="Un signal n’est pas une preuve : une personne décide"
      >
        <ListeAQualifier {...p} />
      </Section>
    </Page>
  )
}
