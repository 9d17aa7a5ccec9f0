import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'

/** The box that sends the minutes of a meeting to their list, as they are kept; nothing where the list is empty. */
export const CaseDiffusion = ({ adresses }: { readonly adresses: number }) =>
  adresses === 0 ? null : (
    <div class="opt large">
      <input type="checkbox" id="envoyer-diffuser" name="diffuser" value="1" checked />
      <label for="envoyer-diffuser">
        Envoyer le compte rendu à sa liste
        <span class="sub">{fr(`${compte(adresses, 'adresse')}, en PDF, une fois à chacune.`)}</span>
      </label>
    </div>
  )
