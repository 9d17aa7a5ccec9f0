import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { ExamenVu } from '../../depot.ts'

/** What may be done with a deposit once it is examined. */
export const Actes = ({ depot, examen }: { readonly depot: string; readonly examen: ExamenVu }) => {
  const { identite, remplacement, obstacles, intitules, mots } = examen
  const aTraduire = intitules.length + mots.length > 0
  const adresse = `/imports/depots/${depot}`
  return (
    <div class="actes">
      <div class="acts">
        {obstacles.length > 0 ? null : (
          <button class="btn main" type="submit" formaction={`${adresse}/charger`}>
            {remplacement && identite ? `Remplacer l’instantané du ${formatJour(identite.date)}` : 'Charger'}
          </button>
        )}
        <button class={obstacles.length > 0 ? 'btn main' : 'btn'} type="submit" formaction={`${adresse}/examen`}>
          Examiner de nouveau
        </button>
        <button class="btn quiet" type="submit" formaction={`${adresse}/abandon`} formnovalidate>
          Abandonner
        </button>
      </div>
      <p class="hint">
        {fr(
          `${aTraduire ? 'Ce que vous aurez dit des intitulés et des valeurs est gardé comme profil du territoire et lira les prochaines extractions. ' : ''}La copie déposée est effacée après le chargement ou l’abandon, et au plus tard après deux heures.`,
        )}
      </p>
      {remplacement ? <input type="hidden" name="remplacer" value="1" /> : null}
    </div>
  )
}
