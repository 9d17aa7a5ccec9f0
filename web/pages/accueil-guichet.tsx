import { deMois, formatJour, formatMois, formatNombre, nomMois } from '../../ingest/socle/francais/format.ts'
import { accord, compte, enLettres } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { finMois, type Jour, moisDe, moisPlus } from '../../ingest/socle/jour.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { LigneAffichee } from '../affichee.ts'
import { FicheACorriger } from '../components/demande-a-corriger.tsx'
import { DemandesAPreparer } from '../components/echantillons/a-preparer.tsx'
import { RevueARepondre } from '../components/habilitations/a-repondre.tsx'
import { MessageFait } from '../components/message.tsx'
import { MesuresEnCours } from '../components/mesures/du-guichet.tsx'
import { Page } from '../components/page.tsx'
import { FicheAConfirmer } from '../components/registre/a-confirmer.tsx'
import { SuiteDesCorrections } from '../components/suite-corrections.tsx'
import { TableGuichet } from '../components/table-guichet.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { ContactGestion, CorrectionsDuService } from '../corrections.ts'
import type { EchantillonVu } from '../echantillon-vue.ts'
import { countEtats } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { CampagneVue } from '../habilitation-vue.ts'
import { lien, lienGuichet, lienIci } from '../liens.ts'
import type { MesureVue } from '../mesure-vue.ts'
import type { ServiceVue } from '../registre-vue.ts'

export interface AccueilGuichetProps {
  readonly contexte: Contexte
  /** The service's own. */
  readonly guichets: readonly Guichet[]
  readonly corrections: CorrectionsDuService
  readonly indicateurs: readonly FicheIndicateur[]
  /** The service's own figures, or its guichet's where it has one only. */
  readonly lignes: readonly LigneAffichee[]
  /** Those of the service that are still open. */
  readonly mesures?: readonly MesureVue[]
  /** The reviews of habilitations that ask the service. */
  readonly campagnes?: readonly CampagneVue[]
  /** The samples that have some of its demandes. */
  readonly echantillons?: readonly EchantillonVu[]
  /** Its sheet of the register; null where it is not inscribed. */
  readonly fiche?: ServiceVue | null
  readonly contacts: readonly ContactGestion[]
  /** What has just been said of a demande. */
  readonly dit: string | null
}

/** Minutes that a demande takes, and to what they are rounded. */
const MINUTES = 3
const ARRONDI = 5

const duree = (n: number): string => {
  const minutes = Math.ceil((n * MINUTES) / ARRONDI) * ARRONDI
  return minutes > 60
    ? `${enLettres(Math.round(minutes / 60), 'f')} ${accord(Math.round(minutes / 60), 'heure')}`
    : `${enLettres(minutes)} minutes`
}

/** The end of the month that follows a snapshot: when the next is due. */
const prochain = (instantane: Jour): Jour => finMois(moisPlus(moisDe(instantane), 1))

const DITS: Readonly<Record<string, string>> = {
  FAIT: 'C’est noté. Le prochain instantané le confirmera, ou ramènera la demande ici.',
  SANS_REPONSE: 'C’est noté : le ménage ne répond pas. La demande reviendra ici avec le prochain instantané.',
  ANNULE: 'La déclaration est annulée.',
  RIEN: 'Cette demande n’est pas, ou n’est plus, de celles à corriger.',
}

const Constat = ({ contexte, corrections: { instantane, total, demandes } }: AccueilGuichetProps) => {
  if (instantane === null) return <>Aucun instantané n’est encore chargé.</>
  const suite = formatJour(prochain(instantane))
  if (total === 0)
    return (
      <>{`Rien à corriger en ${contexte.mois === null ? 'ce moment' : nomMois(contexte.mois)}. Prochain instantané attendu le ${suite}.`}</>
    )
  return (
    <>
      {'Environ '}
      <strong>{duree(demandes.length)}</strong>
      {`${demandes.length < total ? ` pour les ${enLettres(demandes.length, 'f')} premières` : ''}, dans le système national. L’instantané attendu le ${suite} confirmera ce que vous aurez déclaré fait.`}
    </>
  )
}

/** « 1 point à surveiller, aucune alerte »: what the folded figures say, said before they are opened. */
const resumeEtats = (lignes: readonly LigneAffichee[]): string => {
  const { ALERTE, SURVEILLANCE } = countEtats(lignes)
  return [
    SURVEILLANCE === 0 ? 'aucun point à surveiller' : `${compte(SURVEILLANCE, 'point')} à surveiller`,
    ALERTE === 0 ? 'aucune alerte' : compte(ALERTE, 'alerte'),
  ].join(', ')
}

const Chiffres = ({ contexte, guichets, indicateurs, lignes }: AccueilGuichetProps) => (
  <details class="plus sec">
    <summary>
      En savoir plus{' '}
      <span>
        {fr(`vos chiffres ${contexte.mois ? deMois(formatMois(contexte.mois)) : ''} : ${resumeEtats(lignes)}`)}
      </span>
    </summary>
    <p class="petit">
      {fr(
        'Un indicateur compte, parmi vos demandes du mois, celles qui s’écartent de la convention. Un mois trop petit est jugé sur douze mois.',
      )}
    </p>
    <TableGuichet contexte={contexte} indicateurs={indicateurs} lignes={lignes} />
    <p class="more">
      {guichets.length === 1 && guichets[0] ? (
        <a href={lienGuichet(contexte, guichets[0].code)}>Votre fiche complète</a>
      ) : (
        <a href={lien(contexte, '/guichets')}>Vos guichets, un par un</a>
      )}
      <a href={lien(contexte, '/indicateurs')}>Comment ces chiffres sont calculés</a>
    </p>
  </details>
)

const identite = ({ guichets, lignes }: AccueilGuichetProps): string => {
  const actives = lignes.find(({ indicateur }) => indicateur === 'demandes_actives')?.valeur ?? null
  const [seul] = guichets
  return [
    guichets.length === 1 && seul ? fr(seul.libelle) : (seul?.service_libelle ?? ''),
    guichets.length === 1 && seul ? `guichet ${seul.code}` : compte(guichets.length, 'guichet'),
    ...(actives === null ? [] : [`${formatNombre(actives)} demandes actives`]),
  ]
    .filter((mot) => mot !== '')
    .join(' · ')
}

/** A guichet's home: what it has to put right, one demande after the other, then its own figures. */
export const AccueilGuichet = (props: AccueilGuichetProps) => {
  const { contexte, corrections, guichets, dit } = props
  const { demandes, total } = corrections
  const titre = total === 0 ? 'Rien à corriger' : `${compte(total, 'demande')} à corriger`
  const dite = dit !== null && Object.hasOwn(DITS, dit) ? DITS[dit] : undefined
  return (
    <Page
      contexte={contexte}
      titre={titre}
      periode={false}
      {...(contexte.mois === null ? {} : { du: { mois: contexte.mois, instantane: contexte.instantane } })}
    >
      <Tete titre={titre} identite={identite(props)} {...(total > 0 ? { imprimer: 'Imprimer la liste' } : {})}>
        <Constat {...props} />
      </Tete>
      {dite === undefined ? null : <MessageFait>{fr(dite)}</MessageFait>}
      <RevueARepondre contexte={contexte} campagnes={props.campagnes ?? []} />
      <div class="grid">
        {demandes.length === 0 ? null : (
          <section class="g8" aria-label="Demandes à corriger">
            <ol class="afaire">
              {demandes.map((demande) => (
                <FicheACorriger contexte={contexte} demande={demande} plusieurs={guichets.length > 1} />
              ))}
            </ol>
            {demandes.length < total ? (
              <p class="more">
                <a href={lienIci(contexte, { demandes: 'toutes', dit: null })}>
                  {`Voir les ${compte(total, 'demande')}`}
                </a>
              </p>
            ) : null}
          </section>
        )}
        <SuiteDesCorrections {...props} />
      </div>
      <MesuresEnCours contexte={contexte} mesures={props.mesures ?? []} />
      <DemandesAPreparer contexte={contexte} echantillons={props.echantillons ?? []} />
      <FicheAConfirmer contexte={contexte} service={props.fiche ?? null} />
      <Chiffres {...props} />
    </Page>
  )
}
