import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { champMot, type ExamenVu, LAISSER, type MotsInconnus, RIEN } from '../../depot.ts'
import { Section } from '../blocs.tsx'
import { Options } from './intitules.tsx'

const Colonne = ({ mots: { colonne, libelle, mots, rares, codes, rejette } }: { readonly mots: MotsInconnus }) => (
  <fieldset>
    <legend>{libelle}</legend>
    {rejette ? <p class="hint">{fr('Sans code, les lignes qui portent ces mots sont rejetées.')}</p> : null}
    <ul class="traduire">
      {mots.map(({ mot, n }, rang) => (
        <li>
          <label for={`mot-${colonne}-${rang}`}>
            {mot}
            <span class="sub">{`${formatNombre(n)} fois`}</span>
          </label>
          <select id={`mot-${colonne}-${rang}`} name={champMot(colonne, mot)}>
            <option value={LAISSER}>laisser telle quelle</option>
            <option value={RIEN}>rien (case vide)</option>
            {codes.length > 0 ? (
              <optgroup label="Codes de la liste">
                <Options options={codes} />
              </optgroup>
            ) : null}
          </select>
        </li>
      ))}
    </ul>
    {rares > 0 ? (
      <p class="hint">{fr(`Et ${compte(rares, 'valeur')} trop rares pour être montrées une à une.`)}</p>
    ) : null}
  </fieldset>
)

/** The words that are in no list: each may be given a code. */
export const MotsHorsListe = ({ examen }: { readonly examen: ExamenVu }) =>
  examen.mots.length === 0 ? null : (
    <Section
      id="mots"
      titre="Valeurs inconnues"
      precision={fr('Dire ce qu’elles veulent dire ; sinon, elles restent hors liste')}
    >
      <div class="colonnes-de-mots">
        {examen.mots.map((mots) => (
          <Colonne mots={mots} />
        ))}
      </div>
    </Section>
  )
