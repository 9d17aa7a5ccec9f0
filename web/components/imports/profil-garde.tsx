import { formatInstant } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { type Contexte, peutOuvrir } from '../../contexte.ts'
import type { Traduction } from '../../depot.ts'
import { lien } from '../../liens.ts'
import { Section } from '../blocs.tsx'
import { MessageRefus } from '../message.tsx'
import { Icone } from '../sprite.tsx'

/** The profile kept for the territory, as the page shows and edits it. */
export interface ProfilVu {
  /** `AAAA-MM-JJTHH:MM`. */
  readonly gardeLe: string
  readonly traductions: readonly Traduction[]
}

export interface ProfilGardeProps {
  readonly contexte: Contexte
  /** Null where none is kept. */
  readonly profil: ProfilVu | null
  /** The text being edited: the profile's own, or the one that was just refused. */
  readonly texte: string
  /** Why the text just sent was refused. */
  readonly refus: string | null
}

const Edition = ({ contexte, profil, texte, refus }: ProfilGardeProps) => (
  <details class="edition" open={refus !== null}>
    <summary>{profil === null ? 'En écrire un' : 'Le modifier ou le remplacer'}</summary>
    {refus === null ? null : <MessageRefus refus={{ phrase: refus, suite: 'Le profil gardé n’a pas changé.' }} />}
    <form class="formulaire" method="post" action={lien(contexte, '/imports/profil')} aria-label="Profil d’import">
      <div class="ctl large">
        <label for="profil-texte">Profil, en JSON</label>
        <p class="hint" id="profil-aide">
          {fr('« colonnes » : les intitulés qui valent une colonne ; « valeurs » : les mots qui valent un code.')}
        </p>
        <textarea
          class="input"
          id="profil-texte"
          name="profil"
          rows={12}
          spellcheck={false}
          aria-describedby="profil-aide"
        >
          {texte}
        </textarea>
      </div>
      <div class="large acts">
        <button class="btn" type="submit">
          Garder ce profil
        </button>
      </div>
    </form>
  </details>
)

/** How the territory's extractions are read from one month to the next. */
export const ProfilGarde = (p: ProfilGardeProps) => {
  const { contexte, profil } = p
  const peutEcrire = peutOuvrir(contexte, '/imports/depots/:id')
  if (profil === null && !peutEcrire) return null
  return (
    <Section
      id="profil-garde"
      titre="Profil d’import"
      precision={fr(
        profil === null
          ? 'Aucun : les extractions se lisent telles quelles'
          : `Gardé le ${formatInstant(profil.gardeLe)} ; il lit les prochaines extractions`,
      )}
    >
      {profil === null ? null : (
        <>
          <ul class="traductions">
            {profil.traductions.map(({ texte }) => (
              <li>{texte}</li>
            ))}
          </ul>
          <div class="acts sec-s">
            <a class="btn" href={lien(contexte, '/imports/profil.json')}>
              <Icone nom="down" />
              Télécharger (JSON)
            </a>
            {peutEcrire ? (
              <form method="post" action={lien(contexte, '/imports/profil/oter')}>
                <button class="btn quiet" type="submit">
                  Ne plus l’appliquer
                </button>
              </form>
            ) : null}
          </div>
        </>
      )}
      {peutOuvrir(contexte, '/imports/depots/:id') ? <Edition {...p} /> : null}
    </Section>
  )
}
