import { formatInstant } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { type Contexte, peutOuvrir } from '../../contexte.ts'
import { type FaitDuPoint, POINTS, type Point, rangDuPoint } from '../../controles.ts'
import { lien } from '../../liens.ts'

/** A point as its page shows it. */
export interface PointVu {
  readonly fait: FaitDuPoint
  /** Who ticked it; null while nobody has. */
  readonly vu: { readonly par: string; readonly le: string } | null
  readonly note: string
}

/** Where each point is dealt with: offered to who may open it. */
const LIENS: Partial<Readonly<Record<Point, readonly [libelle: string, chemin: string]>>> = {
  CHARGEMENT: ['Rapport', '/imports'],
  ALERTES_NOUVELLES: ['Les voir', '/changement'],
  ALERTES_EN_COURS: ['Les voir', '/'],
  ALERTES_EXPLIQUEES: ['Les qualifier', '/alertes'],
  ALERTES_LEVEES: ['Les voir', '/changement'],
  FORCAGES: ['Les qualifier', '/forcages'],
  ATTRIBUTIONS: ['Les délais', '/attributions'],
  DOUBLONS: ['Les qualifier', '/doublons'],
  ECHANTILLON: ['Échantillons', '/echantillons'],
  CIVILITE: ['Les vérifier', '/controles/:mois/civilite'],
  MESURES: ['Les mesures', '/mesures'],
  OBLIGATIONS: ['Agenda', '/agenda'],
}

const Fait = ({ contexte, fait }: { readonly contexte: Contexte; readonly fait: FaitDuPoint }) => {
  const [libelle, chemin] = LIENS[fait.point] ?? []
  return (
    <p>
      {fait.nombre === '' ? null : <b>{fr(fait.nombre)}</b>}
      {fr(fait.phrase)}
      {libelle !== undefined && chemin !== undefined && peutOuvrir(contexte, chemin) ? (
        <>
          {' '}
          <a href={lien(contexte, chemin.replace(':mois', contexte.mois ?? ''))}>
            {libelle}
            <span class="vh">{fr(` : ${POINTS[fait.point]}`)}</span>
          </a>
        </>
      ) : null}
    </p>
  )
}

const Saisie = ({
  rang,
  note,
  ouverte,
}: {
  readonly rang: number
  readonly note: string
  readonly ouverte: boolean
}) => {
  const champ = (
    <>
      <label class={ouverte ? undefined : 'vh'} for={`note-${rang}`}>
        {ouverte ? 'Note, gardée avec le contrôle' : fr(`Note du point ${rang}`)}
        {ouverte ? <span class="vh">{fr(` : point ${rang}`)}</span> : null}
      </label>
      <textarea class="input" id={`note-${rang}`} name="note" maxlength={1000}>
        {note}
      </textarea>
      <button class="btn" type="submit" name="acte" value="NOTER">
        Noter
        <span class="vh">{` le point ${rang}`}</span>
      </button>
    </>
  )
  return ouverte ? (
    <div class="note-c ctl">{champ}</div>
  ) : (
    <div class="note-c">
      {note === '' ? null : <p>{note}</p>}
      <details>
        <summary>
          {note === '' ? 'Ajouter une note' : 'Modifier la note'}
          <span class="vh">{` au point ${rang}`}</span>
        </summary>
        {champ}
      </details>
    </div>
  )
}

interface Props {
  readonly contexte: Contexte
  /** Where its ticks and notes go; null for who only reads, and once signed. */
  readonly action: string | null
  readonly point: PointVu
  /** The first that is not ticked yet: its note is open. */
  readonly ici: boolean
}

/** A point of the control: what is known, where to act, the note, the tick. */
export const PointDuControle = ({ contexte, action, point, ici }: Props) => {
  const { fait, vu, note } = point
  const rang = rangDuPoint(fait.point)
  return (
    <li id={`p${rang}`} class={vu ? 'fini' : ici ? 'ici' : undefined}>
      <span class="n">{rang}</span>
      <div>
        <h3>{POINTS[fait.point]}</h3>
        <Fait contexte={contexte} fait={fait} />
        {vu ? <p class="qui">{fr(`Vu par ${vu.par}, le ${formatInstant(vu.le)}`)}</p> : null}
      </div>
      {action === null ? (
        <>
          <div class="note-c">{note === '' ? null : <p>{note}</p>}</div>
          <p class="coche lue">{vu ? 'Vu' : 'Non vu'}</p>
        </>
      ) : (
        <form class="suivi" method="post" action={action} aria-label={fr(`Point ${rang} : ${POINTS[fait.point]}`)}>
          <input type="hidden" name="point" value={fait.point} />
          <Saisie rang={rang} note={note} ouverte={ici} />
          <button
            class="coche"
            type="submit"
            name="acte"
            value={vu ? 'DECOCHER' : 'COCHER'}
            aria-pressed={vu ? 'true' : 'false'}
          >
            Vu<span class="vh">{fr(` : point ${rang}`)}</span>
          </button>
        </form>
      )}
    </li>
  )
}
