import { Hono } from 'hono'
import { assets, readAsset } from '../../web/assets.ts'

const UN_AN = 31_536_000

/** Style-sheets, script and font, each read once; their addresses change with their content. */
export const statique = (): Hono => {
  const app = new Hono()
  for (const asset of assets) {
    const contenu = new Uint8Array(readAsset(asset))
    app.get(asset.chemin, (c) => {
      c.header('Content-Type', asset.type)
      c.header('Cache-Control', c.req.query('v') ? `public, max-age=${UN_AN}, immutable` : 'no-cache')
      return c.body(contenu)
    })
  }
  return app
}
