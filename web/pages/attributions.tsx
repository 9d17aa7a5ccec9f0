import { nomsCategorie } from '../categories.ts'
import { openAtelier } from '../charts/dessin.ts'
import { Lents, Manquantes, ParLots, Services } from '../components/attributions/bailleurs.tsx'
import {
  GraphiqueAttendues,
  GraphiqueCompletude,
  GraphiqueDelaisDuTerritoire,
  GraphiqueRetro,
  GraphiqueTriangle,
} from '../components/attributions/graphiques.tsx'
import { FilEtConsolide, Signalees, Silences } from '../components/attributions/signalements.tsx'
import { Panneau, Section } from '../components/blocs.tsx'
import { ChiffresCles } from '../components/chiffres-cles.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { formatJour, formatJours, formatMois, formatNombre, formatPart } from '../format.ts'
import { lienIci } from '../liens.ts'
import { EFFECTIF_MINIMUM, type MesureAttributions, partGroupee } from '../modeles/attributions.ts'
import { direPeriode, phraseAttendues, titreServices } from '../modeles/titres-attributions.ts'
import { compte } from '../phrase.ts'
import { fr } from '../typographie.ts'

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
  const { delais, delaisAvant, groupes, seuil } = mesure
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
          valeur: formatPart(partGroupee(groupes)),
          comparaison: 'saisies le jour le plus chargé du trimestre',
          courbe,
        },
      ]}
    />
  )
}

const Categories = ({ contexte, mesure }: { readonly contexte: Contexte; readonly mesure: MesureAttributions }) =>
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

const Corps = async ({ contexte, mesure }: { readonly contexte: Contexte; readonly mesure: MesureAttributions }) => {
  const atelier = await openAtelier()
  const commun = { atelier, mesure }
  const delais = GraphiqueDelaisDuTerritoire(commun)
  const { retro, completude, instantane } = mesure
  const mois = contexte.mois ? formatMois(contexte.mois) : ''
  return (
    <>
      <Categories contexte={contexte} mesure={mesure} />
      <Chiffres mesure={mesure} />
      <div class="grid sec">
        <div class={delais ? 'g6' : 'g8'}>
          <GraphiqueAttendues {...{ atelier, instantane, estimations: mesure.estimations, id: 'attendues' }} />
        </div>
        {delais ? <div class="g6">{delais}</div> : null}
      </div>
      <div class="grid sec">
        <div class="g8">
          <GraphiqueTriangle {...commun} />
        </div>
        {completude && completude.n > 0 ? (
          <div class="g4">
            <GraphiqueCompletude
              {...{ atelier, completude, instantane, periode: `saisies en ${mois}`, largeur: 395 }}
            />
          </div>
        ) : null}
      </div>
      {mesure.services.length > 0 ? (
        <Section
          id="bailleurs"
          titre={titreServices(mesure.services.length, new Set(mesure.lents.map(({ entite }) => entite)).size)}
          precision={fr(
            `Part saisie selon le délai, baux signés ${direPeriode(mesure.estimations.filter((m) => !m.provisoire).map((m) => m.mois))}`,
          )}
        >
          <Services contexte={contexte} mesure={mesure} />
        </Section>
      ) : null}
      <div class="grid sec">
        <div class="g6">
          <Panneau id="lents" titre="Délais en alerte" precision={fr(`État enregistré, ${mois}`)}>
            <Lents contexte={contexte} mesure={mesure} />
          </Panneau>
        </div>
        <div class="g6">
          <Panneau id="lots" titre="Saisie par lots" precision="Le jour le plus chargé du trimestre">
            <ParLots contexte={contexte} mesure={mesure} />
          </Panneau>
        </div>
      </div>
      <Section
        id="manquantes"
        titre="Attributions manquantes"
        precision="Baux signés trois mois plus tôt qu’aucune attribution ne montre"
      >
        <div class="grid">
          <div class="g8">
            <Manquantes contexte={contexte} mesure={mesure} />
          </div>
        </div>
      </Section>
      <div class="grid sec">
        <div class="g6">
          <Panneau id="silences" titre="Bailleurs silencieux" precision="Aucune attribution saisie depuis trois mois">
            <Silences contexte={contexte} mesure={mesure} />
          </Panneau>
        </div>
        <div class="g6">
          <Panneau id="signalees" titre="À vérifier" precision={fr(`Instantané du ${formatJour(instantane)}`)}>
            <Signalees contexte={contexte} mesure={mesure} />
          </Panneau>
        </div>
      </div>
      <div class="grid sec">
        <div class="g8">
          {retro.bilan.n > 0 ? (
            <GraphiqueRetro {...commun} />
          ) : (
            <Panneau id="retro" titre="L’estimation a-t-elle été bonne ?">
              <p class="empty">Pas encore assez d’instantanés pour comparer une estimation passée à ce qui est venu.</p>
            </Panneau>
          )}
        </div>
        <div class="g4">
          <Panneau id="totaux" titre="Au fil de l’eau et consolidé" precision="Attributions saisies">
            <FilEtConsolide contexte={contexte} mesure={mesure} />
          </Panneau>
        </div>
      </div>
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
