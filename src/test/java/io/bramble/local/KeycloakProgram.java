package io.bramble.local;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Keycloak unpacked, built for PostgreSQL, with our look: done once for each version.
 *
 * @param cache a folder for programs made ready
 * @param zip Keycloak's distribution, as Maven brings it
 */
record KeycloakProgram(Children children, Path cache, Path zip, Path theme, Progress progress) {

    private static final String THEME = "themes/bramble";

    boolean isPrepared() {
        return Files.isDirectory(program());
    }

    Path prepare() throws IOException {
        var program = program();
        if (!isPrepared()) {
            progress.say("Preparing Keycloak %s, once: about half a minute".formatted(version()));
            var draft = cache.resolve("keycloak-draft");
            Folders.delete(draft);
            unpack(draft);
            build(draft);
            Files.move(draft, program);
        }
        Folders.delete(program.resolve(THEME));
        Folders.copy(theme, program.resolve(THEME));
        return program;
    }

    private Path program() {
        return cache.resolve("keycloak-" + version());
    }

    private String version() {
        return zip.getFileName().toString().replaceAll("keycloak-quarkus-dist-|\\.zip", "");
    }

    /** The zip has one folder at its top, which we leave out. */
    private void unpack(Path target) throws IOException {
        try (var content = FileSystems.newFileSystem(zip);
                var top = Files.list(content.getPath("/"))) {
            Folders.copy(top.findFirst().orElseThrow(), target);
        }
        if (!target.resolve("bin/kc.sh").toFile().setExecutable(true)) {
            throw new IOException("Cannot make Keycloak in " + target + " executable");
        }
    }

    private void build(Path program) {
        var command =
                List.of(program.resolve("bin/kc.sh").toString(), "build", "--db=postgres", "--health-enabled=true");
        children.start("keycloak-build", command, Map.of("JAVA_HOME", Java.HOME.toString()))
                .awaitEnd();
    }
}
