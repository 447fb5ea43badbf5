/* The page of a shared text: shown by the same means as in the console. */
import '../components/preview/text-preview.js';
