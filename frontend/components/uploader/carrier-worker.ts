import { serve } from './carrying.js';

serve();
