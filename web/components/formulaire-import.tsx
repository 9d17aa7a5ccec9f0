import type { Refus } from '../chargement.ts'
import { MessageRefus } from './message.tsx'

export interface FormulaireProps {
  readonly saisie: { readonly territoire: string; readonly date: string }
  readonly refus?: Refus
}

/** Posts to /imports. A folder's files may be given together, or its zip alone. */
export const FormulaireImport = ({ saisie, refus }: FormulaireProps) => (
  <>
    {refus ? <MessageRefus refus={refus} /> : null}
    <form
      class="formulaire"
      method="post"
      action="/imports"
      enctype="multipart/form-data"
      aria-label="Charger un instantané"
    >
      <div class="ctl large">
        <label for="imp-fichier">Fichiers de l’instantané</label>
        <p class="hint" id="imp-fichier-aide">
          Un seul .zip, ou les tables guichets, demandes, flux et baux en .csv, .parquet ou .xlsx.
        </p>
        <input
          type="file"
          id="imp-fichier"
          name="fichier"
          multiple
          required
          accept=".zip,.csv,.parquet,.xlsx,.json"
          aria-describedby={refus ? 'imp-fichier-aide refus' : 'imp-fichier-aide'}
        />
      </div>
      <div class="ctl">
        <label for="imp-territoire">Territoire</label>
        <p class="hint" id="imp-territoire-aide">
          Trois caractères, par exemple 013.
        </p>
        <input
          class="input"
          id="imp-territoire"
          name="territoire"
          value={saisie.territoire}
          maxlength={3}
          pattern="[0-9A-Za-z]{3}"
          size={6}
          autocomplete="off"
          aria-describedby="imp-territoire-aide"
        />
      </div>
      <div class="ctl">
        <label for="imp-date">Date de l’instantané</label>
        <p class="hint" id="imp-date-aide">
          Le jour dont il montre la fin.
        </p>
        <input
          class="input"
          type="date"
          id="imp-date"
          name="date"
          value={saisie.date}
          aria-describedby="imp-date-aide"
        />
      </div>
      <p class="hint large">Territoire et date peuvent rester vides quand le fichier instantane.json les donne.</p>
      <label class="check large">
        <input type="checkbox" name="remplacer" value="1" /> Remplacer l’instantané déjà chargé pour cette date
      </label>
      <div class="large acts">
        <button class="btn main" type="submit">
          Charger l’instantané
        </button>
        <p class="hint">
          Numéros de sécurité sociale, commentaires et loyers sont écartés à la lecture, jamais enregistrés.
        </p>
      </div>
    </form>
  </>
)
