import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.querySelector('#page')
if (root) createRoot(root).render(<App />)
