import type { Refus } from '../../chargement.ts'
import { MessageRefus } from '../message.tsx'
import { Identite } from './identite.tsx'

export interface FormulaireProps {
  readonly saisie: { readonly territoire: string; readonly date: string }
  readonly refus?: Refus
}

/** Posts to /imports, which examines them first. A folder's files may be given together, or its zip alone. */
export const FormulaireImport = ({ saisie, refus }: FormulaireProps) => (
  <>
    {refus ? <MessageRefus refus={refus} /> : null}
    <form
      class="formulaire"
      method="post"
      action="/imports"
      enctype="multipart/form-data"
      aria-label="Examiner un instantané"
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
      <Identite saisie={saisie} />
      <p class="hint large">Territoire et date peuvent rester vides quand le fichier instantane.json les donne.</p>
      <div class="large acts">
        <button class="btn main" type="submit">
          Examiner
        </button>
        <p class="hint">
          Rien n’est enregistré avant que vous ne le disiez. Numéros de sécurité sociale, commentaires et loyers ne le
          sont jamais.
        </p>
      </div>
    </form>
  </>
)
