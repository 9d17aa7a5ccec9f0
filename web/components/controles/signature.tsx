import { deMois, formatInstant, formatJour, nomMois } from '../../../ingest/socle/francais/format.ts'
import { accord, enumerer } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { rangDuPoint } from '../../controles.ts'
import type { MoisVu } from '../../modeles/mois-controle.ts'
import type { PointVu } from './point.tsx'

/** What a signature kept, as its page tells it. */
export interface VersionVue {
  /** From 1. */
  readonly rang: number
  readonly nom: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
  readonly empreinte: string
  /** The facts kept still have that digest. */
  readonly intacte: boolean
  /** Why it was signed without a snapshot; null with one. */
  readonly motif: string | null
  readonly instantane: Jour | null
}

interface Props {
  readonly action: string
  readonly controle: MoisVu
  readonly points: readonly PointVu[]
  /** The name of who would sign. */
  readonly nom: string
  readonly aujourdhui: Jour
}

const Motif = ({ id, libelle }: { readonly id: string; readonly libelle: string }) => (
  <div class="ctl">
    <label for={id}>{libelle}</label>
    <textarea class="input" id={id} name="motif" maxlength={1000} required />
  </div>
)

const SansInstantane = ({ action, controle: { signableSans }, aujourdhui, nom }: Props) =>
  signableSans === null ? null : aujourdhui < signableSans ? (
    <p class="petit">
      {fr(
        `Ce mois n’a pas d’instantané. Sans lui, il pourra être signé avec un motif à partir du ${formatJour(signableSans)}.`,
      )}
    </p>
  ) : (
    <form method="post" action={`${action}`} aria-label="Signature sans instantané">
      <p class="petit">
        {fr(
          'Aucun instantané ne clôt ce mois, et le délai est passé : le contrôle se signe avec un motif, qui est gardé.',
        )}
      </p>
      <Motif id="motif-sans" libelle="Pourquoi ce mois n’a pas d’instantané" />
      <p>
        <button class="btn main" type="submit">{`Signer sans instantané, ${nom}`}</button>
      </p>
    </form>
  )

/** What signing does, then the button: grey while a point is missing, which is said. */
export const Signature = (p: Props) => {
  const { action, controle, points, nom } = p
  const restent = points.filter(({ vu }) => vu === null).map(({ fait }) => String(rangDuPoint(fait.point)))
  return (
    <section class="signer" aria-labelledby="h-signer" id="signer">
      <h2 id="h-signer">{`Signer le contrôle ${deMois(nomMois(controle.mois))}`}</h2>
      {controle.instantane === null ? (
        <SansInstantane {...p} />
      ) : (
        <form method="post" action={action} aria-label="Signature du contrôle">
          <p class="petit">
            {fr(
              'La signature fige les faits de cette page, vos notes, votre nom et le rapport du mois, avec leur empreinte. Rien n’est modifié dans le système national. Un contrôle signé peut être rouvert avec un motif : les deux versions sont gardées.',
            )}
          </p>
          <p>
            {restent.length === 0 ? (
              <button class="btn main" type="submit">{`Signer, ${nom}`}</button>
            ) : (
              <button class="btn main" type="button" aria-disabled="true" aria-describedby="restent">
                {`Signer, ${nom}`}
              </button>
            )}
          </p>
          {restent.length === 0 ? null : (
            <p class="petit" id="restent">
              {`Possible quand les douze points sont vus. ${accord(restent.length, 'Reste le point', 'Restent les points')} ${enumerer(restent)}.`}
            </p>
          )}
        </form>
      )}
    </section>
  )
}

/** A signed control is reopened with a reason. */
export const Reouverture = ({ action, controle }: Pick<Props, 'action' | 'controle'>) => (
  <section class="signer" aria-labelledby="h-rouvrir" id="rouvrir">
    <h2 id="h-rouvrir">{`Rouvrir le contrôle ${deMois(nomMois(controle.mois))}`}</h2>
    <form method="post" action={action} aria-label="Réouverture du contrôle">
      <p class="petit">{fr('La version signée est gardée telle quelle ; la suivante s’y ajoutera.')}</p>
      <Motif id="motif-rouvrir" libelle="Pourquoi le rouvrir" />
      <p>
        <button class="btn" type="submit">
          Rouvrir
        </button>
      </p>
    </form>
  </section>
)

/** When and by whom a version was signed, and what proves it. */
export const direVersion = ({ nom, le, motif }: VersionVue): string =>
  fr(`Signé par ${nom} le ${formatInstant(le)}${motif === null ? '' : `, sans instantané : ${motif}`}`)
