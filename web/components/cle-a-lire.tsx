import { raw } from 'hono/html'
import { fr } from '../../ingest/socle/francais/typographie.ts'

/** A key to be read by an authenticator application, drawn and written. */
export const CleALire = ({ dessin, cle }: { readonly dessin: string; readonly cle: string }) => (
  <div class="qr">
    {raw(dessin)}
    <div>
      <p>
        {fr(
          'Avec une application de codes (FreeOTP, Aegis, Google Authenticator…), lire ce dessin, ou y saisir cette clé :',
        )}
      </p>
      <p class="cle">{cle.match(/.{1,4}/g)?.join(' ')}</p>
      <p>Puis écrire ci-dessous le code à six chiffres qu’elle donne.</p>
    </div>
  </div>
)
