import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { NATURES_REUNION } from '../../agenda.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { direReunion, jourDeReunion, type ReunionVue } from '../../modeles/reunion.ts'
import { Panneau } from '../blocs.tsx'
import { Champ, Choix, Formulaire } from '../champ.tsx'
import { Icone } from '../sprite.tsx'

const parJour = (a: ReunionVue, b: ReunionVue): number => (jourDeReunion(a) < jourDeReunion(b) ? 1 : -1)

const IconeReunion = ({ etat, nature }: Pick<ReunionVue, 'etat' | 'nature'>) => {
  const finie =
    etat === 'COMPTE_RENDU_ENVOYE' || (etat === 'TENUE' && (nature === 'PLENIERE' || nature === 'FORMATION'))
  return <Icone nom={finie ? 'ok' : 'due'} classe={finie ? 'ok' : ''} />
}

/** The meetings, the latest first. */
export const Reunions = ({
  contexte,
  reunions,
  peutTenir,
}: {
  readonly contexte: Contexte
  readonly reunions: readonly ReunionVue[]
  readonly peutTenir: boolean
}) => (
  <Panneau
    id="reunions"
    titre="Réunions"
    precision={peutTenir ? <a href="#programmer">Programmer une réunion</a> : null}
  >
    {reunions.length === 0 ? (
      <p class="empty">Aucune réunion n’est programmée.</p>
    ) : (
      <ul class="rows">
        {reunions.toSorted(parJour).map((r) => (
          <li>
            <IconeReunion {...r} />
            <span>
              <a class="t" href={lien(contexte, `/agenda/reunions/${r.id}`)}>
                {NATURES_REUNION[r.nature]}
                <span class="vh">{` du ${formatJour(jourDeReunion(r))}`}</span>
              </a>{' '}
              <span class="d">{fr(direReunion(r))}</span>
            </span>
            <span class="w">{formatJour(jourDeReunion(r))}</span>
          </li>
        ))}
      </ul>
    )}
  </Panneau>
)

/** A text of several lines, with its label. */
export const Texte = ({
  id,
  nom,
  libelle,
  valeur = '',
  obligatoire = false,
  longueur = 4000,
}: {
  readonly id: string
  readonly nom: string
  readonly libelle: string
  readonly valeur?: string
  readonly obligatoire?: boolean
  readonly longueur?: number
}) => (
  <div class="ctl large">
    <label for={id}>{fr(libelle)}</label>
    <textarea class="input courant" id={id} name={nom} rows={4} maxlength={longueur} required={obligatoire}>
      {valeur}
    </textarea>
  </div>
)

export const Programmer = ({ contexte }: { readonly contexte: Contexte }) => (
  <Panneau id="programmer" titre="Programmer une réunion">
    <Formulaire action={lien(contexte, '/agenda/reunions')} nom="Programmer une réunion" bouton="Programmer">
      <Choix nom="nature" libelle="Réunion" options={Object.entries(NATURES_REUNION)} />
      <Champ nom="jour" libelle="Date" type="date" obligatoire />
      <Champ nom="lieu" libelle="Heure et lieu" saisie="off" longueur={200} large />
      <Texte id="ch-ordre" nom="texte" libelle="Ordre du jour" />
    </Formulaire>
  </Panneau>
)
