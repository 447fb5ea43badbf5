package io.bramble.web;

import jakarta.servlet.http.HttpServletResponse;

/** Pages behind a link are nobody's to keep, to index or to tell the next site about. */
final class SharedHeaders {
    /** Checksums of what is sent are reckoned by WebAssembly; the style is that of a Markdown preview's frame. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-bDZwbYaymgcJJyez8BWPMgj++0+vHDMDmeMdg6DNHIU='; font-src 'self'; "
                    + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; ";

    private SharedHeaders() {}

    /** @param more directives that let the engine's files in */
    static void write(HttpServletResponse response, String more) {
        response.setHeader("Content-Security-Policy", POLICY + more);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "no-store");
    }
}
