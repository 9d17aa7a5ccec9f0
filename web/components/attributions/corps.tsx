import { formatJour, formatMois } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { openAtelier } from '../../charts/atelier.ts'
import type { Contexte } from '../../contexte.ts'
import type { MesureAttributions } from '../../modeles/attributions.ts'
import { noteSecret } from '../../modeles/notes-attributions.ts'
import { direPeriode, titreServices } from '../../modeles/titres-attributions.ts'
import { Panneau, Section } from '../blocs.tsx'
import { Lents, Manquantes, ParLots } from './bailleurs.tsx'
import { GraphiqueAttendues } from './graphique-attendues.tsx'
import { GraphiqueCompletude } from './graphique-completude.tsx'
import { GraphiqueDelaisDuTerritoire } from './graphique-delais.tsx'
import { GraphiqueRetro } from './graphique-retro.tsx'
import { GraphiqueTriangle } from './graphique-triangle.tsx'
import { Services } from './services.tsx'
import { FilEtConsolide, Signalees, Silences } from './signalements.tsx'

export interface MesureProps {
  readonly contexte: Contexte
  readonly mesure: MesureAttributions
}

const moisDe = ({ mois }: Contexte): string => (mois ? formatMois(mois) : '')

/** What is recorded and expected, how late, field by field, landlord by landlord. */
export const Mesures = async ({ contexte, mesure }: MesureProps) => {
  const atelier = await openAtelier()
  const commun = { atelier, mesure }
  const delais = GraphiqueDelaisDuTerritoire(commun)
  const { completude, estimations, instantane, services } = mesure
  const definitifs = estimations.filter(({ provisoire }) => !provisoire).map(({ mois }) => mois)
  const secret = noteSecret(mesure.secret)
  return (
    <>
      {secret === null ? null : <p class="chart-note">{secret}</p>}
      <div class="grid sec">
        <div class={delais ? 'g6' : 'g8'}>
          <GraphiqueAttendues
            atelier={atelier}
            instantane={instantane}
            estimations={estimations}
            id="attendues"
            secrets={mesure.secret?.mois ?? []}
          />
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
              atelier={atelier}
              completude={completude}
              instantane={instantane}
              periode={`saisies en ${moisDe(contexte)}`}
              largeur={395}
            />
          </div>
        ) : null}
      </div>
      {services.length > 0 ? (
        <Section
          id="bailleurs"
          titre={titreServices(services)}
          precision={fr(`Part saisie selon le délai, baux signés ${direPeriode(definitifs)}`)}
        >
          <Services contexte={contexte} mesure={mesure} />
        </Section>
      ) : null}
      {mesure.vue === 'AUCUN' ? null : (
        <div class="grid sec">
          <div class="g6">
            <Panneau id="lents" titre="Délais en alerte" precision={fr(`État enregistré, ${moisDe(contexte)}`)}>
              <Lents contexte={contexte} mesure={mesure} />
            </Panneau>
          </div>
          <div class="g6">
            <Panneau id="lots" titre="Saisie par lots" precision="Le jour le plus chargé du trimestre">
              <ParLots contexte={contexte} mesure={mesure} />
            </Panneau>
          </div>
        </div>
      )}
    </>
  )
}

/** What may never have been recorded, and what asks to be looked at. */
export const AVerifier = ({ contexte, mesure }: MesureProps) => (
  <>
    {mesure.manquantes?.length === 0 ? null : (
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
    )}
    <div class="grid sec">
      {mesure.vue === 'AUCUN' ? null : (
        <div class="g6">
          <Panneau id="silences" titre="Bailleurs silencieux" precision="Aucune attribution saisie depuis trois mois">
            <Silences contexte={contexte} mesure={mesure} />
          </Panneau>
        </div>
      )}
      <div class="g6">
        <Panneau id="signalees" titre="À vérifier" precision={fr(`Instantané du ${formatJour(mesure.instantane)}`)}>
          <Signalees contexte={contexte} mesure={mesure} />
        </Panneau>
      </div>
    </div>
  </>
)

/** How good past estimates were, and what each month has come to since. */
export const Bilan = async ({ contexte, mesure }: MesureProps) => (
  <div class="grid sec">
    <div class="g8">
      {mesure.retro.bilan.n > 0 ? (
        <GraphiqueRetro atelier={await openAtelier()} mesure={mesure} />
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
)
