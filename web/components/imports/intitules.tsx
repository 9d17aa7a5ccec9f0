import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { champIntitule, type ExamenVu, type IntituleInconnu, type Option } from '../../depot.ts'
import { Section } from '../blocs.tsx'

export const Options = ({ options }: { readonly options: readonly Option[] }) => (
  <>
    {options.map(([valeur, libelle]) => (
      <option value={valeur}>{libelle}</option>
    ))}
  </>
)

const Ligne = ({ intitule: i, rang }: { readonly intitule: IntituleInconnu; readonly rang: number }) => (
  <li>
    <label for={`intitule-${rang}`}>
      {i.intitule}
      <span class="sub">{i.fichier}</span>
    </label>
    <select id={`intitule-${rang}`} name={champIntitule(i.intitule)}>
      <option value="">ne pas la lire</option>
      {i.propositions.length > 0 ? (
        <optgroup label="Peut-être">
          <Options options={i.propositions} />
        </optgroup>
      ) : null}
      {i.colonnes.length > 0 ? (
        <optgroup label="Colonnes encore absentes">
          <Options options={i.colonnes} />
        </optgroup>
      ) : null}
      {i.prises.length > 0 ? (
        <optgroup label="À la place d’un autre intitulé">
          <Options options={i.prises} />
        </optgroup>
      ) : null}
    </select>
  </li>
)

/** The headings that stand for no column: each may be given one. */
export const IntitulesInconnus = ({ examen }: { readonly examen: ExamenVu }) =>
  examen.intitules.length === 0 ? null : (
    <Section
      id="intitules"
      titre="Intitulés inconnus"
      precision={fr('Dire de quelle colonne il s’agit ; sinon, elle n’est pas lue')}
    >
      <ul class="traduire">
        {examen.intitules.map((intitule, rang) => (
          <Ligne intitule={intitule} rang={rang} />
        ))}
      </ul>
    </Section>
  )
