package io.bramble.local;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Keycloak unpacked, built for PostgreSQL, with our look: done once for each version. */
final class KeycloakProgram {

    private static final String THEME = "themes/bramble";

    private KeycloakProgram() {}

    /**
     * @param zip Keycloak's distribution, as Maven brings it
     * @param cache a folder for programs made ready
     */
    static Path prepare(Children children, Path cache, Path zip, Path theme, Progress progress) throws IOException {
        var version = zip.getFileName().toString().replaceAll("keycloak-quarkus-dist-|\\.zip", "");
        var program = cache.resolve("keycloak-" + version);
        if (!Files.isDirectory(program)) {
            progress.say("Preparing Keycloak %s, once: about half a minute".formatted(version));
            var draft = cache.resolve("keycloak-draft");
            Folders.delete(draft);
            unpack(zip, draft);
            build(children, draft);
            Files.move(draft, program);
        }
        Folders.delete(program.resolve(THEME));
        Folders.copy(theme, program.resolve(THEME));
        return program;
    }

    /** The zip has one folder at its top, which we leave out. */
    private static void unpack(Path zip, Path target) throws IOException {
        try (var content = FileSystems.newFileSystem(zip);
                var top = Files.list(content.getPath("/"))) {
            Folders.copy(top.findFirst().orElseThrow(), target);
        }
        if (!target.resolve("bin/kc.sh").toFile().setExecutable(true)) {
            throw new IOException("Cannot make Keycloak in " + target + " executable");
        }
    }

    private static void build(Children children, Path program) {
        var command =
                List.of(program.resolve("bin/kc.sh").toString(), "build", "--db=postgres", "--health-enabled=true");
        children.start("keycloak-build", command, Map.of("JAVA_HOME", Java.HOME.toString()))
                .awaitEnd();
    }
}
