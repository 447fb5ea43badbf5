package io.bramble.web;

/** No page has this address. */
class PageNotFound extends RuntimeException {
    PageNotFound(String path) {
        super(path);
    }
}
