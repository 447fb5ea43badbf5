package io.bramble.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What distinguishes a person's platform from that of a test.
 *
 * @param ports chosen only after what the last run left behind has ended, from PostgreSQL's last port (0: none)
 * @param programs folder of programs made ready
 * @param trained whether later starts are made faster
 * @param minio the program of the MinIO server that is to hold the objects; null for the engine inside Bramble
 */
record Options(
        Home home,
        IntFunction<Ports> ports,
        Path programs,
        boolean trained,
        @Nullable Path minio,
        Progress progress) {

    static Options forPerson(Map<String, String> environment) {
        var home = new Home(Path.of(environment.getOrDefault("BRAMBLE_HOME", ".bramble")));
        var programs =
                environment.getOrDefault("BRAMBLE_PROGRAMS", home.folder().toString());
        var minio = environment.get("BRAMBLE_MINIO");
        return new Options(
                home,
                last -> Ports.of(environment, last),
                Path.of(programs),
                true,
                minio == null ? null : Path.of(minio),
                Progress.spoken());
    }

    /** A folder of its own below {@code target/}, on free ports. */
    static Options forTests() {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "platform-");
            return forTests(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** As {@link #forTests()}, on a real MinIO server. */
    static Options forTestsOn(Path minio) {
        var tests = forTests();
        return new Options(tests.home, tests.ports, tests.programs, tests.trained, minio, tests.progress);
    }

    static Options forTests(Path folder) {
        var programs = Path.of("target").toAbsolutePath();
        return new Options(new Home(folder), _ -> Ports.allFree(), programs, false, null, Progress.silent());
    }
}
