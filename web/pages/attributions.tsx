import { formatJours, formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { nomsCategorie } from '../categories.ts'
import { AVerifier, Bilan, type MesureProps, Mesures } from '../components/attributions/corps.tsx'
import { ChiffresCles } from '../components/chiffres-cles.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { lienIci } from '../liens.ts'
import { EFFECTIF_MINIMUM, type MesureAttributions } from '../modeles/attributions.ts'
import { noteSecret } from '../modeles/notes-attributions.ts'
import { phraseAttendues } from '../modeles/titres-attributions.ts'

/** Which category is shown is read from `contexte.requete.categorie`. */
export interface AttributionsProps {
  readonly contexte: Contexte
  /** Null where the snapshot does not allow it; `raison` says why. */
  readonly mesure: MesureAttributions | null
  readonly raison?: string
  readonly exports: readonly LienExport[]
}

const TITRE = fr('Attributions : délai de saisie')

const Constat = ({ mesure }: { readonly mesure: MesureAttributions }) => {
  const { delais, estimations } = mesure
  const attendues = phraseAttendues(estimations)
  return (
    <>
      {delais === null || delais.mediane === null ? (
        'Pas encore de mois dont les baux soient presque tous saisis. '
      ) : (
        <>
          {'Un bail sur deux est saisi en '}
          <strong>
            {formatJours(delais.mediane).replace(/\u00a0j$/, delais.mediane < 2 ? '\u00a0jour' : '\u00a0jours')}
          </strong>
          {`, neuf sur dix en ${formatNombre(delais.p90, 1, 0)}\u00a0jours. `}
          {delais.n < EFFECTIF_MINIMUM ? 'Effectif trop faible pour conclure. ' : ''}
        </>
      )}
      {attendues === null ? null : (
        <>
          {fr(`Les baux récents ne sont pas tous connus : ${attendues.saisies}, `)}
          <strong>{attendues.attendues}</strong>.
        </>
      )}
    </>
  )
}

const Chiffres = ({ mesure }: { readonly mesure: MesureAttributions }) => {
  const { delais, delaisAvant, seuil } = mesure
  const ecart =
    delais?.p90 == null || delaisAvant?.p90 == null
      ? 'pas de comparaison sur un an'
      : `${formatJours(delaisAvant.p90)} un an plus tôt`
  const courbe: readonly number[] = []
  return (
    <ChiffresCles
      chiffres={[
        {
          libelle: 'Délai médian',
          valeur: formatJours(delais?.mediane ?? null),
          comparaison: fr(`seuil ${seuil} j`),
          courbe,
        },
        { libelle: 'Neuf baux sur dix en', valeur: formatJours(delais?.p90 ?? null), comparaison: ecart, courbe },
        {
          libelle: fr('Saisis après 30 jours'),
          valeur: delais === null || delais.n === 0 ? '–' : formatPart(delais.plus_30 / delais.n),
          comparaison:
            delais === null
              ? 'aucun mois complet'
              : `${formatNombre(delais.plus_30)} sur ${compte(delais.n, 'attribution')}`,
          courbe,
        },
        {
          libelle: 'Saisie groupée',
          valeur: formatPart(mesure.partGroupee),
          comparaison: 'saisies le jour le plus chargé du trimestre',
          courbe,
        },
      ]}
    />
  )
}

const Categories = ({ contexte, mesure }: MesureProps) =>
  mesure.categories.length < 2 ? null : (
    <nav class="tabs" aria-label="Catégorie de guichet">
      <a href={lienIci(contexte, { categorie: null })} aria-current={mesure.categorie === null ? 'page' : undefined}>
        Tout le territoire
      </a>
      {mesure.categories.map((categorie) => (
        <a href={lienIci(contexte, { categorie })} aria-current={mesure.categorie === categorie ? 'page' : undefined}>
          {nomsCategorie(categorie)}
        </a>
      ))}
    </nav>
  )

/** Without any attribution there is no lag to draw: what may be missing is still told. */
const hasAttributions = ({ estimations }: MesureAttributions): boolean =>
  estimations.some(({ enregistrees }) => (enregistrees ?? 0) > 0)

const Corps = async (props: MesureProps) => {
  const { contexte, mesure } = props
  const mesures = hasAttributions(mesure) ? await Mesures(props) : null
  return (
    <>
      <Categories contexte={contexte} mesure={mesure} />
      {mesures ? (
        <>
          <Chiffres mesure={mesure} />
          {mesures}
        </>
      ) : (
        <p class="empty">
          {noteSecret(mesure.secret) ?? 'Aucune attribution saisie pour un bail signé depuis douze mois.'}
        </p>
      )}
      <AVerifier contexte={contexte} mesure={mesure} />
      {mesures ? await Bilan(props) : null}
    </>
  )
}

/** How late leases are recorded, and how many are not yet. */
export const Attributions = (props: AttributionsProps) => {
  const { contexte, mesure, raison, exports } = props
  return (
    <Page contexte={contexte} titre="Attributions">
      <Tete titre={TITRE} exports={exports}>
        {mesure ? <Constat mesure={mesure} /> : null}
      </Tete>
      {mesure ? (
        <Corps contexte={contexte} mesure={mesure} />
      ) : (
        <p class="empty">{raison ?? 'Aucune attribution à montrer pour ce mois.'}</p>
      )}
    </Page>
  )
}
