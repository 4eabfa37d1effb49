import { createRoot } from 'react-dom/client';
import { Program } from './app/program.tsx';
import './app/page.css';
import './ui/ui.css';

const page = document.querySelector('#page');
if (page === null) throw new Error('index.html has no #page');
createRoot(page).render(<Program />);
