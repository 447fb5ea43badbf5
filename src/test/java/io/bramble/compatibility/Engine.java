package io.bramble.compatibility;

/** The engines that the table compares. */
enum Engine {
    EMBEDDED("Embedded engine"),
    MINIO("MinIO");

    private final String title;

    Engine(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
