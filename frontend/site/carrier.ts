/* The worker of a page that takes files. */
import '../components/uploader/carrier-worker.js';
