import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { PRESENCES } from '../../agenda.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import type { PresenceVue, ReunionVue } from '../../modeles/reunion.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement, Section } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'

interface Props {
  readonly contexte: Contexte
  readonly reunion: ReunionVue
  /** The services of the register that are not called yet. */
  readonly autres: readonly (readonly [code: string, libelle: string])[]
  readonly peutPointer: boolean
}

const COLONNES: readonly Colonne<PresenceVue>[] = [
  { cle: 'service', libelle: 'Service', valeur: ({ libelle }) => libelle },
  { cle: 'presence', libelle: 'Présence', valeur: ({ presence }) => PRESENCES[presence] },
  { cle: 'mandataire', libelle: 'Représenté par', valeur: ({ mandataire }) => mandataire },
]

const Ligne = ({
  ligne,
  rang,
  peutPointer,
}: {
  readonly ligne: PresenceVue
  readonly rang: number
  readonly peutPointer: boolean
}) => (
  <tr>
    <th scope="row">{ligne.libelle}</th>
    <td>
      {peutPointer ? (
        <>
          <input type="hidden" name={`service_${rang}`} value={ligne.service ?? ''} />
          <input type="hidden" name={`libelle_${rang}`} value={ligne.libelle} />
          <label class="vh" for={`presence-${rang}`}>{`Présence de ${ligne.libelle}`}</label>
          <select id={`presence-${rang}`} name={`presence_${rang}`}>
            {Object.entries(PRESENCES).map(([code, mot]) => (
              <option value={code} selected={code === ligne.presence}>
                {mot}
              </option>
            ))}
          </select>
        </>
      ) : (
        PRESENCES[ligne.presence]
      )}
    </td>
    <td>
      {peutPointer ? (
        <>
          <label class="vh" for={`mandataire-${rang}`}>{`Service qui représente ${ligne.libelle}`}</label>
          <input
            class="input"
            id={`mandataire-${rang}`}
            name={`mandataire_${rang}`}
            value={ligne.mandataire ?? ''}
            maxlength={120}
            autocomplete="off"
          />
        </>
      ) : (
        (ligne.mandataire ?? '–')
      )}
    </td>
  </tr>
)

/** Who was called, who came, who was represented. */
export const Presences = ({ contexte, reunion, autres, peutPointer }: Props) => {
  const action = lien(contexte, `/agenda/reunions/${reunion.id}/presences`)
  const table = (
    <Defilement nom="Services convoqués et présents">
      <table class="data tight">
        <Entetes contexte={contexte} colonnes={COLONNES} table="presences" section="presences" />
        <tbody>
          {trierIci(contexte, reunion.presences, COLONNES, 'presences').map((ligne, rang) => (
            <Ligne ligne={ligne} rang={rang} peutPointer={peutPointer} />
          ))}
        </tbody>
      </table>
    </Defilement>
  )
  return (
    <Section
      id="presences"
      classe="sec presences"
      titre="Convocations et présences"
      precision={fr('Un service peut en représenter un autre (convention, art. 4.2)')}
    >
      {reunion.presences.length === 0 ? (
        <p class="empty">Aucun service n’est encore convoqué.</p>
      ) : peutPointer ? (
        <form method="post" action={action} aria-label="Présences">
          {table}
          <p class="acts">
            <button class="btn" type="submit">
              Enregistrer les présences
            </button>
          </p>
        </form>
      ) : (
        table
      )}
      {peutPointer && autres.length > 0 ? (
        <form class="acts" method="post" action={action} aria-label="Convoquer">
          <button class="btn" type="submit" name="tous" value="1">
            {autres.length === 1
              ? 'Ajouter le dernier service du registre'
              : `Ajouter les ${autres.length} services du registre`}
          </button>
          <label class="vh" for="ch-un">
            Service à ajouter
          </label>
          <select id="ch-un" name="un">
            <option value="">ou un seul…</option>
            {autres.map(([code, libelle]) => (
              <option value={code}>{libelle}</option>
            ))}
          </select>
          <button class="btn" type="submit">
            Ajouter
          </button>
        </form>
      ) : null}
    </Section>
  )
}
